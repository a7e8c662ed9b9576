internal import CDeflate

/// One pass over a stretch of a pack's entries in file order: heads, CRC-32, declared sizes.
struct EntryScan: Sendable {
  /// No base: a whole object, or one that is named in `references`, or damaged.
  static let noParent: Int32 = -1

  var types: [UInt8] = []
  /// Entry number in the pack of the base of each entry.
  var parents: [Int32] = []
  /// Entries whose base is given by name.
  var references: [(entry: Int, name: ObjectName)] = []
  var damaged: [(entry: Int, reason: UnreadableObject.Reason)] = []

  /// Large enough that the system call costs nothing, small enough to stay in the cache.
  private static let window = 1 << 18
  /// Entries whose checksums are fetched together. The index is in the order of names, so each
  /// lies elsewhere: memory is waited for once for all of them.
  private static let batch = 256

  /// - Parameters:
  ///   - order: all entries of the pack.
  ///   - range: the entries to examine.
  init(_ pack: PackFile, _ order: OffsetOrder, _ table: OffsetTable, range: Range<Int>) {
    types.reserveCapacity(range.count)
    parents.reserveCapacity(range.count)
    let buffer = ByteBuffer(capacity: Self.window)
    var start = 0
    var expected: [UInt32?] = []
    for entry in range {
      let place = (entry - range.lowerBound) % Self.batch
      if place == 0 {
        expected.removeAll(keepingCapacity: true)
        for next in entry..<min(entry + Self.batch, range.upperBound) {
          expected.append(pack.index.checksum(at: Int(order.positions[next])))
        }
      }
      let (offset, end) = Self.extent(of: entry, in: order, pack)
      guard offset >= 12, offset < end else {
        fail(entry, .header)
        continue
      }
      let wanted = min(end - offset, Self.window)
      if offset < start || offset + wanted > start + buffer.count {
        start = offset
        buffer.count = min(Self.window, pack.end - offset)
        guard unsafe pack.file.read(buffer.count, at: offset, into: buffer.base) else {
          buffer.count = 0
          fail(entry, .truncated)
          continue
        }
      }
      let bytes = unsafe UnsafeBufferPointer(
        rebasing: buffer.bytes[(offset - start)..<(offset - start + wanted)])
      guard unsafe checksum(bytes, pack, offset..<end) == expected[place] else {
        fail(entry, .checksum)
        continue
      }
      unsafe examine(entry, bytes, extent: offset..<end, order, table)
    }
  }

  private static func extent(of entry: Int, in order: OffsetOrder, _ pack: PackFile) -> (Int, Int) {
    let limit = UInt64(pack.end)
    let offset = min(order.offsets[entry], limit)
    let next = entry + 1 < order.offsets.count ? min(order.offsets[entry + 1], limit) : limit
    return (Int(offset), Int(next))
  }

  /// CRC-32 of a whole entry of which `bytes` is the beginning; nil where the index has none.
  private func checksum(
    _ bytes: UnsafeBufferPointer<UInt8>, _ pack: PackFile, _ extent: Range<Int>
  ) -> UInt32? {
    guard pack.index.hasChecksums else { return nil }
    var value = unsafe libdeflate_crc32(0, bytes.baseAddress, bytes.count)
    var at = extent.lowerBound + bytes.count
    guard at < extent.upperBound else { return value }
    let more = ByteBuffer(capacity: Self.window)
    while at < extent.upperBound {
      let count = min(Self.window, extent.upperBound - at)
      // A failed read leaves a wrong value, which the caller reports.
      guard unsafe pack.file.read(count, at: at, into: more.base) else { return ~value }
      value = unsafe libdeflate_crc32(value, more.base, count)
      at += count
    }
    return value
  }

  private mutating func examine(
    _ entry: Int, _ bytes: UnsafeBufferPointer<UInt8>, extent: Range<Int>, _ order: OffsetOrder,
    _ table: OffsetTable
  ) {
    guard let header = unsafe EntryHeader(bytes) else { return fail(entry, .header) }
    let packed = extent.count - header.length
    guard header.size <= UInt64(ReadingLimits.largestRatio * max(packed, 0)) else {
      return fail(entry, .ratio)
    }
    var parent = Self.noParent
    switch header.base {
    case .none: break
    case .name(let name): references.append((entry, name))
    case .distance(let distance):
      guard distance > 0, distance < UInt64(extent.lowerBound),
        let base = table.entry(at: UInt64(extent.lowerBound) - distance, in: order.offsets)
      else { return fail(entry, .missingBase) }
      parent = Int32(base)
    }
    types.append(header.type)
    parents.append(parent)
  }

  private mutating func fail(_ entry: Int, _ reason: UnreadableObject.Reason) {
    types.append(0)
    parents.append(Self.noParent)
    damaged.append((entry, reason))
  }
}

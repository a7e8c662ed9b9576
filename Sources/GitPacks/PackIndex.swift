/// A pack's index, version 1 or 2 (git's Documentation/gitformat-pack): checked on opening for its
/// size, fan-out, order and own checksum, so that every position below `count` can be read.
///
/// `@unchecked Sendable`: the bytes are never written after `init`.
@safe struct PackIndex: @unchecked Sendable {
  /// Number of entries.
  let count: Int
  /// The checksum at the end of the pack that belongs to this index.
  let packChecksum: ObjectName
  private let file: ByteBuffer
  private let layout: PackIndexLayout

  init(path: String) throws(StorageProblem) {
    let input = try InputFile(path: path)
    // 2^31 entries of 36 bytes: the most that 32-bit node numbers hold.
    file = try input.contents(limit: 80 << 30)
    guard let layout = unsafe PackIndexLayout(file.bytes) else {
      throw StorageProblem(.badIndex, path: path, detail: "wrong signature, version or size")
    }
    self.layout = layout
    count = layout.count
    packChecksum = Self.load(file, at: file.count - 40)
    var digest = SHA1()
    unsafe digest.update(UnsafeBufferPointer(rebasing: file.bytes[..<(file.count - 20)]))
    guard digest.finalized() == Self.load(file, at: file.count - 20) else {
      throw StorageProblem(.badIndex, path: path, detail: "its checksum does not match")
    }
    guard hasOrderedNames() else {
      throw StorageProblem(.badIndex, path: path, detail: "names out of order or fan-out wrong")
    }
  }

  func name(at position: Int) -> ObjectName {
    Self.load(file, at: layout.names + position * layout.nameStride)
  }

  /// Where the entry begins in the pack; nil where the table of large offsets is too short.
  func offset(at position: Int) -> UInt64? {
    unsafe layout.offset(at: position, in: UnsafeRawPointer(file.base))
  }

  /// Version 1 has no checksums.
  var hasChecksums: Bool { layout.version == 2 }

  /// CRC-32 of the entry as it stands in the pack; nil in version 1, which has none.
  func checksum(at position: Int) -> UInt32? {
    layout.version == 2 ? word(layout.checksums + position * 4) : nil
  }

  /// The position of a name, by the fan-out and binary search.
  func position(of name: ObjectName) -> Int? {
    let byte = Int(name.first >> 56)
    var low = byte == 0 ? 0 : fanOut(byte - 1)
    var high = fanOut(byte)
    while low < high {
      let middle = (low + high) / 2
      let here = self.name(at: middle)
      if here < name { low = middle + 1 } else { high = middle }
    }
    return low < count && self.name(at: low) == name ? low : nil
  }

  private func fanOut(_ byte: Int) -> Int {
    unsafe layout.count(upTo: byte, in: UnsafeRawPointer(file.base))
  }

  private func word(_ at: Int) -> UInt32 {
    unsafe PackIndexLayout.word(UnsafeRawPointer(file.base), at)
  }

  private static func load(_ file: ByteBuffer, at: Int) -> ObjectName {
    let raw = unsafe UnsafeRawPointer(file.base) + at
    return unsafe ObjectName(
      first: UInt64(bigEndian: raw.loadUnaligned(as: UInt64.self)),
      second: UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
      third: UInt32(bigEndian: raw.loadUnaligned(fromByteOffset: 16, as: UInt32.self)))
  }

  /// Equal neighbours are allowed: a pack may hold an object twice.
  private func hasOrderedNames() -> Bool {
    var last = ObjectName(first: 0, second: 0, third: 0)
    var position = 0
    for byte in 0..<256 {
      let end = fanOut(byte)
      guard end >= position, end <= count else { return false }
      while position < end {
        let name = name(at: position)
        guard Int(name.first >> 56) == byte, !(name < last) else { return false }
        last = name
        position += 1
      }
    }
    return position == count
  }
}

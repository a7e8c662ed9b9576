/// Builds an object from its base and a delta (git's Documentation/gitformat-pack), and notes which
/// stretches of the base went where.
///
/// Every copy and insert is checked against base, delta and result. No array, class or closure is
/// touched inside the loop.
@safe struct DeltaApplication {
  /// The delta behind its head; padded by `ByteMemory.padding`.
  let delta: UnsafeBufferPointer<UInt8>
  /// Padded alike.
  let base: UnsafeBufferPointer<UInt8>
  /// Exactly as long as the head says; padded alike.
  let result: UnsafeMutableBufferPointer<UInt8>
  /// Shorter runs are left out, unless they hold the beginning or the end of both.
  let shortestRun: Int

  /// False where the delta does not fit base or result.
  func run(into runs: inout RunBuffer) -> Bool {
    guard let input = unsafe delta.baseAddress, let source = unsafe base.baseAddress,
      let output = unsafe result.baseAddress
    else { return false }
    runs.count = 0
    let (inputEnd, baseSize, size) = unsafe (delta.count, base.count, result.count)
    var at = 0
    var written = 0
    var (runSource, runStart, runLength) = (0, 0, 0)
    while at < inputEnd {
      let operation = unsafe input[at]
      at += 1
      if operation & 0x80 != 0 {
        var from = 0
        var length = 0
        // Reads at most seven bytes, which the padding covers; whether they belong to the delta is
        // checked below, before they are used.
        if operation & 0x01 != 0 {
          unsafe from = Int(input[at])
          at += 1
        }
        if operation & 0x02 != 0 {
          unsafe from |= Int(input[at]) << 8
          at += 1
        }
        if operation & 0x04 != 0 {
          unsafe from |= Int(input[at]) << 16
          at += 1
        }
        if operation & 0x08 != 0 {
          unsafe from |= Int(input[at]) << 24
          at += 1
        }
        if operation & 0x10 != 0 {
          unsafe length = Int(input[at])
          at += 1
        }
        if operation & 0x20 != 0 {
          unsafe length |= Int(input[at]) << 8
          at += 1
        }
        if operation & 0x40 != 0 {
          unsafe length |= Int(input[at]) << 16
          at += 1
        }
        if length == 0 { length = 0x10000 }
        guard at <= inputEnd, from + length <= baseSize, length <= size - written else {
          return false
        }
        unsafe Self.copy(output + written, source + from, length)
        if from == runSource + runLength, written == runStart + runLength {
          runLength += length
        } else {
          note(runSource, runStart, runLength, &runs)
          (runSource, runStart, runLength) = (from, written, length)
        }
        written += length
      } else {
        let length = Int(operation)
        guard length > 0, length <= inputEnd - at, length <= size - written else { return false }
        unsafe Self.copy(output + written, input + at, length)
        at += length
        written += length
      }
    }
    note(runSource, runStart, runLength, &runs)
    return written == size
  }

  @inline(__always)
  private func note(_ source: Int, _ start: Int, _ length: Int, _ runs: inout RunBuffer) {
    guard length > 0 else { return }
    if length < shortestRun, source != 0 || start != 0,
      unsafe source + length != base.count || start + length != result.count
    {
      return
    }
    if runs.count == runs.capacity, !runs.grow() { return }
    unsafe runs.base[runs.count] = CopyRun(
      source: Int32(truncatingIfNeeded: source), destination: Int32(truncatingIfNeeded: start),
      length: Int32(truncatingIfNeeded: length))
    runs.count += 1
  }

  /// Most copies are short: one vector, over the end into the padding, beats a call.
  @inline(__always)
  private static func copy(
    _ to: UnsafeMutablePointer<UInt8>, _ from: UnsafePointer<UInt8>, _ count: Int
  ) {
    if count <= 32 {
      let vector = unsafe UnsafeRawPointer(from).loadUnaligned(as: SIMD32<UInt8>.self)
      unsafe UnsafeMutableRawPointer(to).storeBytes(of: vector, as: SIMD32<UInt8>.self)
    } else {
      unsafe to.update(from: from, count: count)
    }
  }
}

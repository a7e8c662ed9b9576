internal import CProcessor

/// SHA-1 as FIPS 180-4 defines it: git's names and checksums, no security is taken from it.
struct SHA1 {
  private var state: (UInt32, UInt32, UInt32, UInt32, UInt32) = (
    0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0
  )
  private var pending: [UInt8] = []
  private var length: UInt64 = 0
  private let isInHardware: Bool

  /// Whether this processor has instructions for it; asking takes microseconds.
  static let hasInstructions = sha1_is_in_hardware() != 0

  /// - Parameter usesInstructions: whether they may be used where they are.
  init(usesInstructions: Bool = true) { isInHardware = usesInstructions && Self.hasInstructions }

  mutating func update(_ bytes: UnsafeBufferPointer<UInt8>) {
    length += UInt64(bytes.count)
    var at = 0
    if !pending.isEmpty {
      let missing = min(64 - pending.count, bytes.count)
      for index in 0..<missing { unsafe pending.append(bytes[index]) }
      at = missing
      guard pending.count == 64 else { return }
      let block = pending
      unsafe block.withUnsafeBufferPointer { unsafe compress($0, blocks: 1) }
      pending.removeAll(keepingCapacity: true)
    }
    let blocks = (bytes.count - at) / 64
    if blocks > 0 {
      unsafe compress(UnsafeBufferPointer(rebasing: bytes[at...]), blocks: blocks)
      at += blocks * 64
    }
    while at < bytes.count {
      unsafe pending.append(bytes[at])
      at += 1
    }
  }

  mutating func update(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { unsafe update($0) }
  }

  /// The digest of all bytes so far.
  func finalized() -> ObjectName {
    var last = self
    let bits = length &* 8
    let fill = (119 - Int(length % 64)) % 64
    last.update([0x80] + [UInt8](repeating: 0, count: fill))
    last.update((0..<8).map { UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * $0)) })
    return ObjectName(
      first: UInt64(last.state.0) << 32 | UInt64(last.state.1),
      second: UInt64(last.state.2) << 32 | UInt64(last.state.3), third: last.state.4)
  }

  /// The schedule is made four words at a time and holds the rounds' constants, so that a round
  /// is left with what depends on the round before.
  private mutating func compress(_ bytes: UnsafeBufferPointer<UInt8>, blocks: Int) {
    guard let start = unsafe UnsafeRawPointer(bytes.baseAddress) else { return }
    if isInHardware { return unsafe compressInHardware(start, blocks: blocks) }
    var (a, b, c, d, e) = state
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 160) { buffer in
      guard let words = buffer.baseAddress else { return }
      let sums = unsafe words + 80
      for block in 0..<blocks {
        unsafe Self.schedule(start + block * 64, words, sums)
        let before = (a, b, c, d, e)
        for index in stride(from: 0, to: 20, by: 5) {
          unsafe Self.rounds(&a, &b, &c, &d, &e, sums + index) { $2 ^ ($0 & ($1 ^ $2)) }
        }
        for index in stride(from: 20, to: 40, by: 5) {
          unsafe Self.rounds(&a, &b, &c, &d, &e, sums + index) { $0 ^ $1 ^ $2 }
        }
        for index in stride(from: 40, to: 60, by: 5) {
          unsafe Self.rounds(&a, &b, &c, &d, &e, sums + index) { ($0 & $1) | ($2 & ($0 | $1)) }
        }
        for index in stride(from: 60, to: 80, by: 5) {
          unsafe Self.rounds(&a, &b, &c, &d, &e, sums + index) { $0 ^ $1 ^ $2 }
        }
        (a, b, c, d, e) = (
          before.0 &+ a, before.1 &+ b, before.2 &+ c, before.3 &+ d, before.4 &+ e
        )
      }
    }
    state = (a, b, c, d, e)
  }

  private mutating func compressInHardware(_ start: UnsafeRawPointer, blocks: Int) {
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 5) { chain in
      guard let words = chain.baseAddress else { return }
      unsafe (words[0], words[1], words[2], words[3], words[4]) = state
      unsafe sha1_compress(words, start.assumingMemoryBound(to: UInt8.self), blocks)
      unsafe state = (words[0], words[1], words[2], words[3], words[4])
    }
  }

  /// - Parameters:
  ///   - words: the 80 words of the schedule.
  ///   - sums: each word with the constant of its round added.
  @inline(__always)
  private static func schedule(
    _ block: UnsafeRawPointer, _ words: UnsafeMutablePointer<UInt32>,
    _ sums: UnsafeMutablePointer<UInt32>
  ) {
    for index in 0..<16 {
      unsafe words[index] = UInt32(
        bigEndian: block.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
    }
    for index in 16..<32 {
      let mixed = unsafe words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16]
      unsafe words[index] = mixed << 1 | mixed >> 31
    }
    // The same recurrence applied to itself, so that no word needs one of its own four.
    for index in stride(from: 32, to: 80, by: 4) {
      let mixed =
        unsafe four(words + index - 6) ^ four(words + index - 16)
        ^ four(words + index - 28) ^ four(words + index - 32)
      unsafe UnsafeMutableRawPointer(words + index).storeBytes(
        of: mixed &+ mixed &+ mixed &+ mixed | mixed &>> 30, as: SIMD4<UInt32>.self)
    }
    unsafe add(0x5a82_7999, 0, words, sums)
    unsafe add(0x6ed9_eba1, 20, words, sums)
    unsafe add(0x8f1b_bcdc, 40, words, sums)
    unsafe add(0xca62_c1d6, 60, words, sums)
  }

  /// Twenty rounds have one constant.
  @inline(__always)
  private static func add(
    _ constant: UInt32, _ first: Int, _ words: UnsafeMutablePointer<UInt32>,
    _ sums: UnsafeMutablePointer<UInt32>
  ) {
    for index in stride(from: first, to: first + 20, by: 4) {
      let sum = unsafe four(words + index) &+ SIMD4(repeating: constant)
      unsafe UnsafeMutableRawPointer(sums + index).storeBytes(of: sum, as: SIMD4<UInt32>.self)
    }
  }

  @inline(__always)
  private static func four(_ words: UnsafeMutablePointer<UInt32>) -> SIMD4<UInt32> {
    unsafe UnsafeRawPointer(words).loadUnaligned(as: SIMD4<UInt32>.self)
  }

  /// Five rounds, after which each variable is itself again.
  @inline(__always)
  private static func rounds(
    _ a: inout UInt32, _ b: inout UInt32, _ c: inout UInt32, _ d: inout UInt32, _ e: inout UInt32,
    _ sums: UnsafeMutablePointer<UInt32>, _ mix: (UInt32, UInt32, UInt32) -> UInt32
  ) {
    unsafe round(a, &b, c, d, &e, sums[0], mix)
    unsafe round(e, &a, b, c, &d, sums[1], mix)
    unsafe round(d, &e, a, b, &c, sums[2], mix)
    unsafe round(c, &d, e, a, &b, sums[3], mix)
    unsafe round(b, &c, d, e, &a, sums[4], mix)
  }

  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: inout UInt32, _ c: UInt32, _ d: UInt32, _ e: inout UInt32, _ sum: UInt32,
    _ mix: (UInt32, UInt32, UInt32) -> UInt32
  ) {
    e = e &+ sum &+ mix(b, c, d) &+ (a << 5 | a >> 27)
    b = b << 30 | b >> 2
  }
}

/// SHA-1 as FIPS 180-4 defines it: git's names and checksums, no security is taken from it.
struct SHA1 {
  private var state: (UInt32, UInt32, UInt32, UInt32, UInt32) = (
    0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0
  )
  private var pending: [UInt8] = []
  private var length: UInt64 = 0

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

  private mutating func compress(_ bytes: UnsafeBufferPointer<UInt8>, blocks: Int) {
    let input = UnsafeRawBufferPointer(bytes)
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 80) { words in
      for block in 0..<blocks {
        for index in 0..<16 {
          unsafe words[index] = UInt32(
            bigEndian: input.loadUnaligned(fromByteOffset: block * 64 + index * 4, as: UInt32.self))
        }
        for index in 16..<80 {
          let mixed =
            unsafe words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16]
          unsafe words[index] = mixed << 1 | mixed >> 31
        }
        var (a, b, c, d, e) = state
        for index in 0..<80 {
          let (mix, constant): (UInt32, UInt32) =
            switch index {
            case 0..<20: ((b & c) | (~b & d), 0x5a82_7999)
            case 20..<40: (b ^ c ^ d, 0x6ed9_eba1)
            case 40..<60: ((b & c) | (b & d) | (c & d), 0x8f1b_bcdc)
            default: (b ^ c ^ d, 0xca62_c1d6)
            }
          let next = unsafe (a << 5 | a >> 27) &+ mix &+ e &+ constant &+ words[index]
          (a, b, c, d, e) = (next, a, b << 30 | b >> 2, c, d)
        }
        state = (state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d, state.4 &+ e)
      }
    }
  }
}

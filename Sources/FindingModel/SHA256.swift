/// SHA-256 as FIPS 180-4 defines it; enough for identities, so that no cryptography package is
/// built for one function.
public struct SHA256: Sendable {
  private var state: (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32) = (
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19
  )
  private var pending: [UInt8] = []
  private var length: UInt64 = 0
  private var schedule = [UInt32](repeating: 0, count: 64)

  public init() { pending.reserveCapacity(64) }

  public mutating func update(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      pending.append(byte)
      length += 1
      if pending.count == 64 { compress() }
    }
  }

  /// As for any sequence, several times faster: whole blocks are not gathered first.
  public mutating func update(_ bytes: [UInt8]) {
    var at = 0
    while at < bytes.count {
      if pending.isEmpty, bytes.count - at >= 64 {
        compress(bytes, at)
        length += 64
        at += 64
      } else {
        pending.append(bytes[at])
        length += 1
        at += 1
        if pending.count == 64 { compress() }
      }
    }
  }

  /// The digest of all bytes so far; the hash can go on afterwards.
  public func finalized() -> [UInt8] {
    var last = self
    return last.finish()
  }

  /// The digest of all bytes so far, after which the hash is of no further use; for thousands of
  /// short texts, where a copy of the state would cost as much as the hash.
  mutating func finish() -> [UInt8] {
    let bits = length &* 8
    pending.append(0x80)
    if pending.count > 56 {
      while pending.count < 64 { pending.append(0) }
      compress()
    }
    while pending.count < 56 { pending.append(0) }
    for index in 0..<8 as Range<UInt64> {
      pending.append(UInt8(truncatingIfNeeded: bits >> (56 - 8 * index)))
    }
    compress()
    var digest: [UInt8] = []
    digest.reserveCapacity(32)
    add(state.0, to: &digest)
    add(state.1, to: &digest)
    add(state.2, to: &digest)
    add(state.3, to: &digest)
    add(state.4, to: &digest)
    add(state.5, to: &digest)
    add(state.6, to: &digest)
    add(state.7, to: &digest)
    return digest
  }

  private func add(_ word: UInt32, to digest: inout [UInt8]) {
    digest.append(UInt8(truncatingIfNeeded: word >> 24))
    digest.append(UInt8(truncatingIfNeeded: word >> 16))
    digest.append(UInt8(truncatingIfNeeded: word >> 8))
    digest.append(UInt8(truncatingIfNeeded: word))
  }

  public static func hash(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var hasher = SHA256()
    hasher.update(bytes)
    return hasher.finish()
  }

  /// As for any sequence, several times faster.
  public static func hash(_ bytes: [UInt8]) -> [UInt8] {
    var hasher = SHA256()
    hasher.update(bytes)
    return hasher.finish()
  }

  /// Lower-case hexadecimal digest, as for any sequence, several times faster.
  public static func hexadecimal(_ bytes: [UInt8]) -> String { hash(bytes).hexadecimal }

  /// Lower-case hexadecimal digest.
  public static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    hash(bytes).hexadecimal
  }

  private mutating func compress() {
    compress(pending, 0)
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func compress(_ bytes: [UInt8], _ start: Int) {
    for index in 0..<16 {
      let at = start + index * 4
      schedule[index] =
        UInt32(bytes[at]) << 24 | UInt32(bytes[at + 1]) << 16
        | UInt32(bytes[at + 2]) << 8 | UInt32(bytes[at + 3])
    }
    for index in 16..<64 {
      let before = schedule[index - 15]
      let near = schedule[index - 2]
      let small = rotate(before, 7) ^ rotate(before, 18) ^ (before >> 3)
      let large = rotate(near, 17) ^ rotate(near, 19) ^ (near >> 10)
      schedule[index] = schedule[index - 16] &+ small &+ schedule[index - 7] &+ large
    }
    var (a, b, c, d, e, f, g, h) = state
    for index in 0..<64 {
      let s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
      let choice = (e & f) ^ (~e & g)
      let first = h &+ s1 &+ choice &+ Self.constants[index] &+ schedule[index]
      let s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
      let majority = (a & b) ^ (a & c) ^ (b & c)
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ s0 &+ majority)
    }
    state = (
      state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d,
      state.4 &+ e, state.5 &+ f, state.6 &+ g, state.7 &+ h
    )
  }

  private func rotate(_ value: UInt32, _ by: UInt32) -> UInt32 {
    value >> by | value << (32 - by)
  }

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}

extension Sequence<UInt8> {
  /// Two lower-case hexadecimal digits a byte.
  public var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in self {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// SipHash-2-4 with 128 bits (Aumasson and Bernstein, 2012): a digest that nobody can aim at who
/// does not have the key, five times as fast as SHA-256.
struct KeyedHash {
  private var state: State
  private var length = 0
  /// Bytes that do not fill a word yet.
  private var pending: UInt64 = 0

  /// - Parameter key: 16 bytes; more are passed over.
  init(key: [UInt8]) {
    let span = key.span
    let words = (Self.word(span, 0), Self.word(span, 8))
    state = (
      words.0 ^ 0x736f_6d65_7073_6575, words.1 ^ 0x646f_7261_6e64_6f6d ^ 0xee,
      words.0 ^ 0x6c79_6765_6e65_7261, words.1 ^ 0x7465_6462_7974_6573
    )
  }

  mutating func update(_ bytes: [UInt8]) {
    let span = bytes.span
    var at = 0
    while at < span.count, length & 7 != 0 { take(span[at], &at) }
    // In registers, not in memory, for as long as whole words come.
    var state = state
    while at + 8 <= span.count {
      Self.compress(Self.word(span, at), &state)
      at += 8
      length += 8
    }
    self.state = state
    while at < span.count { take(span[at], &at) }
  }

  private mutating func take(_ byte: UInt8, _ at: inout Int) {
    pending |= UInt64(byte) << UInt64(8 * (length & 7))
    length += 1
    at += 1
    if length & 7 == 0 {
      Self.compress(pending, &state)
      pending = 0
    }
  }

  /// The digest of all bytes so far, 16 bytes.
  func finalized() -> [UInt8] {
    var last = self
    Self.compress(pending | UInt64(truncatingIfNeeded: length) << 56, &last.state)
    last.state.2 ^= 0xee
    for _ in 0..<4 { Self.round(&last.state) }
    var bytes = last.output()
    last.state.1 ^= 0xdd
    for _ in 0..<4 { Self.round(&last.state) }
    bytes += last.output()
    return bytes
  }

  static func hash(_ bytes: [UInt8], key: [UInt8]) -> [UInt8] {
    var hash = KeyedHash(key: key)
    hash.update(bytes)
    return hash.finalized()
  }

  private func output() -> [UInt8] {
    let word = state.0 ^ state.1 ^ state.2 ^ state.3
    return (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) }
  }

  /// The caller has checked that eight bytes follow.
  @inline(__always)
  private static func word(_ bytes: Span<UInt8>, _ at: Int) -> UInt64 {
    let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
    return UInt64(littleEndian: word)
  }

  private typealias State = (UInt64, UInt64, UInt64, UInt64)

  @inline(__always)
  private static func compress(_ word: UInt64, _ state: inout State) {
    state.3 ^= word
    round(&state)
    round(&state)
    state.0 ^= word
  }

  @inline(__always)
  private static func round(_ state: inout State) {
    var (a, b, c, d) = state
    a &+= b
    b = b << 13 | b >> 51
    b ^= a
    a = a << 32 | a >> 32
    c &+= d
    d = d << 16 | d >> 48
    d ^= c
    a &+= d
    d = d << 21 | d >> 43
    d ^= a
    c &+= b
    b = b << 17 | b >> 47
    b ^= c
    c = c << 32 | c >> 32
    state = (a, b, c, d)
  }
}

/// The SHA-1 name of a git object.
public struct ObjectID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The id as three big-endian numbers: 8, 8 and 4 bytes.
  public let high: UInt64
  public let middle: UInt64
  public let low: UInt32

  public init(high: UInt64, middle: UInt64, low: UInt32) {
    self.high = high
    self.middle = middle
    self.low = low
  }

  /// Reads exactly 20 bytes; nil for any other number.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 20 else { return nil }
    var words: (UInt64, UInt64, UInt32) = (0, 0, 0)
    for (index, byte) in bytes.enumerated() {
      switch index {
      case ..<8: words.0 = words.0 << 8 | UInt64(byte)
      case ..<16: words.1 = words.1 << 8 | UInt64(byte)
      default: words.2 = words.2 << 8 | UInt32(byte)
      }
    }
    self.init(high: words.0, middle: words.1, low: words.2)
  }

  /// Reads exactly 40 hexadecimal digits; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let digits = Array(text.utf8)
    self.init(digits: 0..<digits.count, of: digits.span)
  }

  /// Reads a part that is exactly 40 hexadecimal digits; nil for anything else.
  init?(digits range: Range<Int>, of bytes: Span<UInt8>) {
    guard range.count == 40, range.lowerBound >= 0, range.upperBound <= bytes.count else {
      return nil
    }
    if let id = Self.lowerCase(range.lowerBound, of: bytes) {
      self = id
      return
    }
    var words: (UInt64, UInt64, UInt32) = (0, 0, 0)
    for index in 0..<40 {
      guard let value = Self.value(bytes[range.lowerBound + index]) else { return nil }
      switch index {
      case ..<16: words.0 = words.0 << 4 | UInt64(value)
      case ..<32: words.1 = words.1 << 4 | UInt64(value)
      default: words.2 = words.2 << 4 | UInt32(value)
      }
    }
    self.init(high: words.0, middle: words.1, low: words.2)
  }

  /// Forty digits as git writes them, eight at once; nil where one of them is none, or a capital.
  private static func lowerCase(_ start: Int, of bytes: Span<UInt8>) -> ObjectID? {
    guard let one = number(start, of: bytes), let two = number(start + 8, of: bytes),
      let three = number(start + 16, of: bytes), let four = number(start + 24, of: bytes),
      let five = number(start + 32, of: bytes)
    else { return nil }
    return ObjectID(
      high: UInt64(one) << 32 | UInt64(two), middle: UInt64(three) << 32 | UInt64(four), low: five)
  }

  /// Eight digits of `0123456789abcdef`; nil for any other byte. They lie within the bytes.
  private static func number(_ start: Int, of bytes: Span<UInt8>) -> UInt32? {
    let word = UInt64(
      littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self))
    // Of each byte: whether it is a letter, and its lower half.
    let letters = word >> 6 & 0x0101_0101_0101_0101
    let low = word & 0x0f0f_0f0f_0f0f_0f0f
    // Digits are 0x30 to 0x39, letters 0x61 to 0x66: what is added carries into the upper half
    // where the lower one is too large, and what is taken away where it is too small.
    let upper: UInt64 = 0x1010_1010_1010_1010
    let high = 0x3030_3030_3030_3030 + 0x30 * letters
    let isLow = (low + 0x0606_0606_0606_0606 + 3 * letters) & upper == 0
    let isHigh = ((low | upper) - letters) & upper == upper
    guard word & 0xf0f0_f0f0_f0f0_f0f0 == high, isLow, isHigh else { return nil }
    var digits = low + 9 * letters
    digits = (digits << 4 | digits >> 8) & 0x00ff_00ff_00ff_00ff
    digits = (digits | digits >> 8) & 0x0000_ffff_0000_ffff
    return UInt32(truncatingIfNeeded: digits | digits >> 16).byteSwapped
  }

  /// The id at an offset of a tree's bytes; the caller has checked that 20 bytes follow.
  init(in bytes: Span<UInt8>, at offset: Int) {
    var (high, middle, low) = (UInt64(0), UInt64(0), UInt32(0))
    for index in offset..<offset + 8 { high = high << 8 | UInt64(bytes[index]) }
    for index in offset + 8..<offset + 16 { middle = middle << 8 | UInt64(bytes[index]) }
    for index in offset + 16..<offset + 20 { low = low << 8 | UInt32(bytes[index]) }
    self.init(high: high, middle: middle, low: low)
  }

  /// All zeros: "no object" in the protocol of hooks.
  public static let zero = ObjectID(high: 0, middle: 0, low: 0)

  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(20)
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: high >> UInt64(shift)))
    }
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: middle >> UInt64(shift)))
    }
    for shift in stride(from: 24, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: low >> UInt32(shift)))
    }
    return bytes
  }

  /// 40 lower-case hexadecimal digits.
  public var description: String {
    unsafe String(unsafeUninitializedCapacity: 40) { text in
      for index in 0..<40 {
        let shift = UInt64(60 - index % 16 * 4)
        let digit: UInt64 =
          switch index {
          case ..<16: high >> shift & 15
          case ..<32: middle >> shift & 15
          default: UInt64(low) >> (shift - 32) & 15
          }
        unsafe text[index] = UInt8(digit < 10 ? 0x30 + digit : 0x61 - 10 + digit)
      }
      return 40
    }
  }

  /// The first 12 digits, for messages.
  public var short: String { String(description.prefix(12)) }

  public static func < (left: ObjectID, right: ObjectID) -> Bool {
    if left.high != right.high { return left.high < right.high }
    return (left.middle, left.low) < (right.middle, right.low)
  }

  /// The bits are those of a hash already; one word of them is enough.
  public func hash(into hasher: inout Hasher) { hasher.combine(high) }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x61...0x66: digit - 0x61 + 10
    case 0x41...0x46: digit - 0x41 + 10
    default: nil
    }
  }
}

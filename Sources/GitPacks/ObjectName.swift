/// The SHA-1 name of an object, ordered as in a pack index.
public struct ObjectName: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The name as three big-endian numbers: 8, 8 and 4 bytes.
  public let first: UInt64
  public let second: UInt64
  public let third: UInt32

  public init(first: UInt64, second: UInt64, third: UInt32) {
    self.first = first
    self.second = second
    self.third = third
  }

  /// The name at an offset after which 20 bytes follow.
  init(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
    let raw = UnsafeRawBufferPointer(bytes)
    unsafe self.init(
      first: UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)),
      second: UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)),
      third: UInt32(bigEndian: raw.loadUnaligned(fromByteOffset: offset + 16, as: UInt32.self)))
  }

  /// The tree without entries, which git knows without storing it.
  static let emptyTree = ObjectName(
    first: 0x4b82_5dc6_42cb_6eb9, second: 0xa060_e54b_f8d6_9288, third: 0xfbee_4904)

  /// 20 raw bytes; nil for any other count.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 20 else { return nil }
    var (first, second, third): (UInt64, UInt64, UInt32) = (0, 0, 0)
    for (index, byte) in bytes.enumerated() {
      switch index {
      case 0..<8: first = first << 8 | UInt64(byte)
      case 8..<16: second = second << 8 | UInt64(byte)
      default: third = third << 8 | UInt32(byte)
      }
    }
    self.init(first: first, second: second, third: third)
  }

  /// 40 hexadecimal digits; nil for anything else.
  public init?(hexadecimal text: some StringProtocol) {
    let digits = text.utf8.map { digit -> UInt8 in
      switch digit {
      case 0x30...0x39: digit - 0x30
      case 0x61...0x66: digit - 0x61 + 10
      case 0x41...0x46: digit - 0x41 + 10
      default: 255
      }
    }
    guard digits.count == 40, !digits.contains(255) else { return nil }
    self.init(bytes: (0..<20).map { digits[2 * $0] << 4 | digits[2 * $0 + 1] })
  }

  /// The 20 raw bytes.
  public var bytes: [UInt8] {
    (0..<20).map { index in
      switch index {
      case 0..<8: UInt8(truncatingIfNeeded: first >> UInt64(56 - 8 * index))
      case 8..<16: UInt8(truncatingIfNeeded: second >> UInt64(120 - 8 * index))
      default: UInt8(truncatingIfNeeded: third >> UInt32(152 - 8 * index))
      }
    }
  }

  /// Appends the 20 raw bytes.
  public func append(to bytes: inout [UInt8]) {
    unsafe withUnsafeBytes(of: first.bigEndian) { unsafe bytes.append(contentsOf: $0) }
    unsafe withUnsafeBytes(of: second.bigEndian) { unsafe bytes.append(contentsOf: $0) }
    unsafe withUnsafeBytes(of: third.bigEndian) { unsafe bytes.append(contentsOf: $0) }
  }

  /// 40 lower-case hexadecimal digits.
  public var description: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  public static func < (left: ObjectName, right: ObjectName) -> Bool {
    if left.first != right.first { return left.first < right.first }
    if left.second != right.second { return left.second < right.second }
    return left.third < right.third
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(first) }
}

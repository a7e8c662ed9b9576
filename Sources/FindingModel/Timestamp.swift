/// A moment to the second, UTC, written as RFC 3339 with `Z`.
public struct Timestamp: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z.
  public var seconds: Int

  public init(seconds: Int) { self.seconds = seconds }

  /// Reads RFC 3339 with `Z` or an offset, `T` or a space, fractions dropped, and a plain day as
  /// its first second; nil for anything else, a time without zone included.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, let day = Day(String(decoding: bytes[..<10], as: UTF8.self)) else {
      return nil
    }
    if bytes.count == 10 {
      seconds = day.sinceEpoch * 86_400
      return
    }
    guard bytes.count >= 20, [0x54, 0x74, 0x20].contains(bytes[10]),
      bytes[13] == 0x3a, bytes[16] == 0x3a,
      let hour = Self.number(bytes[11..<13]), hour < 24,
      let minute = Self.number(bytes[14..<16]), minute < 60,
      let second = Self.number(bytes[17..<19]), second <= 60
    else { return nil }
    var rest = bytes[19...]
    if rest.first == 0x2e {
      rest = rest.dropFirst().drop { (0x30...0x39).contains($0) }
    }
    guard let offset = Self.offset(Array(rest)) else { return nil }
    seconds = day.sinceEpoch * 86_400 + hour * 3600 + minute * 60 + min(second, 59) - offset
  }

  public var day: Day { Day(sinceEpoch: Int((Double(seconds) / 86_400).rounded(.down))) }

  public var description: String {
    let second = seconds - day.sinceEpoch * 86_400
    return "\(day)T\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):"
      + "\(padded(second % 60, 2))Z"
  }

  public static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Seconds east of UTC of `Z`, `+hh:mm` or `+hhmm`.
  private static func offset(_ zone: [UInt8]) -> Int? {
    if zone == [0x5a] || zone == [0x7a] { return 0 }
    guard let sign = zone.first, sign == 0x2b || sign == 0x2d else { return nil }
    let digits = zone.dropFirst().filter { $0 != 0x3a }
    guard digits.count == 4, let hour = number(digits[0..<2]), let minute = number(digits[2..<4]),
      hour < 24, minute < 60
    else { return nil }
    return (sign == 0x2d ? -1 : 1) * (hour * 3600 + minute * 60)
  }
}

extension Timestamp: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Timestamp(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no RFC 3339 time")
    }
    self = value
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

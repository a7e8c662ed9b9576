/// Values of secret-like names that are something else: ids that services publish, paths, hosts,
/// versions, times, and what is no encoding of bytes.
enum OrdinaryValue {
  /// Beginnings of ids that their services call public.
  private static let publicIDs: [(prefix: String, what: String)] = [
    ("3MVG9", "the id of a Salesforce app"), ("pk_live_", "a publishable key"),
    ("pk_test_", "a publishable key"), ("sq0idp-", "the id of a Square app"),
    ("SB-Mid-client-", "a client key of Midtrans"), ("Mid-client-", "a client key of Midtrans"),
    ("arn:", "the name of an AWS resource"), ("urn:", "a name"), ("acct_", "an account's id"),
    ("projects/", "the name of a resource"),
  ]
  private static let domains: Set<String> = [
    "com", "net", "org", "io", "dev", "app", "cloud", "local", "internal", "co", "de", "eu", "uk",
  ]
  /// Shorter digits are no encoded bytes anyhow.
  private static let fewestDigits = 25

  /// What a value is, to follow "it is"; nil where it is nothing of the kind.
  static func kind(_ value: [UInt8]) -> String? {
    let text = String(decoding: value.prefix(512), as: UTF8.self)
    if let id = publicIDs.first(where: { text.hasPrefix($0.prefix) }) { return id.what }
    if isPath(value) { return "a path" }
    if isHost(text) { return "a host" }
    if isVersioned(text) { return "a name with a version" }
    if holdsTime(value) { return "text with a time in it" }
    if isTimeUUID(value) { return "a UUID that tells time and machine" }
    return nil
  }

  /// What is wrong with hexadecimal digits that stand for no whole bytes; nil for other values.
  static func oddDigits(_ value: [UInt8]) -> Int? {
    guard value.count >= fewestDigits, !value.count.isMultiple(of: 2) else { return nil }
    let isLower = value.allSatisfy { isDigit($0) || (0x61...0x66).contains($0) }
    let isUpper = value.allSatisfy { isDigit($0) || (0x41...0x46).contains($0) }
    return isLower || isUpper ? value.count : nil
  }

  /// `/en/product@3.0/auth`: names in small letters behind slashes. Base64 mixes its letters.
  private static func isPath(_ value: [UInt8]) -> Bool {
    guard value.first == 0x2f else { return false }
    let parts = value.dropFirst().split(separator: 0x2f, omittingEmptySubsequences: false)
    return parts.count >= 2
      && parts.allSatisfy { part in
        part.contains(where: isSmall)
          && part.allSatisfy {
            isSmall($0) || isDigit($0) || [0x2d, 0x2e, 0x40, 0x5f].contains($0)
          }
      }
  }

  /// `app-1234.auth0.com`
  private static func isHost(_ text: String) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count >= 2 && labels.last.map { domains.contains(String($0)) } ?? false
      && labels.allSatisfy { label in
        !label.isEmpty && label.utf8.allSatisfy { isSmall($0) || isDigit($0) || $0 == 0x2d }
      }
  }

  /// `jackson-databind-2.11.0`, `acme/app:1.4.2`: words, then a number with points.
  private static func isVersioned(_ text: String) -> Bool {
    guard let mark = text.lastIndex(where: { "-:@".contains($0) }) else { return false }
    let (name, version) = (text[..<mark], text[text.index(after: mark)...])
    let numbers = version.split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count >= 2
      && numbers.allSatisfy { (1...4).contains($0.utf8.count) && $0.utf8.allSatisfy(isDigit) }
      && !name.isEmpty
      && name.utf8.allSatisfy { isSmall($0) || isDigit($0) || "-._/:@".utf8.contains($0) }
      && WordLikeness.share(of: Array(name.utf8)) >= 0.5
  }

  /// `2026-03-04T07:24`
  private static func holdsTime(_ value: [UInt8]) -> Bool {
    let shape = Array("0000-00-00T00:00".utf8)
    guard value.count >= shape.count else { return false }
    return (0...(value.count - shape.count)).contains { start in
      zip(value[start...], shape).allSatisfy { byte, wanted in
        wanted == 0x30 ? isDigit(byte) : byte == wanted || (wanted == 0x54 && byte == 0x20)
      }
    }
  }

  /// Versions 1, 2 and 6 (RFC 9562) are not random.
  private static func isTimeUUID(_ value: [UInt8]) -> Bool {
    value.count == 36 && [8, 13, 18, 23].allSatisfy { value[$0] == 0x2d }
      && value.allSatisfy { isDigit($0) || (0x61...0x66).contains($0 | 0x20) || $0 == 0x2d }
      && [0x31, 0x32, 0x36].contains(value[14])
      && [0x38, 0x39, 0x61, 0x62].contains(value[19] | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte) }
}

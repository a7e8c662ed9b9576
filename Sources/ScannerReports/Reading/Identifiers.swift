import FindingModel
import ReportReading

/// Names of advisories and weaknesses, however a tool writes them.
enum Identifiers {
  /// `CVE-2020-1`, with an upper-case prefix; GHSA keeps its lower-case rest.
  static func normalised(_ id: String) -> String? {
    let id = Words.line(id)
    guard !id.isEmpty, id.utf8.count <= 200 else { return nil }
    let upper = id.uppercased()
    if upper.hasPrefix("GHSA-") { return "GHSA-" + id.dropFirst(5).lowercased() }
    for prefix in ["CVE-", "PYSEC-", "CWE-", "OSV-"] where upper.hasPrefix(prefix) {
      return upper
    }
    return id
  }

  /// Sorted, without doubles.
  static func sorted(_ ids: [String]) -> [String] {
    Set(ids.compactMap(normalised)).sorted()
  }

  /// CVE, GHSA and PYSEC ids within a text.
  static func inText(_ text: String) -> [String] {
    text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")) }
      .compactMap { word in
        let parts = word.split(separator: "-", omittingEmptySubsequences: false)
        switch parts.first?.uppercased() {
        case "CVE"
        where parts.count >= 3 && parts[1].count == 4 && isNumber(parts[1])
          && isNumber(parts[2]):
          return normalised(parts.prefix(3).joined(separator: "-"))
        case "PYSEC" where parts.count >= 3 && isNumber(parts[1]) && isNumber(parts[2]):
          return normalised(parts.prefix(3).joined(separator: "-"))
        case "GHSA" where parts.count >= 4 && parts[1...3].allSatisfy({ $0.count == 4 }):
          return normalised(parts.prefix(4).joined(separator: "-"))
        default: return nil
        }
      }
  }

  private static func isNumber(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// CWE ids out of `"CWE-79"`, `"79"`, `79`, `"CWE-78: long text"`, `"external/cwe/cwe-079"`,
  /// lists of these, and lists within a string; `-1`, `0` and null are none.
  static func weaknesses(_ value: JSONValue) -> [String] {
    if value.isArray { return value.elements.flatMap(weaknesses) }
    guard let text = value.scalar else { return value.isNull ? [] : weaknesses(value["id"]) }
    if text.hasPrefix("["), text.utf8.count < 4096,
      let list = try? JSONReader.document(Array(text.utf8))
    {
      return weaknesses(list)
    }
    return weakness(text).map { [$0] } ?? []
  }

  static func weakness(_ text: String) -> String? {
    let bytes = Array(text.lowercased().utf8.prefix(500))
    var digits = bytes[...].drop { $0 <= 0x20 }
    for start in bytes.indices where bytes[start...].starts(with: "cwe".utf8) {
      let rest = bytes[(start + 3)...].drop { $0 == 0x2d || $0 == 0x5f || $0 == 0x20 || $0 == 0x3a }
      if let first = rest.first, (0x30...0x39).contains(first) {
        digits = rest
        break
      }
    }
    let number = digits.prefix { (0x30...0x39).contains($0) }
    guard let value = Int(String(decoding: number, as: UTF8.self)), value > 0 else { return nil }
    return "CWE-\(value)"
  }
}

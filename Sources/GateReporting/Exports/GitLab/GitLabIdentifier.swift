import FindingModel

/// An identifier; the first of a vulnerability is part of how GitLab tracks it: the rule for code
/// and secrets, the advisory for packages, never a CWE.
struct GitLabIdentifier: JSONWritable {
  var type: String
  var name: String
  var value: String
  var url: String?

  func write(to json: inout JSONWriter) {
    json.member("type", type)
    json.member("name", PlainText.line(name, limit: 255))
    json.member("value", PlainText.line(value, limit: 255))
    json.member("url", url)
  }

  /// GitLab keeps 20.
  static func all(of finding: Finding, _ kind: GitLabReport.Kind) -> [GitLabIdentifier] {
    let tool = finding.witnesses.first?.tool ?? "secgate"
    let ruleName = finding.ruleID.isEmpty ? finding.category.rawValue : finding.ruleID
    let rule = GitLabIdentifier(
      type: PlainText.line(tool, limit: 40).replacing("-", with: "_") + "_rule_id",
      name: ruleName, value: ruleName)
    let known = finding.identifiers.filter { !$0.isEmpty }.map(published)
    let advisories = known.filter { $0.type != "cwe" && $0.type != "owasp" }
      .sorted { ($0.rank, $0.value) < ($1.rank, $1.value) }
    let classes = known.filter { $0.type == "cwe" || $0.type == "owasp" }
    let isPackage = kind == .dependencyScanning || kind == .containerScanning
    let sorted = isPackage ? advisories + [rule] + classes : [rule] + advisories + classes
    var seen: Set<String> = []
    return Array(sorted.filter { seen.insert($0.value).inserted }.prefix(20))
  }

  private var rank: Int { ["cve", "ghsa", "osv"].firstIndex(of: type) ?? 3 }

  private static func published(_ name: String) -> GitLabIdentifier {
    let address: String? =
      if name.hasPrefix("CVE-") {
        "https://www.cve.org/CVERecord?id="
      } else if name.hasPrefix("GHSA-") {
        "https://github.com/advisories/"
      } else {
        nil
      }
    if name.hasPrefix("CWE-"), let number = Int(name.dropFirst(4)) {
      return GitLabIdentifier(
        type: "cwe", name: name, value: String(number),
        url: "https://cwe.mitre.org/data/definitions/\(number).html")
    }
    let type = name.prefix { $0.isASCII && $0.isLetter }.lowercased()
    let isPlain = name.utf8.allSatisfy {
      $0 == 0x2d || (0x30...0x39).contains($0) || (0x41...0x5a).contains($0)
        || (0x61...0x7a).contains($0)
    }
    return GitLabIdentifier(
      type: type.isEmpty ? "identifier" : type, name: name, value: name,
      url: isPlain ? address.map { $0 + name } : nil)
  }
}

import FindingModel
import ReportReading

/// One advisory as npm 6, pnpm and yarn print it.
enum NpmAdvisory {
  static let labels = SeverityLabels(
    stated: [
      "critical": .critical, "high": .high, "moderate": .medium, "medium": .medium, "low": .low,
      "info": .info,
    ])

  static func add(_ advisory: JSONValue, key: String, into draft: inout Draft) {
    guard let name = advisory["module_name"].text ?? advisory["name"].text else {
      draft.partial("an advisory without the module's name was skipped")
      return
    }
    let number = advisory["id"].scalar ?? key
    let url = advisory["url"].text
    let github =
      advisory["github_advisory_id"].text ?? url.flatMap { Identifiers.inText($0).first }
    var record = DependencyRecord(
      rule: github ?? "NPM-\(Words.line(number))", purl: PackageURL.make("npm", name), name: name,
      rating: labels.rating(advisory["severity"].text))
    record.advisories += advisory["cves"].texts
    record.title = advisory["title"].text
    record.description = advisory["overview"].text
    record.weaknesses = Identifiers.weaknesses(advisory["cwe"])
    record.cvss = score(advisory["cvss"])
    record.installed = advisory["findings"].elements.lazy.compactMap { $0["version"].text }.first
    record.fixedIn = fixed(advisory["patched_versions"].text)
    record.references = [url].compactMap { $0 }
    record.remediation = advisory["recommendation"].text
    draft.add(record.finding(draft))
  }

  /// A score of 0 or no vector is npm's way to say that it does not know.
  static func score(_ cvss: JSONValue) -> CVSS? {
    guard let score = cvss["score"].real, score > 0, score <= 10 else { return nil }
    return CVSS(score: score, vector: cvss["vectorString"].text.map(Words.line))
  }

  /// `>=1.10.2` names the version; `<0.0.0` says that there is no fix.
  private static func fixed(_ range: String?) -> [String] {
    guard let range, !range.contains("<0.0.0") else { return [] }
    let versions = range.split { $0 == " " || $0 == "|" }
      .filter { $0.hasPrefix(">=") || $0.first?.isNumber == true }
      .map { String($0.drop { $0 == ">" || $0 == "=" }) }
    return VersionOrder.sorted(versions)
  }
}

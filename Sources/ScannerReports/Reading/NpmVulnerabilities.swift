import FindingModel
import ReportReading

/// Report version 2 of npm 7 and later: advisories stand as objects under `via`, once for each
/// package that they reach.
enum NpmVulnerabilities {
  private struct Key: Hashable {
    let source: String
    let package: String
  }

  static func read(_ document: JSONValue, into draft: inout Draft) {
    let packages = document["vulnerabilities"]
    var seen: Set<Key> = []
    for member in packages.members {
      for via in member.value["via"].elements where via.object != nil {
        add(via, in: packages, fallback: member.key, &seen, &draft)
      }
    }
    if !packages.members.isEmpty, seen.isEmpty {
      draft.partial("packages are affected, but no advisory among `via` says by what")
    }
    let total = document["metadata"]["dependencies"]["total"].integer
    draft.covered = total.map { "\($0) packages" }
  }

  private static func add(
    _ via: JSONValue, in packages: JSONValue, fallback: String, _ seen: inout Set<Key>,
    _ draft: inout Draft
  ) {
    let name = via["name"].text ?? via["dependency"].text ?? fallback
    let url = via["url"].text
    let github = url.flatMap { Identifiers.inText($0).first }
    guard let source = via["source"].scalar ?? github ?? via["title"].text else {
      draft.partial("an advisory of \(name) without source was skipped")
      return
    }
    guard seen.insert(Key(source: source, package: name)).inserted else { return }
    // The source is a row of the registry and changes when an advisory is published again.
    var record = DependencyRecord(
      rule: github ?? "NPM-\(Words.line(source))", purl: PackageURL.make("npm", name), name: name,
      rating: NpmAdvisory.labels.rating(via["severity"].text))
    record.title = via["title"].text
    record.weaknesses = Identifiers.weaknesses(via["cwe"])
    record.cvss = NpmAdvisory.score(via["cvss"])
    record.references = [url].compactMap { $0 }
    let package = packages[name]
    record.remediation = fix(package["fixAvailable"], range: via["range"].text)
    let effects = package["effects"].texts
    if !effects.isEmpty {
      record.description = "Affected through it: \(effects.prefix(20).joined(separator: ", "))."
    }
    draft.add(record.finding(draft))
  }

  private static func fix(_ available: JSONValue, range: String?) -> String? {
    if let name = available["name"].text, let version = available["version"].scalar {
      let major = available["isSemVerMajor"].flag == true ? " (a major change)" : ""
      return "Upgrade \(name) to \(version)\(major)."
    }
    if available.flag == true { return "`npm audit fix` installs a fixed version." }
    return range.map { "No fix is known for versions \($0)." }
  }
}

import FindingModel
import ReportReading

/// Findings and supply-chain advisories as semgrep's cloud API lists them.
enum SemgrepCloud {
  static func finding(_ record: JSONValue, _ draft: Draft) -> Finding? {
    guard let rule = record["rule_name"].text ?? record["rule"]["name"].text,
      let path = record["location"]["file_path"].text
    else { return nil }
    let message = record["rule_message"].text ?? rule
    var code = CodeRecord(
      rule: rule, title: SemgrepAdapter.title(message),
      rating: SemgrepAdapter.labels.rating(record["severity"].text))
    code.identityRule = SemgrepAdapter.identity(rule)
    code.description = message
    code.confidence = SemgrepAdapter.confidence(record["confidence"].text)
    code.path = path
    code.line = record["location"]["line"].integer
    code.column = record["location"]["column"].integer
    code.endLine = record["location"]["end_line"].integer
    code.weaknesses = Identifiers.weaknesses(record["rule"]["cwe_names"])
    code.identifiers = record["rule"]["owasp_names"].texts.map { "OWASP \($0)" }
    if ["ignored", "muted", "fixed", "removed"].contains(record["status"].text) {
      code.suppression = "\(record["status"].text ?? "") in semgrep's cloud"
    }
    return code.finding(draft)
  }

  static func vulnerability(_ record: JSONValue, _ draft: Draft) -> Finding? {
    let advisory = record["advisory"]
    guard let title = record["title"].text ?? advisory["title"].text else { return nil }
    let references = advisory["references"]
    let ids = references["cveIds"].texts
    let matched = record["matchedDependency"]
    let package = matched["name"].text ?? title
    var dependency = DependencyRecord(
      rule: ids.first ?? advisory["ruleId"].text ?? title,
      purl: PackageURL.make(advisory["ecosystem"].text ?? "generic", package), name: package,
      rating: SemgrepAdapter.labels.rating(
        advisory["severity"].text ?? record["severity"].text))
    dependency.advisories += ids + references["urls"].texts.flatMap(Identifiers.inText)
    dependency.title = title
    dependency.description = advisory["description"].text
    dependency.weaknesses = Identifiers.weaknesses(references["cweIds"])
    dependency.references = references["urls"].texts
    dependency.installed = matched["versionSpecifier"].text
    dependency.fixedIn = record["closestSafeDependency"]["versionSpecifier"].texts
    dependency.manifest = record["dependencyFileLocation"]["path"].text
    return dependency.finding(draft)
  }
}

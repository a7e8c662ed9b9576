import FindingModel
import ReportReading

/// The four kinds of trivy's records as findings.
enum TrivyRecord {
  private static let labels = SeverityLabels(
    stated: ["critical": .critical, "high": .high, "medium": .medium, "low": .low],
    unstated: ["unknown": .info])

  /// Old reports hold records without a severity: as little is known as with UNKNOWN.
  private static func rating(_ record: JSONValue) -> Rating {
    guard let label = record["Severity"].text else { return .unknown(.info) }
    return labels.rating(label)
  }

  static func vulnerability(
    _ record: JSONValue, _ result: TrivyLayout.Result, _ draft: Draft
  ) -> Finding {
    let id = record["VulnerabilityID"].text ?? "unknown"
    let name = record["PkgName"].text ?? "unknown"
    let purl =
      record["PkgIdentifier"]["PURL"].text.flatMap(PackageURL.withoutVersion)
      ?? PackageURL.make(TrivyEcosystem.type(result.type), TrivyEcosystem.name(name, result.type))
    var dependency = DependencyRecord(rule: id, purl: purl, name: name, rating: rating(record))
    dependency.advisories += record["VendorIDs"].texts
    dependency.title = record["Title"].text.map { "\(name): \($0)" }
    dependency.description = record["Description"].text
    dependency.weaknesses = record["CweIDs"].texts.compactMap(Identifiers.weakness)
    dependency.cvss = score(record)
    dependency.installed = record["InstalledVersion"].text
    dependency.fixedIn = VersionOrder.sorted(
      (record["FixedVersion"].text ?? "").split(separator: ",").map(String.init))
    dependency.references =
      [record["PrimaryURL"].text].compactMap { $0 }
      + record["References"].texts
    dependency.layer = record["Layer"]["Digest"].text ?? record["Layer"]["DiffID"].text
    dependency.note = record["Status"].text
    dependency.category = result.isImage ? .container : .dependency
    if result.isImage {
      dependency.image = image(result, draft)
    } else {
      dependency.manifest = record["PkgPath"].text ?? result.target
    }
    return dependency.finding(draft)
  }

  /// A system's target is the image itself; a language's lies within the image.
  private static func image(_ result: TrivyLayout.Result, _ draft: Draft) -> String {
    let target = ImageName.withoutSystem(result.target)
    if result.kind == "os-pkgs" || result.target != target { return target }
    return draft.target ?? target
  }

  /// Of several sources the one that gave the severity, else NVD, else the highest.
  private static func score(_ record: JSONValue) -> CVSS? {
    let sources = [record["SeveritySource"].text, "nvd"].compactMap { $0 }
    let entries = sources.map { record["CVSS"][$0] } + record["CVSS"].members.map(\.value)
    for entry in entries {
      for (score, vector) in [
        ("V40Score", "V40Vector"), ("V3Score", "V3Vector"), ("V2Score", "V2Vector"),
      ] {
        if let value = entry[score].real, value > 0, value <= 10 {
          return CVSS(score: value, vector: entry[vector].text.map(Words.line))
        }
      }
    }
    return nil
  }

  static func misconfiguration(
    _ record: JSONValue, _ result: TrivyLayout.Result, _ draft: Draft
  ) -> Finding {
    let id = rule(record)
    let cause = record["CauseMetadata"]
    var code = CodeRecord(
      rule: id, title: record["Title"].text ?? record["Message"].text ?? id,
      rating: rating(record))
    code.description = record["Message"].text ?? record["Description"].text
    code.confidence = .high
    code.path = result.target
    code.line = cause["StartLine"].integer
    code.endLine = cause["EndLine"].integer
    let lines = cause["Code"]["Lines"].elements.filter { $0["IsCause"].flag == true }
      .compactMap { $0["Content"].string }
    // Without lines the resource or the message tells equal rules of a file apart.
    code.snippet =
      lines.isEmpty
      ? cause["Resource"].text ?? record["Message"].text ?? id
      : lines.joined(separator: "\n")
    code.references = [record["PrimaryURL"].text].compactMap { $0 }
    code.remediation = record["Resolution"].text
    code.category =
      ["dockerfile", "kubernetes", "helm"].contains(result.type) ? .container : .code
    switch record["Status"].text {
    case "PASS": code.suppression = "passed"
    case "EXCEPTION": code.suppression = "excepted by a policy of the tool"
    default: break
    }
    return code.finding(draft)
  }

  /// `DS002` with `AVD-DS-0002` in old reports is `DS-0002` in new ones.
  static func rule(_ record: JSONValue) -> String {
    if let id = record["AVDID"].text, id.hasPrefix("AVD-") { return String(id.dropFirst(4)) }
    let id = record["ID"].text ?? "unknown"
    let letters = id.prefix { $0.isASCII && $0.isLetter && $0.isUppercase }
    let digits = id.dropFirst(letters.count)
    guard !letters.isEmpty, digits.count == 3, let number = Int(digits) else { return id }
    let padded = String(number)
    return letters + "-" + String(repeating: "0", count: max(0, 4 - padded.count)) + padded
  }

  static func secret(
    _ record: JSONValue, _ result: TrivyLayout.Result, _ draft: Draft
  ) -> Finding {
    let id = record["RuleID"].text ?? record["VulnerabilityID"].text ?? "unknown"
    var secret = SecretRecord(
      rule: id, title: record["Title"].text ?? id, rating: rating(record))
    // Match is masked, and where it is not, it is a line and not the value: never kept.
    secret.path = result.target
    secret.line = record["StartLine"].integer
    secret.endLine = record["EndLine"].integer
    secret.layer = record["Layer"]["Digest"].text
    if result.artifactType == "container_image" { secret.image = draft.target }
    return secret.finding(draft)
  }

  static func license(
    _ record: JSONValue, _ result: TrivyLayout.Result, _ draft: Draft
  ) -> Finding {
    let name = record["Name"].text ?? "unknown license"
    let package = record["PkgName"].text ?? record["FilePath"].text ?? result.target
    var code = CodeRecord(
      rule: "license:\(name)", title: "License \(name) of \(package)", rating: rating(record))
    code.category = .dependency
    code.path = record["FilePath"].text ?? result.target
    code.snippet = package
    return code.finding(draft)
  }
}

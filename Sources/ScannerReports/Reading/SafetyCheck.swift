import FindingModel
import ReportReading

/// The report object of `safety check` 2.x and 3.x.
enum SafetyCheck {
  static func read(_ document: JSONValue, into draft: inout Draft) {
    let meta = document["report_meta"]
    draft.version = meta["safety_version"].scalar
    let found = meta["packages_found"].integer ?? document["scanned_packages"].members.count
    draft.looked = found > 0
    draft.covered = "\(found) packages"
    let scanned = meta["scanned"].texts
    let isFile = meta["scan_target"].text == "files" && scanned.count == 1
    draft.target = isFile ? scanned.first : nil
    for vulnerability in document["vulnerabilities"].elements {
      add(vulnerability, document, isIgnored: false, &draft)
    }
    for vulnerability in document["ignored_vulnerabilities"].elements {
      add(vulnerability, document, isIgnored: true, &draft)
    }
    if found == 0, draft.isEmpty, !scanned.isEmpty || meta["scan_target"].text != nil {
      draft.partial("safety found no package to check; unpinned requirements are skipped")
    }
  }

  private static func add(
    _ entry: JSONValue, _ document: JSONValue, isIgnored: Bool, _ draft: inout Draft
  ) {
    guard let id = entry["vulnerability_id"].scalar, let name = entry["package_name"].text else {
      draft.partial("a vulnerability without id or package was skipped")
      return
    }
    var record = DependencyRecord(
      rule: "SAFETY-\(Words.line(id))", purl: PackageURL.make("pypi", name), name: name,
      rating: rating(entry["severity"]))
    let advisory = entry["advisory"].text ?? ""
    record.description = advisory
    let stated = entry["CVE"].texts + [entry["CVE"]["name"].text].compactMap { $0 }
    record.advisories += stated.flatMap(Identifiers.inText)
    if stated.isEmpty { record.advisories += Identifiers.inText(advisory) }
    record.installed = entry["analyzed_version"].text
    record.fixedIn = fixes(entry, document["remediations"][name])
    record.cvss = score(entry["severity"])
    record.manifest = draft.target
    record.references = entry["more_info_url"].texts
    // `{}` in 3.x says that it is not ignored.
    let ignored = entry["ignored"].flag == true || !entry["ignored"].members.isEmpty
    if ignored || isIgnored {
      record.suppression = entry["ignored_reason"].text ?? "ignored by safety's options or policy"
    }
    draft.add(record.finding(draft))
  }

  private static func rating(_ severity: JSONValue) -> Rating {
    if let label = severity.text { return SeverityLabels.usual.rating(label) }
    guard let cvss = score(severity) else { return .unknown(.medium) }
    let label = severity["cvssv3"]["base_severity"].text
    return .score(cvss.score, label: label.map(Words.line))
  }

  private static func score(_ severity: JSONValue) -> CVSS? {
    for version in ["cvssv3", "cvssv2"] {
      let entry = severity[version]
      if let score = entry["base_score"].real, (0...10).contains(score) {
        return CVSS(score: score, vector: entry["vector_string"].text.map(Words.line))
      }
    }
    return nil
  }

  private static func fixes(_ entry: JSONValue, _ remediation: JSONValue) -> [String] {
    let stated = entry["fixed_versions"].texts
    if !stated.isEmpty { return VersionOrder.sorted(stated) }
    let recommended =
      remediation["recommended_version"].texts
      + remediation["requirements"].members.flatMap { $0.value["recommended_version"].texts }
    return VersionOrder.sorted(recommended)
  }
}

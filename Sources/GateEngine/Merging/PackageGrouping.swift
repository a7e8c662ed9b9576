import FindingModel

/// Findings about packages by identity: aliases join inside one package only, and what names no
/// manifest joins the only one in which anybody has the package.
struct PackageGrouping {
  private(set) var groups: [String: [FindingRecord]] = [:]

  init(_ records: [FindingRecord]) {
    var packages: [String: [FindingRecord]] = [:]
    for record in records { packages[Self.purl(record.finding), default: []].append(record) }
    for (purl, records) in packages { add(purl, records) }
  }

  private mutating func add(_ purl: String, _ records: [FindingRecord]) {
    let scopes = Set(records.compactMap { Self.scope($0.finding) })
    let only = scopes.count == 1 ? scopes.first : nil
    var aliases = UnionFind()
    for record in records {
      let names = Self.advisories(record)
      for name in names { aliases.join(names[0], name) }
    }
    var members: [Int: [FindingRecord]] = [:]
    for record in records {
      members[aliases.root(of: Self.advisories(record)[0]), default: []].append(record)
    }
    for records in members.values {
      let ids = Set(records.flatMap { Self.plainAdvisories($0.finding) })
      let primary = Self.primary(records, ids)
      let places = Set(records.map { Self.scope($0.finding) ?? only })
      for var record in records {
        let scope = Self.scope(record.finding) ?? only
        record.count = places.count
        record.finding.identifiers = Set(record.finding.identifiers).union(ids).sorted()
        record.finding.basis = .dependency(scope: scope)
        let id = Fingerprint.dependency(advisory: primary, purl: purl, scope: scope)
        groups[id, default: []].append(record)
      }
    }
  }

  /// A tool's own number is one only together with the tool.
  private static func primary(_ records: [FindingRecord], _ ids: Set<String>) -> String {
    let known = Fingerprint.primaryAdvisory(of: ids.filter(isPublic))
    let own = records.flatMap(advisories).filter { $0.contains(" ") }.min()
    return known ?? own?.replacing(" ", with: "-") ?? "unknown"
  }

  /// Without version and qualifiers.
  static func purl(_ finding: Finding) -> String {
    guard let package = finding.package else { return "pkg:generic/unknown" }
    let bare = package.purl.prefix { $0 != "@" && $0 != "?" && $0 != "#" }
    // `pkg:npm/@scope/name` is not percent-encoded, but seen.
    if bare.hasSuffix("/"), package.purl.contains("/@") {
      let rest = package.purl.dropFirst(bare.count + 1)
      return bare + "%40" + rest.prefix { $0 != "@" && $0 != "?" && $0 != "#" }
    }
    return String(bare)
  }

  private static func scope(_ finding: Finding) -> String? {
    guard case .dependency(let scope?) = finding.basis, !scope.isEmpty else { return nil }
    var text = Substring(scope)
    while text.hasPrefix("./") { text = text.dropFirst(2) }
    return text.isEmpty ? nil : String(text)
  }

  /// What joins: advisories of public databases as they are, a tool's own numbers only with that
  /// tool's. Never empty.
  private static func advisories(_ record: FindingRecord) -> [String] {
    let finding = record.finding
    let names = finding.identifiers.compactMap { name -> String? in
      if name.isEmpty || isClassification(name) { return nil }
      return isPublic(name) ? name : record.tool + " " + name
    }
    // A rule may stand for many advisories, so that it joins nothing that has a name of its own.
    if names.isEmpty {
      return [isPublic(finding.ruleID) ? finding.ruleID : record.tool + " " + finding.ruleID]
    }
    return names
  }

  private static func plainAdvisories(_ finding: Finding) -> [String] {
    finding.identifiers.filter { !isClassification($0) }
  }

  private static func isClassification(_ name: String) -> Bool {
    name.hasPrefix("CWE-") || name.hasPrefix("OWASP")
  }

  /// `CVE-2026-1`, `GHSA-…`, `PYSEC-…`: letters, a hyphen, more.
  static func isPublic(_ name: String) -> Bool {
    let letters = name.prefix { $0.isASCII && $0.isLetter }
    return letters.count >= 2 && name.dropFirst(letters.count).hasPrefix("-")
  }
}

import FindingModel

/// Findings about packages by identity: aliases join inside one package only, and what names no
/// manifest joins the only one in which anybody has the package.
enum PackageGrouping {
  /// - Parameters:
  ///   - positions: those of `records` that are about packages; each is given the identifiers and
  ///     the place that its group knows.
  ///   - groups: positions by identity, added to.
  static func group(
    _ records: inout [FindingRecord], at positions: [Int], into groups: inout [String: [Int]]
  ) {
    var packages: [String: [Int]] = [:]
    for position in positions {
      packages[purl(records[position].finding), default: []].append(position)
    }
    for (purl, positions) in packages { add(purl, positions, &records, &groups) }
  }

  private static func add(
    _ purl: String, _ positions: [Int], _ records: inout [FindingRecord],
    _ groups: inout [String: [Int]]
  ) {
    let scopes = Set(positions.compactMap { scope(records[$0].finding) })
    let only = scopes.count == 1 ? scopes.first : nil
    var aliases = UnionFind()
    let advisories = positions.map { Self.advisories(records[$0]) }
    for names in advisories {
      for name in names { aliases.join(names[0], name) }
    }
    var members: [Int: [Int]] = [:]
    for (position, names) in zip(positions, advisories) {
      members[aliases.root(of: names[0]), default: []].append(position)
    }
    for positions in members.values {
      let ids = Set(positions.flatMap { plainAdvisories(records[$0].finding) })
      let primary = primary(positions.flatMap { Self.advisories(records[$0]) }, ids)
      let count = Set(positions.map { scope(records[$0].finding) ?? only }).count
      for position in positions {
        let scope = scope(records[position].finding) ?? only
        records[position].count = count
        records[position].finding.identifiers =
          ids.union(records[position].finding.identifiers).sorted()
        records[position].finding.basis = .dependency(scope: scope)
        let id = Fingerprint.dependency(advisory: primary, purl: purl, scope: scope)
        groups[id, default: []].append(position)
      }
    }
  }

  /// A tool's own number is one only together with the tool.
  private static func primary(_ advisories: [String], _ ids: Set<String>) -> String {
    let known = Fingerprint.primaryAdvisory(of: ids.filter(isPublic))
    let own = advisories.filter { $0.contains(" ") }.min()
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

import FindingModel

/// What stands at the judged commit and may be an earlier finding in other words: the same rule in
/// the same file, the same advisory in the same package, a record that the report suppresses.
struct Doubts {
  private var places: Set<[String]> = []
  private var rules: Set<[String]> = []
  private var packages: [String: Set<String>] = [:]
  private let renames: [String: String]

  /// - Parameters:
  ///   - findings: of the judged commit, suspects included.
  ///   - earlier: of the earlier commit; what stood there already is nothing new.
  ///   - results: of the judged commit before merging.
  ///   - renames: old paths by new ones.
  init(
    findings: [Finding], earlier: [Finding], results: [ToolResult], renames: [String: String]
  ) {
    self.renames = renames
    let known = Set(earlier.map(\.id))
    for finding in findings where !known.contains(finding.id) { add(finding) }
    for result in results {
      for finding in result.findings where finding.suppressed == true { add(finding) }
    }
  }

  private mutating func add(_ finding: Finding) {
    for witness in finding.witnesses {
      rules.insert([witness.tool, witness.ruleID])
      for place in Self.places(finding) {
        places.insert([witness.tool, witness.ruleID, place])
        if let old = renames[place] { places.insert([witness.tool, witness.ruleID, old]) }
      }
    }
    if let package = finding.package {
      packages[package.name, default: []].formUnion(finding.identifiers + [finding.ruleID])
    }
  }

  /// - Parameter isGone: whether the finding's file is not there any more under any name that is
  ///   known: its text may stand anywhere.
  func mayStand(_ finding: Finding, isGone: Bool) -> Bool {
    if let package = finding.package, let named = packages[package.name],
      !named.isDisjoint(with: finding.identifiers + [finding.ruleID])
    {
      return true
    }
    guard finding.category == .code else { return false }
    return finding.witnesses.contains { witness in
      isGone && rules.contains([witness.tool, witness.ruleID])
        || Self.places(finding).contains { places.contains([witness.tool, witness.ruleID, $0]) }
    }
  }

  private static func places(_ finding: Finding) -> Set<String> {
    Set(finding.locations.compactMap(\.path))
  }
}

import FindingModel

/// Finds the decision on a finding: by id, by overlapping aliases in one package and place, or
/// under the file's old name. Built from the findings' side: there may be many more decisions.
struct DecisionIndex {
  private let baseline: Baseline
  /// Positions in the baseline: a decision is large, and nearly all of a hundred thousand are about
  /// others.
  private var byID: [String: Int] = [:]
  private var decidesPasswords = false
  private var byPackage: [String: [Decision]] = [:]
  private var renamed: [String: Decision] = [:]
  /// Decisions on code whose finding is not where it was, by the title they were made on.
  private var lost: [String: [Decision]] = [:]

  init(_ baseline: Baseline, findings: [Finding]) {
    self.baseline = baseline
    let ids = Set(findings.map(\.id))
    byID.reserveCapacity(min(ids.count, baseline.decisions.count))
    var packages: Set<String> = []
    for finding in findings {
      guard let key = DependencyKey(finding.id) else { continue }
      packages.insert(key.package)
      packages.insert(key.everyScope)
    }
    let decisions = baseline.decisions
    for index in decisions.indices where decisions[index].kind != .waiver {
      let id = decisions[index].id
      if ids.contains(id) {
        byID[id] = index
        if id.hasPrefix("sg1:pw:") { decidesPasswords = true }
      } else if !packages.isEmpty, let key = DependencyKey(id), packages.contains(key.package) {
        byPackage[key.package, default: []].append(decisions[index])
      } else if id.hasPrefix("sg1:code:") {
        lost[decisions[index].title ?? "", default: []].append(decisions[index])
      }
    }
  }

  func decision(for finding: Finding) -> Decision? {
    if let exact = byID[finding.id] { return baseline.decisions[exact] }
    if let old = renamed[finding.id] { return old }
    guard !byPackage.isEmpty, let key = DependencyKey(finding.id) else { return nil }
    let names = Set(finding.identifiers.filter(PackageGrouping.isPublic)).union([key.advisory])
    for package in [key.package, key.everyScope] {
      // Of several that overlap the first in order; what it was not made on voids it.
      let found = (byPackage[package] ?? []).filter { decision in
        !names.isDisjoint(with: decision.aliases)
          || DependencyKey(decision.id).map { names.contains($0.advisory) } ?? false
      }
      if let decision = found.max(by: { overlap($0, names) < overlap($1, names) }) {
        return decision
      }
    }
    return nil
  }

  private func overlap(_ decision: Decision, _ names: Set<String>) -> Int {
    names.intersection(decision.aliases).count
  }

  /// Decisions on code and on secrets that moved with their file, one file to one.
  mutating func addRenamed(_ findings: [Finding], renames: DecisionMatcher.Renames) {
    addRenamedCode(findings, renames: renames)
    addRenamedSecrets(findings, renames: renames)
  }

  private mutating func addRenamedSecrets(
    _ findings: [Finding], renames: DecisionMatcher.Renames
  ) {
    guard decidesPasswords else { return }
    var left: [String: [(finding: Finding, decision: Decision)]] = [:]
    for finding in findings where RenamedSecret.isLeft(finding) {
      guard let position = byID[finding.id],
        let commit = baseline.provenance[finding.id]?.commit
      else { continue }
      let decision = baseline.decisions[position]
      left[commit, default: []].append((finding, decision))
    }
    if left.isEmpty { return }
    let heirs = RenamedSecret(findings) { byID[$0] != nil }
    if heirs.isEmpty { return }
    for (commit, decided) in left.sorted(by: { $0.key < $1.key }) {
      renamed.merge(heirs.moved(decided, renames: renames(commit))) { first, _ in first }
    }
  }

  private mutating func addRenamedCode(_ findings: [Finding], renames: DecisionMatcher.Renames) {
    guard !lost.isEmpty, findings.contains(where: { $0.category == .code }) else { return }
    let all = lost.values.flatMap(\.self)
    var byCommit: [String: [String: Decision]] = [:]
    for decision in all {
      byCommit[baseline.provenance[decision.id]?.commit ?? "", default: [:]][decision.id] = decision
    }
    for (commit, decisions) in byCommit.sorted(by: { $0.key < $1.key }) {
      let paths = renames(commit.isEmpty ? nil : commit)
      if paths.isEmpty { continue }
      for finding in findings where byID[finding.id] == nil {
        guard let old = RenamedFinding.id(of: finding, paths: paths), let decision = decisions[old]
        else { continue }
        renamed[finding.id] = decision
      }
    }
  }

  /// Names the decision that a new finding about code may belong to.
  func hint(for finding: Finding) -> String? {
    guard finding.category == .code, let decisions = lost[finding.title], !finding.title.isEmpty
    else { return nil }
    let used = Set(renamed.values.map(\.id))
    let ids = decisions.map(\.id).filter { !used.contains($0) }.sorted()
    guard let first = ids.first else { return nil }
    return "may be what \(first) was decided for; its place or its code has changed"
  }
}

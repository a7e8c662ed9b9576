import BaselineStore
import FindingModel
import GitHistory

extension JudgingSetup {
  /// Earlier commits that are looked through, the latest first.
  private static var mostCommits: Int { 10 }
  /// Findings that are looked for, those seen last first.
  private static var mostFixed: Int { 10_000 }

  /// A judgement with what earlier runs showed and comparable runs of today do not: it stands beside
  /// the sum of what was found and changes no verdict. Where something cannot be read, nothing is
  /// fixed.
  func withFixed(_ outcome: GateOutcome, _ input: JudgementInput, memory: inout Memory)
    -> GateOutcome
  {
    guard input.judgesCommit, !input.scope.dirty, let layout = project.layout,
      let head = input.scope.commit.flatMap({ ObjectID($0) })
    else { return outcome }
    let search = FixedFindings(outcome, input)
    guard search.canTell else { return outcome }
    let gone = gone(outcome, input)
    guard !gone.isEmpty else { return outcome }
    let last = memory.read([]) { store throws(StoreError) in
      try store.lastSightings(of: gone, categories: FixedFindings.categories)
    }
    guard !last.isEmpty, let repository = try? project.open(layout) else { return outcome }
    let groups = Dictionary(grouping: last, by: \.commit)
    let latest = groups.mapValues { $0.map(\.run).max() ?? 0 }
    let commits = latest.keys.sorted { latest[$0, default: 0] > latest[$1, default: 0] }
    var fixed: [Finding] = []
    for text in commits.prefix(Self.mostCommits) {
      guard let commit = ObjectID(text), (try? repository.mergeBase(commit, head)) == commit,
        let tree = try? repository.commit(commit).tree.description
      else { continue }
      let files = ProjectFiles(project, commit: commit)
      let earlier = FixedFindings.Earlier(
        commit: text, results: Recorded.results(of: text, tree: tree, memory: &memory),
        source: files.source, renames: input.renames(text))
      fixed += search.fixed(earlier, among: Set(groups[text, default: []].map(\.id)))
    }
    return adding(fixed, to: outcome)
  }

  /// Ids that were recorded once and that this judgement does not show.
  private func gone(_ outcome: GateOutcome, _ input: JudgementInput) -> [String] {
    var gone = input.seen
    for finding in outcome.findings { gone[finding.id] = nil }
    for finding in outcome.suspects ?? [] { gone[finding.id] = nil }
    let order = gone.sorted { left, right in
      left.value.last == right.value.last
        ? left.key < right.key : left.value.last > right.value.last
    }
    return order.prefix(Self.mostFixed).map(\.key)
  }

  private func adding(_ fixed: [Finding], to outcome: GateOutcome) -> GateOutcome {
    guard !fixed.isEmpty else { return outcome }
    var outcome = outcome
    outcome.findings += FindingMerge.worstFirst(fixed)
    outcome.counts = Counts(outcome.findings)
    if let digests = outcome.digests {
      outcome.digests = OutcomeDigests.digests(
        of: outcome, policy: digests.policy, baseline: digests.baseline)
    }
    return outcome
  }
}

import BaselineStore
public import FindingModel
import GitHistory
public import SecretScanning

/// A judgement of what is recorded, without looking at anything anew.
public struct GateJob: Sendable {
  public var setup: JudgingSetup
  /// The moment to judge at; nil: now.
  public var asOf: Timestamp?
  public var outputs: [String]
  /// The rules, made only where a comment must be looked for at the base.
  public var matcher: @Sendable () throws -> any SecretMatcher

  public init(
    setup: JudgingSetup, asOf: Timestamp? = nil, outputs: [String] = [],
    matcher: @escaping @Sendable () throws -> any SecretMatcher
  ) {
    self.setup = setup
    self.asOf = asOf
    self.outputs = outputs
    self.matcher = matcher
  }

  /// - Parameter records: whether the judgement becomes the last one; never with ``asOf``.
  public func run(records: Bool) async throws -> ScanJob.Answer {
    var memory = Memory.open(setup.project)
    let tree = try JudgedTree.read(setup.project, ignoring: setup.ignored(outputs))
    let last = memory.read(nil) { store throws(StoreError) in
      try store.lastOutcome(withFindings: false)
    }
    let scope = try self.scope(tree, last)
    var input = setup.input(scope, now: asOf ?? FullRun.now())
    input.results = Recorded.results(of: scope, memory: &memory, native: true)
    // What was searched, and what hides findings, was told with the last look at this commit. What
    // a judgement adds to that by itself it adds anew.
    if let last, last.scope.commit == scope.commit {
      input.coverage = last.coverage
      input.coverage?.gaps.removeAll { [.dirty, .toolPartial].contains($0.kind) }
      input.suppressions = last.suppressions.filter {
        !["gap-allowed", "report"].contains($0.kind)
      }
    }
    var recorded: Memory? = memory
    let native = input.results.filter { $0.evidence.tool == "secgate" }.flatMap(\.findings)
    input.base = try await setup.base(for: native, memory: &recorded, matcher: matcher)
    memory = recorded ?? memory
    input.notLookedAt = setup.plan(tree).notLookedAt
    input.seen = memory.read([:]) { store throws(StoreError) in try store.seenDates() }
    input.trend = memory.read([]) { store throws(StoreError) in try store.trend() }
    let outcome = setup.withFixed(Judge.judge(input), input, memory: &memory)
    if records, asOf == nil {
      setup.follow(&memory)
      memory.record(
        RunRecord(
          commit: outcome.scope.commit, tree: outcome.scope.tree, findings: outcome.findings,
          outcome: outcome))
    }
    return ScanJob.Answer(outcome: outcome, warnings: memory.warnings)
  }

  private func scope(_ tree: JudgedTree, _ last: GateOutcome?) throws -> Scope {
    var scope = Scope(
      kind: setup.project.layout == nil ? "directory" : "history",
      name: try last?.scope.name ?? setup.project.nameForPeople())
    scope.commit = tree.commit?.description
    scope.tree = tree.tree?.description
    scope.branch = last?.scope.commit == scope.commit ? last?.scope.branch : nil
    scope.dirty = tree.isDirty
    if setup.project.layout != nil, tree.commit == nil {
      scope.notes.append("HEAD has no commit yet")
    }
    return scope
  }
}

extension JudgingSetup {
  /// Paths that make no tree dirty: secgate's own files.
  func ignored(_ outputs: [String]) -> [String] {
    outputs + (baselineFolder.name.map { [$0.hasSuffix("/") ? $0 : $0 + "/"] } ?? [])
  }

  /// Brings the store after the text.
  func follow(_ memory: inout Memory) {
    let (decisions, commit) = (decisions.decisions, files.commit?.description)
    memory.read(()) { store throws(StoreError) in
      _ = try store.follow(decisions, fromCommit: commit)
    }
  }
}

import BaselineStore
public import FindingModel
import GitHistory
public import SecretScanning

/// The main job from end to end: look, judge, record.
public struct ScanJob: Sendable {
  public var setup: JudgingSetup
  public var matcher: any SecretMatcher
  public var jobs: Int
  public var includesIgnored: Bool
  /// Paths below the root that this run writes and that make no tree dirty.
  public var outputs: [String]
  public var events: RunEvent.Handler
  /// Where what was searched is remembered; nil: everything is looked at anew.
  public var memory: ScanMemoryOptions?

  public init(
    setup: JudgingSetup, matcher: any SecretMatcher, jobs: Int = 0, includesIgnored: Bool = false,
    outputs: [String] = [], events: @escaping RunEvent.Handler = { _ in }
  ) {
    self.setup = setup
    self.matcher = matcher
    self.jobs = jobs
    self.includesIgnored = includesIgnored
    self.outputs = outputs
    self.events = events
  }

  /// The verdict, and what people must be told beside it.
  public struct Answer: Sendable {
    public var outcome: GateOutcome
    public var warnings: [String]
  }

  public func run() async throws -> Answer {
    let project = setup.project
    let tree = try JudgedTree.read(project, ignoring: setup.ignored(outputs))
    let plan = setup.plan(tree)
    let mask = try SecretMask(matcher)
    let native = NativeSearch(
      settings: setup.configuration.secrets, matcher: matcher,
      untrustedRules: setup.toolTrust.isTrusted ? [] : setup.configuration.secrets.rules)
    var run = FullRun(
      project: project, native: native, plan: plan, settings: setup.toolSettings,
      minimumConfidence: setup.configuration.policies.minConfidence, jobs: jobs,
      includesIgnored: includesIgnored, events: events)
    run.memory = self.memory
    var memory = Memory.open(project)
    let material = try await run.run(
      subject: .init(
        commit: tree.commit?.description, tree: tree.tree?.description,
        dirty: project.layout.map { _ in tree.isDirty }), mask: mask)
    try Task.checkCancellation()
    return try await judge(material, tree, plan, &memory)
  }

  private func judge(
    _ material: FullRun.Material, _ tree: JudgedTree, _ plan: ToolPlan, _ memory: inout Memory
  ) async throws -> Answer {
    var scope = material.secrets.scope
    scope.commit = tree.commit?.description
    scope.tree = tree.tree?.description
    scope.dirty = tree.isDirty
    let now = FullRun.now()
    var input = setup.input(scope, now: now)
    input.results = Recorded.results(of: scope, memory: &memory) + material.results
    var recorded: Memory? = memory
    input.base = try await setup.base(for: material.secrets.findings, memory: &recorded) {
      matcher
    }
    memory = recorded ?? memory
    input.coverage = material.secrets.coverage
    input.suppressions = material.suppressions
    input.notLookedAt = plan.notLookedAt
    input.seen = memory.read([:]) { store throws(StoreError) in try store.seenDates() }
    input.trend = memory.read([]) { store throws(StoreError) in try store.trend() }
    input.moved = try tree.references.moved(in: setup.project)
    let outcome = setup.withFixed(Judge.judge(input), input, memory: &memory)
    record(material, outcome, &memory)
    return Answer(outcome: outcome, warnings: memory.warnings)
  }

  private func record(
    _ material: FullRun.Material, _ outcome: GateOutcome, _ memory: inout Memory
  ) {
    setup.follow(&memory)
    memory.record(
      RunRecord(
        commit: outcome.scope.commit, tree: outcome.scope.tree,
        results: material.results.map { .init(evidence: $0.evidence, findings: $0.findings) },
        findings: outcome.findings, outcome: outcome))
  }
}

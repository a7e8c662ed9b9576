public import FindingModel
public import SecretScanning

/// The native scan alone, judged for its own scope with the same policy and decisions. It neither
/// reads nor writes the store: the same repository gives the same bytes.
public struct SecretsJob: Sendable {
  public var setup: JudgingSetup
  public var matcher: any SecretMatcher
  public var target: SecretScanOptions.Target
  public var jobs: Int = 0
  public var includesIgnored = false
  public var engine = SecretScanOptions.Engine.auto
  public var indexFile: String?
  /// Where what was searched is remembered; nil: everything is looked at anew.
  public var memory: ScanMemoryOptions?
  public var progress: ScanProgress.Handler = { _ in }

  public init(
    setup: JudgingSetup, matcher: any SecretMatcher, target: SecretScanOptions.Target
  ) {
    self.setup = setup
    self.matcher = matcher
    self.target = target
  }

  /// Searches and judges.
  public func run() async throws -> GateOutcome {
    try await judged(SecretScan.run(options, matcher: matcher, progress: progress))
  }

  /// Searches one shard of a history; it is judged when all are joined.
  ///
  /// - Throws: `ShardError` where the repository cannot be divided.
  public func shard(_ selection: ShardSelection) async throws -> ShardResult {
    try await SecretScan.shard(selection, options, matcher: matcher, progress: progress)
  }

  /// Joins all shards of a history and judges as one run would.
  ///
  /// - Throws: `ShardError` naming the shard that is in the way.
  public func merge(_ shards: [ShardResult]) async throws -> GateOutcome {
    try await judged(
      SecretScan.merge(shards, options, matcher: matcher, progress: progress))
  }

  private var native: NativeSearch {
    NativeSearch(
      settings: setup.configuration.secrets, matcher: matcher,
      untrustedRules: setup.toolTrust.isTrusted ? [] : setup.configuration.secrets.rules)
  }

  private var options: SecretScanOptions {
    var options = native.options(
      target, minimumConfidence: setup.configuration.policies.minConfidence)
    options.jobs = jobs
    options.trustOwner = setup.project.trustsOwner
    options.includesIgnored = includesIgnored
    options.engine = engine
    options.indexFile = indexFile
    options.memory = memory
    return options
  }

  private func judged(_ result: SecretScanResult) async throws -> GateOutcome {
    var input = setup.input(result.scope, now: FullRun.now())
    var memory: Memory?
    input.base = try await setup.base(for: result.findings, memory: &memory) { matcher }
    input.judgesCommit = false
    input.results = [native.result(result, start: nil, end: nil)]
    input.coverage = result.coverage
    input.suppressions = result.suppressions
    return Judge.judge(input)
  }
}

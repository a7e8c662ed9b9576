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
  public var indexFile: String?
  public var progress: ScanProgress.Handler = { _ in }

  public init(
    setup: JudgingSetup, matcher: any SecretMatcher, target: SecretScanOptions.Target
  ) {
    self.setup = setup
    self.matcher = matcher
    self.target = target
  }

  public func run() async throws -> GateOutcome {
    let native = NativeSearch(
      settings: setup.configuration.secrets, matcher: matcher,
      untrustedRules: setup.toolTrust.isTrusted ? [] : setup.configuration.secrets.rules)
    var options = native.options(
      target, minimumConfidence: setup.configuration.policies.minConfidence)
    options.jobs = jobs
    options.trustOwner = setup.project.trustsOwner
    options.includesIgnored = includesIgnored
    options.indexFile = indexFile
    let result = try await SecretScan.run(options, matcher: matcher, progress: progress)
    var input = setup.input(result.scope, now: FullRun.now())
    input.judgesCommit = false
    input.results = [native.result(result, start: nil, end: nil)]
    input.coverage = result.coverage
    input.suppressions = result.suppressions
    return Judge.judge(input)
  }
}

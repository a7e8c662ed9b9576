public import FindingModel
public import SecretScanning

/// The native scan as one tool among others: its options from the configuration, its word as
/// evidence.
public struct NativeSearch: Sendable {
  public var settings: SecretSettings
  public var matcher: any SecretMatcher
  /// Ids of own rule files that nobody trusts yet, for the evidence.
  public var untrustedRules: [String]

  public init(
    settings: SecretSettings, matcher: any SecretMatcher, untrustedRules: [String] = []
  ) {
    self.settings = settings
    self.matcher = matcher
    self.untrustedRules = untrustedRules
  }

  /// The options with the configuration's limits and exclusions.
  public func options(_ target: SecretScanOptions.Target, minimumConfidence: Confidence)
    -> SecretScanOptions
  {
    var options = SecretScanOptions(target)
    options.maximumBlob = settings.maxBlob
    options.exclusions = settings.exclude
    options.minimumConfidence = minimumConfidence
    return options
  }

  /// The evidence and findings of a result.
  public func result(_ result: SecretScanResult, start: Timestamp?, end: Timestamp?) -> ToolResult {
    let coverage = result.coverage
    var evidence = Evidence(
      id: "", tool: "secgate", category: .secret, source: "run", outcome: .clean, looked: .yes,
      count: result.findings.count)
    evidence.version = SecgateVersion.current
    evidence.digest = "sha256:" + coverage.rulesDigest
    evidence.digestOf = "rules"
    evidence.start = start
    evidence.end = end
    evidence.commit = result.scope.commit
    evidence.tree = result.scope.tree
    evidence.dirty = result.scope.dirty
    evidence.covered = covered(coverage)
    evidence.skipped = coverage.skipped.map { "\($0.kind): \($0.subject)" }
    if !result.findings.isEmpty { evidence.outcome = .findings }
    if !untrustedRules.isEmpty {
      evidence.outcome = .partial
      evidence.problems.append(
        "[secrets] rules \(untrustedRules.joined(separator: ", ")) ignored: nobody trusts this "
          + "repository's rule files yet; look at them with secgate trust")
    }
    let parts = [
      "secgate", SecgateVersion.current, coverage.rulesDigest, result.scope.kind,
      result.scope.range ?? "", result.scope.commit ?? "", result.scope.tree ?? "",
      "\(coverage.blobs) \(coverage.files) \(coverage.bytes)",
      result.findings.map(\.id).joined(separator: " "),
    ]
    evidence.id = SHA256.hexadecimal(parts.joined(separator: "\u{0}").utf8)
    return ToolResult(evidence: evidence, findings: result.findings + result.suspects)
  }

  private func covered(_ coverage: Coverage) -> String {
    [
      (coverage.commits, "commits"), (coverage.tags, "tags"), (coverage.blobs, "blobs"),
      (coverage.files, "files"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }
}

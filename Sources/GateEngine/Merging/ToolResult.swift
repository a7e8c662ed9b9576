public import FindingModel

/// One tool's word: its evidence and its findings before merging.
public struct ToolResult: Sendable {
  public var evidence: Evidence
  public var findings: [Finding]
  /// The recording it came with: results of one command stand beside each other, a later command's
  /// take the place of an earlier's. `Int.max` for what is being judged right now.
  public var run: Int

  public init(evidence: Evidence, findings: [Finding], run: Int = .max) {
    self.evidence = evidence
    self.findings = findings
    self.run = run
  }
}

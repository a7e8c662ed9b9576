public import FindingModel

/// What a scan found, and what it looked at. The same bytes for any number of jobs.
public struct SecretScanResult: Sendable {
  public var scope: Scope
  /// At or above the confidence asked for, worst first, then by id.
  public var findings: [Finding]
  public var suspects: [Finding]
  public var coverage: Coverage
  /// Inline comments that allow a finding.
  public var suppressions: [Suppression]

  public init(scope: Scope) {
    self.scope = scope
    findings = []
    suspects = []
    coverage = Coverage()
    suppressions = []
  }
}

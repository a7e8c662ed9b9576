public import SecretScanning

/// What happens during a run, for whoever shows it.
public enum RunEvent: Sendable {
  case searching(ScanProgress)
  case searched(findings: Int)
  case toolStarted(String, target: String)
  /// `findings`: how many its report holds; `problem`: why its answer counts as broken.
  case toolEnded(String, target: String, findings: Int, problem: String?)

  /// Called from any task; cheap handlers only.
  public typealias Handler = @Sendable (RunEvent) -> Void
}

public import FindingModel

/// The ZAP baseline scan of one URL (zaproxy.org/docs/docker/baseline-scan).
public struct ZapTool: ScannerTool {
  public var name: String { "zap" }
  public var category: Category { .web }
  public var executables: [String] { ["zap-baseline.py"] }
  public var versionArguments: [String] { ["-h"] }

  public init() {}

  /// A URL must be named: `[[tools.zap.run]] kind = "url"`.
  public func targets(in files: RepositoryFiles) -> [ToolTarget] { [] }

  /// The script prints no version; the report does.
  public func version(in output: String) -> String? { "unknown" }

  public func invocation(
    for target: ToolTarget, version: String, settings: ToolSettings, workspace: ToolWorkspace
  ) throws(RunnerError) -> ToolInvocation {
    guard target.target.hasPrefix("http://") || target.target.hasPrefix("https://") else {
      throw RunnerError(.badTarget, "[[tools.zap.run]] target must be an http or https URL")
    }
    let report = workspace.folder + "/reports/zap.json"
    var run = ToolInvocation(
      arguments: ["-t", target.target, "-J", report] + settings.arguments,
      directory: workspace.folder + "/reports", target: target)
    run.reportFile = report
    return run
  }
}

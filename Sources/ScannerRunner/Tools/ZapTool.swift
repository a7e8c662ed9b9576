public import FindingModel
import Foundation

/// ZAP over one URL: its baseline scan (zaproxy.org/docs/docker/baseline-scan), or its automation
/// framework with an active scan (zaproxy.org/docs/automate/automation-framework), which attacks.
public struct ZapTool: ScannerTool {
  public var name: String { "zap" }
  public var category: Category { .web }
  public var executables: [String] { ["zap-baseline.py", "zap.sh", "zaproxy"] }
  public var versionArguments: [String] { ["-h"] }
  public var installCommand: String {
    "brew install --cask zap, or see https://www.zaproxy.org/download/"
  }

  public init() {}

  public func executables(for target: ToolTarget?) -> [String] {
    switch target?.kind {
    case "automation": ["zap.sh", "zaproxy"]
    case "url": ["zap-baseline.py"]
    default: executables
    }
  }

  /// A URL must be named: `[[tools.zap.run]] kind = "url"`, or `"automation"`.
  public func targets(in files: RepositoryFiles) -> [ToolTarget] { [] }

  /// The scripts print no version; the report does.
  public func version(in output: String) -> String? { "unknown" }

  public func invocation(
    for target: ToolTarget, version: String, settings: ToolSettings, workspace: ToolWorkspace
  ) throws(RunnerError) -> ToolInvocation {
    guard target.target.hasPrefix("http://") || target.target.hasPrefix("https://"),
      target.target.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f && $0 != 0x22 && $0 != 0x5c })
    else {
      throw RunnerError(.badTarget, "[[tools.zap.run]] target must be an http or https URL")
    }
    let folder = try workspace.subfolder()
    let arguments =
      target.kind == "automation"
      ? ["-cmd", "-autorun", try plan(target.target, folder, workspace)]
      : ["-t", target.target, "-J", folder + "/zap.json"]
    var run = ToolInvocation(
      arguments: arguments + settings.arguments, directory: folder, target: target)
    run.reportFile = folder + "/zap.json"
    return run
  }

  /// The automation framework exits with 1 over an error; the scripts do so over a finding.
  public func remarks(on result: ToolProcessResult, of invocation: ToolInvocation) -> [ToolRemark] {
    invocation.target.kind == "automation" && result.exitCode == 1
      ? [.broken("ZAP's automation framework ended with an error")] : []
  }

  /// A plan of our own: one of the repository could run scripts.
  private func plan(_ url: String, _ folder: String, _ workspace: ToolWorkspace)
    throws(RunnerError) -> String
  {
    let text = """
      env:
        contexts:
          - name: "secgate"
            urls: ["\(url)"]
        parameters:
          failOnError: true
          failOnWarning: false
          progressToStdout: true
      jobs:
        - type: spider
          parameters: {context: "secgate", maxDuration: 10}
        - type: passiveScan-wait
          parameters: {maxDuration: 10}
        - type: activeScan
          parameters: {context: "secgate"}
        - type: report
          parameters:
            template: "traditional-json"
            reportDir: "\(folder)"
            reportFile: "zap.json"
            reportTitle: "secgate"

      """
    // Of its own name: targets run side by side.
    return try workspace.file("zap-\(folder.split(separator: "/").last ?? "").yaml", text)
  }
}

import FindingModel
import Foundation
import TestSupport

@testable import ScannerRunner

/// A shell script on a PATH of its own that plays a tool.
struct FakeTool: ScannerTool {
  var name: String { "fake" }
  var category: FindingModel.Category { .code }
  var executables: [String] { ["fake-tool"] }
  var knownBad: [String: String] { ["6.6.6": "it was tampered with"] }
  var installCommand: String { "make fake-tool" }
  /// A named file that it writes its report to, relative to the scanned folder.
  var reportFile: String?

  func targets(in files: RepositoryFiles) -> [ToolTarget] {
    [ToolTarget(kind: "directory", target: ".")]
  }

  func invocation(
    for target: ToolTarget, version: String, settings: ToolSettings, workspace: ToolWorkspace
  ) throws(RunnerError) -> ToolInvocation {
    var run = ToolInvocation(
      arguments: ["run"] + settings.arguments, directory: workspace.root, target: target)
    run.reportFile = reportFile.map { workspace.root + "/" + $0 }
    return run
  }
}

/// A scanned folder, a folder of tools, and a workspace.
struct Bench {
  let repository: TemporaryDirectory
  let tools: TemporaryDirectory
  let workspace: ToolWorkspace
  let executable: String

  /// - Parameter body: what the script does when it is run; its version is 1.2.3.
  init(_ body: String, version: String = "1.2.3") throws {
    repository = try TemporaryDirectory()
    tools = try TemporaryDirectory()
    workspace = try ToolWorkspace(root: repository.path)
    let script = """
      #!/bin/sh
      if [ "$1" = --version ]; then echo "fake \(version)"; exit 0; fi
      \(body)
      """
    let file = try tools.write(script, to: "fake-tool")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: file.path(percentEncoded: false))
    executable = file.path(percentEncoded: false)
  }

  func run(
    _ tool: any ScannerTool = FakeTool(), _ change: (inout ToolSettings) -> Void = { _ in }
  ) async throws -> ToolRun {
    var settings = ToolSettings()
    settings.path = executable
    settings.limits.timeout = .seconds(60)
    change(&settings)
    let runs = try await ScannerRunner(workspace: workspace)
      .run(tool, targets: [ToolTarget(kind: "directory", target: ".")], settings: settings)
    return runs[0]
  }
}

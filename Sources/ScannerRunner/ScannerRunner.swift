import FindingModel
import Foundation

/// Finds, checks and runs tools; reads no report.
public struct ScannerRunner: Sendable {
  public var workspace: ToolWorkspace

  public init(workspace: ToolWorkspace) { self.workspace = workspace }

  /// Runs a tool on each target, one after the other; a target that fails keeps the others.
  ///
  /// - Throws: `CancellationError` only; everything else is a problem of its run.
  public func run(
    _ tool: any ScannerTool, targets: [ToolTarget], settings: ToolSettings
  ) async throws -> [ToolRun] {
    var runs: [ToolRun] = []
    for target in targets {
      var run = ToolRun(tool: tool.name, target: target)
      do {
        try await fill(&run, tool: tool, settings: settings)
      } catch let error as RunnerError {
        run.problems.append(error.description)
      }
      runs.append(run)
    }
    return runs
  }

  private func fill(_ run: inout ToolRun, tool: any ScannerTool, settings: ToolSettings)
    async throws
  {
    // A target comes from the repository's configuration and must not become a flag.
    guard !run.target.target.hasPrefix("-") else {
      throw RunnerError(
        .badTarget, "[[tools.\(tool.name).run]] target \(run.target.target) begins with a dash")
    }
    let located = try LocatedTool.locate(
      tool, for: run.target, settings: settings, root: workspace.root)
    run.located = located
    let version = try await version(of: tool, located: located)
    run.version = version
    try check(tool, version: version, digest: located.digest, settings: settings)
    let invocation = try tool.invocation(
      for: run.target, version: version, settings: settings, workspace: workspace)
    run.invocation = invocation
    let result = try await ToolProcess.run(
      executable: located.path, arguments: invocation.arguments,
      environment: ToolEnvironment.minimal(workspace: workspace, extra: invocation.environment),
      directory: invocation.directory, limits: settings.limits,
      reportFile: invocation.reportFile)
    run.result = result
    for remark in tool.remarks(on: result, of: invocation) {
      switch remark {
      case .broken(let words): run.problems.append(words)
      case .partial(let words): run.omissions.append(words)
      }
    }
    if let problem = result.problem(tool: tool.name, limits: settings.limits) {
      run.problems.append(problem)
    }
    run.report = try report(of: invocation, result: result, limits: settings.limits)
    // The binary that ran must be the one that was looked at.
    let after = try LocatedTool.locate(
      tool, for: run.target, settings: settings, root: workspace.root)
    if after.digest != located.digest {
      run.problems.append("\(tool.name) changed on disk while it ran")
    }
  }

  func version(of tool: any ScannerTool, located: LocatedTool) async throws -> String {
    if let recorded = located.recordedVersion { return recorded }
    let result = try await ToolProcess.run(
      executable: located.path, arguments: tool.versionArguments,
      environment: ToolEnvironment.minimal(workspace: workspace, extra: [:]),
      directory: workspace.empty,
      limits: RunLimits(timeout: .seconds(60), output: 1 << 20, errors: 1 << 20))
    let said = String(decoding: result.output + [0x0a] + result.errors, as: UTF8.self)
    guard let version = tool.version(in: said) else {
      throw RunnerError(
        .versionUnknown,
        "\(tool.name) does not say its version (\(located.path) "
          + "\(tool.versionArguments.joined(separator: " "))); is it another program of that name?")
    }
    return version
  }

  func check(
    _ tool: any ScannerTool, version: String, digest: String, settings: ToolSettings
  ) throws(RunnerError) {
    if let reason = tool.knownBad[version] {
      throw RunnerError(.knownBad, "\(tool.name) \(version) does not run: \(reason)")
    }
    if let wanted = settings.version, wanted != version {
      throw RunnerError(
        .versionPinned,
        "\(tool.name) is \(version), and [tools.\(tool.name)] version asks for \(wanted)")
    }
    if let wanted = settings.sha256?.lowercased(), "sha256:" + wanted != digest {
      throw RunnerError(
        .digestPinned,
        "\(tool.name) has \(digest), and [tools.\(tool.name)] sha256 asks for \(wanted)")
    }
  }

  private func report(
    of invocation: ToolInvocation, result: ToolProcessResult, limits: RunLimits
  ) throws(RunnerError) -> [UInt8]? {
    guard let file = invocation.reportFile else { return result.output }
    defer { try? FileManager.default.removeItem(atPath: file) }
    let size = (try? FileManager.default.attributesOfItem(atPath: file)[.size]) as? Int ?? 0
    guard size <= limits.output else {
      throw RunnerError(.workspace, "the report of \(size) bytes is over the limit")
    }
    return FileManager.default.contents(atPath: file).map { Array($0) }
  }
}

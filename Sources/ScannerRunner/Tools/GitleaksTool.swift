public import FindingModel
import Foundation

/// gitleaks over the whole history (github.com/gitleaks/gitleaks), as a second opinion.
public struct GitleaksTool: ScannerTool {
  public var name: String { "gitleaks" }
  public var category: Category { .secret }
  public var executables: [String] { ["gitleaks"] }
  public var versionArguments: [String] { ["version"] }
  public var installCommand: String { "apt-get install gitleaks, or brew install gitleaks" }

  public init() {}

  /// Only where it is asked for: the native scan looks at the same.
  public func targets(in files: RepositoryFiles) -> [ToolTarget] { [] }

  public func invocation(
    for target: ToolTarget, version: String, settings: ToolSettings, workspace: ToolWorkspace
  ) throws(RunnerError) -> ToolInvocation {
    let rules = try workspace.file("gitleaks.toml", "[extend]\nuseDefault = true\n")
    // The report holds the secrets: it comes by pipe. 42 tells leaks from errors, which are 1.
    let isRepository = FileManager.default.fileExists(atPath: workspace.root + "/.git")
    return ToolInvocation(
      arguments: [
        isRepository ? "git" : "dir", "--report-format", "json", "--report-path", "-",
        "--exit-code", "42",
        "--no-banner", "--config", rules, "--gitleaks-ignore-path", workspace.empty,
      ] + settings.arguments + [workspace.root],
      directory: workspace.empty, target: target)
  }

  /// It prints an empty report and exits with 0 where git gave it nothing; only its log says so.
  public func remarks(on result: ToolProcessResult, of invocation: ToolInvocation) -> [ToolRemark] {
    guard invocation.arguments.first == "git" else { return [] }
    let words = String(decoding: result.errors.suffix(1 << 16), as: UTF8.self)
      .split { $0.isWhitespace }
    let counts = zip(words, words.dropFirst()).filter { $0.1 == "commits" }.compactMap { Int($0.0) }
    return counts.contains { $0 > 0 }
      ? [] : [.broken("gitleaks does not say that it looked at any commit")]
  }
}

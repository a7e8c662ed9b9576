import Foundation

/// What is known of one tool on this machine, for diagnosis: nothing of a repository is looked at.
public struct ToolSight: Sendable {
  public var name: String
  public var located: LocatedTool?
  public var version: String?
  /// Why it cannot run, where it cannot.
  public var problem: String?
  public var databaseDate: String?
  public var installCommand: String

  /// - Parameter root: the repository, whose own programs do not count.
  public static func look(
    for tool: any ScannerTool, settings: ToolSettings, root: String
  ) async -> ToolSight {
    var sight = ToolSight(name: tool.name, installCommand: tool.installCommand)
    do {
      let located = try LocatedTool.locate(tool, settings: settings, root: root)
      sight.located = located
      let runner = ScannerRunner(workspace: try ToolWorkspace(root: root))
      defer { runner.workspace.remove() }
      let version = try await runner.version(of: tool, located: located)
      sight.version = version
      try runner.check(tool, version: version, digest: located.digest, settings: settings)
      sight.databaseDate = tool.databaseDate(environment: ProcessInfo.processInfo.environment)
    } catch {
      sight.problem = "\(error)"
    }
    return sight
  }
}

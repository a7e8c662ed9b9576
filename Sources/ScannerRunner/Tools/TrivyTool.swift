public import FindingModel
import Foundation

/// trivy over a file system, an image or configuration (trivy.dev/docs).
public struct TrivyTool: ScannerTool {
  public var name: String { "trivy" }
  public var category: Category { .container }
  public var executables: [String] { ["trivy"] }

  /// Releases whose published artifacts were tampered with.
  public var knownBad: [String: String] {
    let reason = "its published artifacts were compromised; use another release"
    return ["0.69.4": reason, "0.69.5": reason, "0.69.6": reason]
  }
  public var installCommand: String {
    "brew install trivy, or see https://trivy.dev/latest/getting-started/installation/"
  }

  public init() {}

  private static let manifests: Set<String> = [
    "Dockerfile", "Containerfile", "package-lock.json", "yarn.lock", "pnpm-lock.yaml",
    "poetry.lock", "Pipfile.lock", "uv.lock", "go.mod", "Cargo.lock", "Gemfile.lock",
    "composer.lock", "pom.xml", "requirements.txt",
  ]

  public func targets(in files: RepositoryFiles) -> [ToolTarget] {
    files.named { name in
      Self.manifests.contains(name) || name.hasPrefix("Dockerfile.") || name.hasSuffix(".tf")
    }.isEmpty ? [] : [ToolTarget(kind: "filesystem", target: ".")]
  }

  public func invocation(
    for target: ToolTarget, version: String, settings: ToolSettings, workspace: ToolWorkspace
  ) throws(RunnerError) -> ToolInvocation {
    let commands = [
      "filesystem": "fs", "directory": "fs", "image": "image", "config": "config", "k8s": "k8s",
      "repository": "repo",
    ]
    guard let kind = commands[target.kind] else {
      throw RunnerError(
        .badTarget,
        "[[tools.trivy.run]] kind \"\(target.kind)\" is none of "
          + commands.keys.sorted().joined(separator: ", "))
    }
    let empty = try workspace.file("trivy.yaml", "")
    let ignore = try workspace.file("trivyignore", "")
    var arguments = [
      kind, "--format", "json", "--quiet", "--config", empty, "--ignorefile", ignore,
      "--exit-code", "0",
    ]
    if kind != "config" && kind != "k8s" { arguments += ["--scanners", "vuln,misconfig,secret"] }
    var run = ToolInvocation(
      arguments: arguments + settings.arguments + [target.target],
      directory: workspace.root, target: target)
    // The vulnerability database is large and shared; only its place is taken from the caller.
    run.environment = ["TRIVY_CACHE_DIR": Self.cache(ProcessInfo.processInfo.environment)]
    return run
  }

  private static func cache(_ caller: [String: String]) -> String {
    caller["TRIVY_CACHE_DIR"]
      ?? (caller["XDG_CACHE_HOME"] ?? (caller["HOME"] ?? "/root") + "/.cache") + "/trivy"
  }

  /// `UpdatedAt` of the metadata beside the database.
  public func databaseDate(environment: [String: String]) -> String? {
    struct Metadata: Decodable {
      var updatedAt: String
      enum CodingKeys: String, CodingKey { case updatedAt = "UpdatedAt" }
    }
    let file = Self.cache(environment) + "/db/metadata.json"
    guard let bytes = FileManager.default.contents(atPath: file) else { return nil }
    return (try? JSONDecoder().decode(Metadata.self, from: bytes))?.updatedAt
  }
}

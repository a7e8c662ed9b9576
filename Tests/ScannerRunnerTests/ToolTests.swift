import FindingModel
import Foundation
import TestSupport
import Testing

@testable import ScannerRunner

@Suite struct ToolTests {
  private let files = RepositoryFiles(paths: [
    "app/main.py", "requirements.txt", "frontend/package-lock.json",
    "node_modules/x/package-lock.json", "Dockerfile", "docs/requirements-docs.txt",
  ])

  @Test(arguments: [
    ("bandit", ["."]), ("pip-audit", ["docs/requirements-docs.txt", "requirements.txt"]),
    ("npm-audit", ["frontend/package-lock.json"]), ("trivy", ["."]), ("gitleaks", []),
  ]) func `a tool applies by manifest and file kind`(name: String, targets: [String]) throws {
    let tool = try #require(ToolCatalog.tool(named: name))
    #expect(tool.targets(in: files).map(\.target) == targets)
  }

  @Test(arguments: [
    ("bandit 1.9.4\n  python version = 3.11", "1.9.4"), ("pip-audit 2.10.1", "2.10.1"),
    ("Version: 0.59.1", "0.59.1"), ("v3.92.4", "3.92.4"), ("10.8.2\n", "10.8.2"),
  ]) func `versions are read as the tools print them`(output: String, version: String) {
    #expect(BanditTool().version(in: output) == version)
  }

  @Test func `npm runs on copies without an npmrc`() throws {
    let repository = try TemporaryDirectory()
    try repository.write("{}", to: "frontend/package.json")
    try repository.write("{}", to: "frontend/package-lock.json")
    try repository.write("audit=false", to: "frontend/.npmrc")
    let workspace = try ToolWorkspace(root: repository.path)
    let run = try NpmAuditTool().invocation(
      for: ToolTarget(kind: "manifest", target: "frontend/package-lock.json"), version: "10",
      settings: ToolSettings(), workspace: workspace)
    let names = try FileManager.default.contentsOfDirectory(atPath: run.directory)
    #expect(names.sorted() == ["package-lock.json", "package.json"])
  }

  @Test func `compromised trivy releases are known`() {
    #expect(Set(TrivyTool().knownBad.keys) == ["0.69.4", "0.69.5", "0.69.6"])
  }

  @Test(arguments: [
    ("trivy", "image", "shop:1.2", ["image", "shop:1.2"]),
    ("trivy", "filesystem", ".", ["fs", "."]), ("trivy", "config", "deploy", ["config", "deploy"]),
    ("bandit", "directory", "src/", ["-r", "src/"]),
    ("semgrep", "directory", "src", ["scan", "src"]),
  ])
  func `a target of the configuration is what the tool is run on`(
    name: String, kind: String, target: String, expected: [String]
  ) throws {
    let repository = try TemporaryDirectory()
    let workspace = try ToolWorkspace(root: repository.path)
    let tool = try #require(ToolCatalog.tool(named: name))
    let run = try tool.invocation(
      for: ToolTarget(kind: kind, target: target), version: "1.2.3", settings: ToolSettings(),
      workspace: workspace)
    for word in expected { #expect(run.arguments.contains(word)) }
    #expect(run.directory == repository.path)
  }

  @Test func `npm audit runs in a folder that the configuration names`() throws {
    let repository = try TemporaryDirectory()
    try repository.write("{}", to: "frontend/package.json")
    try repository.write("{}", to: "frontend/package-lock.json")
    let workspace = try ToolWorkspace(root: repository.path)
    let run = try NpmAuditTool().invocation(
      for: ToolTarget(kind: "directory", target: "frontend"), version: "10",
      settings: ToolSettings(), workspace: workspace)
    #expect(run.target == ToolTarget(kind: "manifest", target: "frontend/package-lock.json"))
  }

  @Test func `a kind that a tool does not know is refused by name`() throws {
    let workspace = try ToolWorkspace(root: "/")
    #expect(throws: RunnerError.self) {
      try TrivyTool().invocation(
        for: ToolTarget(kind: "planet", target: "x"), version: "1", settings: ToolSettings(),
        workspace: workspace)
    }
    #expect(throws: RunnerError.self) {
      try ZapTool().invocation(
        for: ToolTarget(kind: "url", target: "file:///etc/passwd"), version: "1",
        settings: ToolSettings(), workspace: workspace)
    }
  }

  @Test func `the age of trivy's database is read beside it`() throws {
    let cache = try TemporaryDirectory()
    try cache.write(
      #"{"Version": 2, "UpdatedAt": "2026-11-20T06:00:00Z"}"#, to: "db/metadata.json")
    let tool = TrivyTool()
    #expect(
      tool.databaseDate(environment: ["TRIVY_CACHE_DIR": cache.path]) == "2026-11-20T06:00:00Z")
    #expect(tool.databaseDate(environment: ["TRIVY_CACHE_DIR": cache.path + "/none"]) == nil)
  }

  @Test func `every tool says how to get it`() {
    for tool in ToolCatalog.tools { #expect(!tool.installCommand.isEmpty) }
  }

  @Test func `ZAP's automation runs a plan of our own, and its exit code 1 is an error`() throws {
    let workspace = try ToolWorkspace(root: "/")
    let target = ToolTarget(kind: "automation", target: "https://shop.example/?a=b")
    let run = try ZapTool().invocation(
      for: target, version: "unknown", settings: ToolSettings(), workspace: workspace)
    #expect(run.arguments.prefix(2) == ["-cmd", "-autorun"])
    let plan = try String(contentsOfFile: try #require(run.arguments.last), encoding: .utf8)
    #expect(plan.contains("urls: [\"https://shop.example/?a=b\"]"))
    #expect(plan.contains("reportDir: \"\(run.directory)\""))
    #expect(ZapTool().executables(for: target) == ["zap.sh", "zaproxy"])
    for (code, isBroken) in [(0, false), (1, true), (2, false)] {
      let result = ToolProcessResult(
        ending: .exited(code), output: [], errors: [], start: Timestamp(seconds: 0),
        end: Timestamp(seconds: 1))
      #expect(ZapTool().remarks(on: result, of: run).isEmpty != isBroken)
    }
    #expect(throws: RunnerError.self) {
      try ZapTool().invocation(
        for: ToolTarget(kind: "automation", target: "https://x\"]\n- type: script"),
        version: "unknown", settings: ToolSettings(), workspace: workspace)
    }
  }
}

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
}

import Documents
import Foundation
import TestSupport
import Testing

@Suite struct CITemplateTests {
  private func text(_ name: String) throws -> String {
    try String(contentsOf: Shared.projectRoot.appending(path: name), encoding: .utf8)
  }

  private func yaml(_ name: String) throws -> DocumentValue {
    try YAMLReader.parse(text(name), file: name)
  }

  @Test func `the GitHub workflow names each foreign action by its full commit id`() throws {
    let text = try text("ci/github-actions.yml")
    let uses = text.split(separator: "\n").filter { $0.contains("uses:") }
    #expect(!uses.isEmpty)
    for line in uses {
      #expect(line.contains(/@[0-9a-f]{40}( |$)/), "\(line)")
    }
    guard case .table(let workflow) = try yaml("ci/github-actions.yml") else {
      Issue.record("the workflow is no mapping")
      return
    }
    let jobs = try workflow.table("jobs")
    let steps = try jobs?.table("secgate")?.tables("steps") ?? []
    let commands = try steps.compactMap { try $0.string("run") }
    #expect(commands.contains { $0.hasPrefix("secgate scan --report sarif:github=") })
    #expect(try steps.first?.table("with")?.integer("fetch-depth") == 0)
  }

  @Test func `the GitLab job fetches everything and keeps its reports when it fails`() throws {
    guard case .table(let file) = try yaml("ci/gitlab-ci.yml") else {
      Issue.record("the file is no mapping")
      return
    }
    let job = try file.table("secgate")
    #expect(try job?.table("variables")?.string("GIT_DEPTH") == "0")
    #expect(try job?.table("artifacts")?.string("when") == "always")
    #expect(try job?.strings("script")?.contains { $0.hasPrefix("secgate scan") } == true)
  }

  @Test func `the pre-commit hooks are a list with one hook for the push stage`() throws {
    guard case .array(let hooks) = try yaml(".pre-commit-hooks.yaml"),
      case .table(let hook) = hooks.first
    else {
      Issue.record("the file is no list")
      return
    }
    #expect(try hook.string("entry") == "secgate hook pre-push")
    #expect(try hook.strings("stages") == ["pre-push"])
    #expect(try hook.boolean("pass_filenames") == false)
  }

  @Test(arguments: ["ci/secgate.sh"])
  func `shell templates parse`(name: String) throws {
    let file = Shared.projectRoot.appending(path: name).path(percentEncoded: false)
    let command = try Command.run(["sh", "-n", file])
    #expect(command.status == 0, "\(command.errorText)")
  }
}

import Foundation
import TestSupport

/// A clone with secgate's hook, and the bare remote it pushes to.
struct PushScenario {
  struct NotInstalled: Error {
    let words: String
  }

  let repository: GitRepository
  let remote: GitRepository
  let program: Program

  init(install: Bool = true) throws {
    program = try Program()
    remote = try GitRepository(bare: true)
    repository = try GitRepository()
    try repository.commit("hello\n", to: "README", message: "Start")
    try repository.git("remote", "add", "origin", remote.path)
    try repository.git("push", "-q", "origin", "main")
    if install {
      let command = try program.run("hook", "install", in: repository.url)
      guard command.status == 0 else {
        throw NotInstalled(words: command.errorText)
      }
    }
  }

  /// A real push; the hook speaks on standard error.
  func push(_ arguments: String..., environment: [String: String] = [:]) throws -> Command {
    let all = program.environment.merging([
      "GIT_AUTHOR_NAME": "Ada Test", "GIT_AUTHOR_EMAIL": "ada@example.org",
    ]) { _, new in new }.merging(environment) { _, new in new }
    return try Command.run(["git", "push"] + arguments, in: repository.url, environment: all)
  }

  /// What the hook says to these lines, without git.
  func hook(_ lines: String, remote name: String = "origin", environment: [String: String] = [:])
    throws -> Command
  {
    try program.run(
      ["hook", "pre-push", name, remote.path], in: repository.url, environment: environment,
      input: lines)
  }

  /// The remote's object id of a reference, or nothing.
  func remoteID(_ reference: String) throws -> String {
    try remote.git("for-each-ref", "--format=%(objectname)", reference)
  }
}

import Foundation
import TestSupport
import Testing

/// Each complaint about hooks that people make, as a push to a real remote.
@Suite struct PushTests {
  private let zero = String(repeating: "0", count: 40)

  private func line(_ seed: Int) -> String {
    "token = \"\(MadeUpSecret.githubToken(seed))\"\n"
  }

  /// Stopped, with place and way out, without the secret.
  private func expectStopped(_ push: Command, seed: Int, path: String? = nil) throws {
    #expect(push.status != 0)
    #expect(push.errorText.contains("FAIL"), "\(push.errorText)")
    if let path { #expect(push.errorText.contains(path), "\(push.errorText)") }
    try Leak.expectNone(of: MadeUpSecret.githubToken(seed), in: push)
  }

  @Test func `a clean commit goes through and a token does not, nor does it after an amend on top`()
    throws
  {
    let scenario = try PushScenario()
    try scenario.repository.commit("more\n", to: "a.txt")
    let clean = try scenario.push("origin", "main")
    #expect(clean.status == 0, "\(clean.errorText)")
    let before = try scenario.remoteID("refs/heads/main")
    try scenario.repository.commit(line(1), to: "app.env")
    try expectStopped(try scenario.push("origin", "main"), seed: 1, path: "app.env")
    // Deleted again in the next commit: it is still pushed with the history.
    try scenario.repository.git("rm", "-q", "app.env")
    try scenario.repository.git("commit", "-q", "-m", "Remove")
    try expectStopped(try scenario.push("origin", "main"), seed: 1, path: "app.env")
    #expect(try scenario.remoteID("refs/heads/main") == before)
    // The way out that the message names: take it out of the commits.
    try scenario.repository.git("reset", "-q", "--hard", "HEAD~2")
    try scenario.repository.commit("fine\n", to: "app.env")
    #expect(try scenario.push("origin", "main").status == 0)
  }

  @Test func `what the remote has already does not block a new branch`() throws {
    let scenario = try PushScenario(install: false)
    try scenario.repository.commit(line(2), to: "old.env")
    #expect(try scenario.push("origin", "main").status == 0)
    #expect(try scenario.program.run("hook", "install", in: scenario.repository.url).status == 0)
    try scenario.repository.git("checkout", "-q", "-b", "topic")
    try scenario.repository.commit("topic\n", to: "topic.txt")
    let push = try scenario.push("origin", "topic")
    #expect(push.status == 0, "\(push.errorText)")
  }

  @Test func `every pushed reference counts, not only the first`() throws {
    let scenario = try PushScenario()
    try scenario.repository.git("branch", "a")
    try scenario.repository.git("checkout", "-q", "-b", "b")
    try scenario.repository.commit(line(3), to: "b.env")
    try expectStopped(try scenario.push("origin", "a", "b"), seed: 3, path: "b.env")
    #expect(try scenario.remoteID("refs/heads/a").isEmpty)
  }

  @Test func `a token in a tag's message, a commit's message or a merge alone is found`() throws {
    let scenario = try PushScenario()
    let repository = scenario.repository
    try repository.git("tag", "-a", "v1", "-m", "with \(MadeUpSecret.githubToken(4))")
    try expectStopped(try scenario.push("origin", "v1"), seed: 4)
    try repository.git(
      "commit", "-q", "--allow-empty", "-m", "use \(MadeUpSecret.githubToken(5))")
    try expectStopped(try scenario.push("origin", "main"), seed: 5)
    try repository.git("reset", "-q", "--hard", "HEAD~1")
    try repository.git("checkout", "-q", "-b", "side")
    try repository.commit("side\n", to: "side.txt")
    try repository.git("checkout", "-q", "main")
    try repository.git("merge", "-q", "--no-ff", "--no-commit", "side")
    try repository.directory.write(line(6), to: "merge.env")
    try repository.git("add", "merge.env")
    try repository.git("commit", "-q", "-m", "Merge")
    try expectStopped(try scenario.push("origin", "main"), seed: 6, path: "merge.env")
  }

  @Test func `deleting a remote branch is no push of anything`() throws {
    let scenario = try PushScenario()
    #expect(try scenario.push("origin", "main:topic").status == 0)
    let deletion = try scenario.push("origin", ":topic")
    #expect(deletion.status == 0, "\(deletion.errorText)")
    #expect(try scenario.remoteID("refs/heads/topic").isEmpty)
  }

  @Test func `a forced push over a tip that was never fetched is searched like any other`() throws {
    let scenario = try PushScenario()
    let other = try GitRepository()
    try other.git("pull", "-q", scenario.remote.path, "main")
    try other.commit("other\n", to: "other.txt")
    try other.git("push", "-q", scenario.remote.path, "main")
    try scenario.repository.commit("mine\n", to: "mine.txt")
    let forced = try scenario.push("--force", "origin", "main")
    #expect(forced.status == 0, "\(forced.errorText)")
    try other.git("push", "-q", "--force", scenario.remote.path, "main")
    try scenario.repository.commit(line(7), to: "mine.env")
    try expectStopped(try scenario.push("--force", "origin", "main"), seed: 7, path: "mine.env")
  }

  @Test func `a remote without a name is searched whole`() throws {
    let scenario = try PushScenario()
    try scenario.repository.commit("more\n", to: "a.txt")
    let clean = try scenario.push(scenario.remote.path, "main")
    #expect(clean.status == 0, "\(clean.errorText)")
    try scenario.repository.commit(line(8), to: "x.env")
    try expectStopped(
      try scenario.push(scenario.remote.path, "main:other"), seed: 8, path: "x.env")
  }

  @Test func `a decision counts once it is in the pushed commit, not before`() throws {
    let scenario = try PushScenario()
    let (repository, program) = (scenario.repository, scenario.program)
    try repository.commit(line(9), to: "test.env")
    let json = try program.run("scan", "--offline", "--format", "json", in: repository.url)
    let id = try #require(try SecretsAnswer(json).ids.first)
    let decided = try program.run(
      "false-positive", id, "--reason", "a made-up token", "--owner", "Ada", in: repository.url)
    #expect(decided.status == 0, "\(decided.errorText)")
    try expectStopped(try scenario.push("origin", "main"), seed: 9)
    try repository.git("add", ".secgate")
    try repository.git("commit", "-q", "-m", "Decide")
    let push = try scenario.push("origin", "main")
    #expect(push.status == 0, "\(push.errorText)")
  }

  @Test func `malformed input is a usage error and a moved reference stops the push`() throws {
    let scenario = try PushScenario()
    #expect(try scenario.hook("refs/heads/main\n").status == 2)
    let first = try scenario.repository.git("rev-parse", "HEAD")
    try scenario.repository.commit("more\n", to: "a.txt")
    let moved = try scenario.hook("refs/heads/main \(first) refs/heads/main \(zero)\n")
    #expect(moved.status == 3)
    #expect(moved.errorText.contains("refs/heads/main"))
  }

  @Test func `an object that is not here stops the push by name`() throws {
    let scenario = try PushScenario()
    try scenario.repository.commit("lost\n", to: "lost.txt")
    let blob = try scenario.repository.git("rev-parse", "HEAD:lost.txt")
    let head = try scenario.repository.git("rev-parse", "HEAD")
    try FileManager.default.removeItem(
      atPath: scenario.repository.path + "/.git/objects/\(blob.prefix(2))/\(blob.dropFirst(2))")
    let base = try scenario.remoteID("refs/heads/main")
    let stopped = try scenario.hook("refs/heads/main \(head) refs/heads/main \(base)\n")
    #expect(stopped.status == 3, "\(stopped.errorText)")
    #expect(stopped.errorText.contains(blob.prefix(10)))
  }

  @Test func `the hook that was there gets the same input, and its refusal holds`() throws {
    let scenario = try PushScenario(install: false)
    let hook = scenario.repository.path + "/.git/hooks/pre-push"
    try scenario.repository.directory.write(
      "#!/bin/sh\ncat > \"$(dirname \"$0\")/seen\"\nexit \"${REFUSE:-0}\"\n",
      to: ".git/hooks/pre-push")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: hook)
    #expect(try scenario.program.run("hook", "install", in: scenario.repository.url).status == 0)
    let head = try scenario.repository.commit("more\n", to: "a.txt")
    #expect(try scenario.push("origin", "main", environment: ["REFUSE": "1"]).status != 0)
    #expect(try scenario.push("origin", "main").status == 0)
    let seen = try String(
      contentsOfFile: scenario.repository.path + "/.git/hooks/seen", encoding: .utf8)
    #expect(seen.contains("refs/heads/main \(head)"))
  }

  @Test func `a hook whose secgate is gone stops the push and says how to go on`() throws {
    let scenario = try PushScenario()
    let hook = scenario.repository.url.appending(path: ".git/hooks/pre-push")
    let text = try String(contentsOf: hook, encoding: .utf8)
    try text.replacing(Program.binary.path(percentEncoded: false), with: "/nowhere/secgate")
      .write(to: hook, atomically: false, encoding: .utf8)
    try scenario.repository.commit("more\n", to: "a.txt")
    let push = try scenario.push("origin", "main")
    #expect(push.status != 0)
    #expect(push.errorText.contains("/nowhere/secgate"))
    #expect(push.errorText.contains("rm "))
  }

  @Test func `under the pre-commit framework it says what it is not told`() throws {
    let scenario = try PushScenario()
    let base = try scenario.repository.git("rev-parse", "HEAD")
    let head = try scenario.repository.commit(line(10), to: "framework.env")
    let push = try scenario.program.run(
      ["hook", "pre-push"], in: scenario.repository.url,
      environment: [
        "PRE_COMMIT": "1", "PRE_COMMIT_FROM_REF": base, "PRE_COMMIT_TO_REF": head,
        "PRE_COMMIT_REMOTE_NAME": "origin", "PRE_COMMIT_LOCAL_BRANCH": "refs/heads/main",
      ])
    try expectStopped(push, seed: 10, path: "framework.env")
    #expect(push.errorText.contains("only the first pushed reference"))
  }

  @Test(arguments: ["pre-push", "pre-receive"])
  func `a tag of something that is not there is incomplete, by name`(hook: String) throws {
    let scenario = try PushScenario(install: false)
    let target = String(repeating: "1", count: 40)
    let none = String(repeating: "0", count: 40)
    try scenario.repository.directory.write(
      "object \(target)\ntype commit\ntag t\ntagger Ada <ada@example.org> 1 +0000\n\nText\n",
      to: "tag")
    let tag = try scenario.repository.git("hash-object", "-t", "tag", "-w", "tag")
    try scenario.repository.git("update-ref", "refs/tags/t", tag)
    let isServer = hook == "pre-receive"
    let line =
      isServer ? "\(none) \(tag) refs/tags/t\n" : "refs/tags/t \(tag) refs/tags/t \(none)\n"
    let said = try scenario.program.run(
      ["hook", hook] + (isServer ? [] : ["origin", scenario.remote.path]),
      in: scenario.repository.url, input: line)
    #expect(said.status == 3, "\(said.errorText)")
    #expect(said.errorText.contains(target))
  }

  @Test func `a server refuses in pre-receive what a client pushed without its hook`() throws {
    let scenario = try PushScenario(install: false)
    let hook = scenario.remote.path + "/hooks/pre-receive"
    let program = Program.binary.path(percentEncoded: false)
    try scenario.remote.directory.write(
      "#!/bin/sh\nexec '\(program)' hook pre-receive\n", to: "hooks/pre-receive")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: hook)
    let before = try scenario.remoteID("refs/heads/main")
    try scenario.repository.commit(line(11), to: "server.env")
    try expectStopped(try scenario.push("origin", "main"), seed: 11, path: "server.env")
    #expect(try scenario.remoteID("refs/heads/main") == before)
    try scenario.repository.git("reset", "-q", "--hard", "HEAD~1")
    try scenario.repository.commit("fine\n", to: "fine.txt")
    let clean = try scenario.push("origin", "main")
    #expect(clean.status == 0, "\(clean.errorText)")
  }
}

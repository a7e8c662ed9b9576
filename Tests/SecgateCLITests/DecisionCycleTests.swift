import Foundation
import TestSupport
import Testing

/// Scan, decide, pass, break, fail: the main job, by the files alone.
@Suite struct DecisionCycleTests {
  private let later = "2099-01-01"

  private func planted(_ seeds: [Int]) throws -> GitRepository {
    let repository = try GitRepository()
    for seed in seeds {
      try repository.commit(
        "token = \"\(MadeUpSecret.githubToken(seed))\"\n", to: "app\(seed).env")
    }
    return repository
  }

  private func scan(_ program: Program, _ repository: GitRepository) throws -> SecretsAnswer {
    try SecretsAnswer(program.run("scan", "--offline", "--format", "json", in: repository.url))
  }

  @Test func `scan fails, decisions let it pass without the store, a new token fails alone`() throws
  {
    let repository = try planted([1, 2])
    let program = try Program()
    let first = try program.run("scan", "--offline", "--format", "json", in: repository.url)
    #expect(first.status == 1, "\(first.errorText)")
    let ids = try SecretsAnswer(first).ids.sorted()
    #expect(ids.count == 2)
    let decided = try program.run(
      ["false-positive"] + ids + ["--reason", "made up", "--owner", "Ada"], in: repository.url)
    #expect(decided.status == 0, "\(decided.errorText)")
    try FileManager.default.removeItem(atPath: repository.path + "/.git/secgate")
    let passed = try program.run("scan", "--offline", in: repository.url)
    #expect(passed.status == 0, "\(passed.text)\(passed.errorText)")
    try repository.git("add", "-A")
    try repository.git("commit", "-q", "-m", "Decide")
    try repository.commit("token = \"\(MadeUpSecret.githubToken(3))\"\n", to: "new.env")
    let answer = try scan(program, repository)
    let failing = answer.findings.filter { $0["failing"] as? Bool == true }
    #expect(answer.object["verdict"] as? String == "fail")
    #expect(failing.count == 1)
    #expect(failing.first.map { Set([$0["id"] as? String]).isDisjoint(with: ids) } == true)
  }

  @Test func `adopt makes what is open known, once`() throws {
    let repository = try planted([4])
    let program = try Program()
    #expect(try program.run("scan", "--offline", in: repository.url).status == 1)
    let expires = try Program.day(30)
    let adopt = ["baseline", "adopt", "--owner", "Ada", "--expires", expires]
    let adopted = try program.run(adopt, in: repository.url)
    #expect(adopted.status == 0, "\(adopted.errorText)")
    #expect(try program.run("scan", "--offline", in: repository.url).status == 0)
    let again = try program.run(adopt, in: repository.url)
    #expect(again.status == 2)
    #expect(again.errorText.contains("--again"))
    try repository.commit("token = \"\(MadeUpSecret.githubToken(5))\"\n", to: "new.env")
    #expect(try program.run("scan", "--offline", in: repository.url).status == 1)
  }

  @Test func `reopen takes a decision back`() throws {
    let repository = try planted([6])
    let program = try Program()
    let id = try #require(try scan(program, repository).ids.first)
    let accepted = try program.run(
      "accept", id, "--reason", "rotated", "--owner", "Ada", "--expires", try Program.day(10),
      in: repository.url)
    #expect(accepted.status == 0, "\(accepted.errorText)")
    #expect(try program.run("gate", in: repository.url).status == 0)
    #expect(try program.run("reopen", id, in: repository.url).status == 0)
    #expect(try program.run("gate", in: repository.url).status == 1)
  }

  @Test func `an expiry in the past or beyond the policy is refused, and so is a secret as reason`()
    throws
  {
    let repository = try planted([7])
    let program = try Program()
    let id = try #require(try scan(program, repository).ids.first)
    for (expires, reason) in [
      ("2020-01-01", "old"), (later, "for ever"), ("soon", "no date"),
      (try Program.day(5), "key is \(MadeUpSecret.githubToken(7))"),
    ] {
      let refused = try program.run(
        "accept", id, "--reason", reason, "--owner", "Ada", "--expires", expires,
        in: repository.url)
      #expect(refused.status == 2, "\(expires): \(refused.errorText)")
      try Leak.expectNone(of: MadeUpSecret.githubToken(7), in: refused)
    }
    let folder = repository.path + "/.secgate/baseline"
    #expect(((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).isEmpty)
  }

  @Test func `a decision that expired fails as a new finding does, and gate can ask ahead`() throws
  {
    let repository = try planted([8])
    let program = try Program()
    let id = try #require(try scan(program, repository).ids.first)
    let accepted = try program.run(
      "accept", id, "--reason", "until the release", "--owner", "Ada", "--expires",
      try Program.day(3), in: repository.url)
    #expect(accepted.status == 0, "\(accepted.errorText)")
    #expect(try program.run("gate", in: repository.url).status == 0)
    #expect(try program.run("gate", "--as-of", try Program.day(5), in: repository.url).status == 1)
    #expect(try program.run("gate", "--as-of", "2020-01-01", in: repository.url).status == 2)
    #expect(try program.run("gate", in: repository.url).status == 0)
  }

  @Test func `findings are listed, shown and explained by id`() throws {
    let repository = try planted([9])
    let program = try Program()
    let id = try #require(try scan(program, repository).ids.first)
    let list = try program.run("findings", "list", in: repository.url)
    #expect(list.status == 0 && list.text.contains(id))
    let show = try program.run("findings", "show", id, in: repository.url)
    #expect(show.text.contains("app9.env"))
    let explain = try program.run("findings", "explain", id, in: repository.url)
    #expect(explain.status == 0 && explain.text.contains("new"))
    #expect(try program.run("findings", "show", "sg1:sec:none", in: repository.url).status == 2)
    let filtered = try program.run(
      "findings", "list", "--severity", "info", "--format", "json", in: repository.url)
    #expect(try JSONSerialization.jsonObject(with: filtered.output) as? [Any] != nil)
  }

  @Test func `a broken decision file is named and makes the verdict incomplete`() throws {
    let repository = try GitRepository()
    try repository.commit("hello\n", to: "README")
    try repository.directory.write("id = 12\n", to: ".secgate/baseline/broken.toml")
    let program = try Program()
    let scan = try program.run("scan", "--offline", in: repository.url)
    #expect(scan.status == 3, "\(scan.text)")
    #expect(scan.text.contains("broken.toml"))
    let verify = try program.run("baseline", "verify", in: repository.url)
    #expect(verify.status == 1)
    #expect((verify.text + verify.errorText).contains("broken.toml"))
  }
}

import Foundation
import TestSupport
import Testing

/// Ways to get a planted secret past `--base`: none may end with 0.
@Suite struct BypassTests {
  /// What a branch does besides planting a secret; `main` is its base.
  struct Attempt: Sendable, CustomStringConvertible {
    var description: String
    var plant: @Sendable (GitRepository, Program) throws -> Void
    var base = "main"
    var configuration = "version = 1\n"

    static let token = MadeUpSecret.githubToken(71)

    static func plant(_ repository: GitRepository, at name: String = "app.env") throws {
      try repository.commit("token = \"\(token)\"\n", to: name)
    }

    /// A decision on everything that stands in the repository now.
    static func decide(_ repository: GitRepository, _ program: Program, folder: String) throws {
      let answer = try SecretsAnswer(
        program.run("secrets", "--format", "json", in: repository.url))
      for (index, id) in answer.ids.sorted().enumerated() {
        let text = """
          id = "\(id)"
          kind = "false_positive"
          reason = "made up"
          owner = "Mallory"
          created = 2026-11-20
          at = { severity = "critical", fix = "none", kev = false, count = 9 }

          """
        try repository.commit(text, to: "\(folder)/\(index).toml", message: "Decide")
      }
    }

    static let all: [Attempt] = [
      Attempt(description: "nothing else") { repository, _ in try plant(repository) },
      Attempt(description: "a decision beside it") { repository, program in
        try plant(repository)
        try decide(repository, program, folder: ".secgate/baseline")
      },
      Attempt(description: "a decision alone, the secret added and removed before") {
        repository, program in
        try plant(repository)
        try repository.git("rm", "-q", "app.env")
        try repository.git("commit", "-q", "-m", "Remove")
        try decide(repository, program, folder: ".secgate/baseline")
      },
      Attempt(description: "the secret in the folder of decisions") { repository, program in
        try plant(repository, at: ".secgate/baseline/notes.env")
        try decide(repository, program, folder: ".secgate/baseline")
      },
      Attempt(description: "the secret as a comment of a decision file") { repository, program in
        try repository.commit("# token = \"\(token)\"\n", to: ".secgate/baseline/a.toml")
        try decide(repository, program, folder: ".secgate/baseline")
      },
      Attempt(description: "a policy that fails on nothing") { repository, _ in
        try repository.commit("version = 1\n[policy]\nfail_on = []\n", to: ".secgate.toml")
        try plant(repository)
      },
      Attempt(description: "the path excluded and the rule disabled") { repository, _ in
        let text =
          "version = 1\n[secrets]\nexclude = [{ path = \"**\", reason = \"x\" }]\nmax_blob = \"1B\"\n"
        try repository.commit(text, to: ".secgate.toml")
        try plant(repository)
      },
      Attempt(description: "the configuration taken away") { repository, _ in
        try repository.git("rm", "-q", ".secgate.toml")
        try plant(repository)
      },
      Attempt(description: "an allow comment beside it") { repository, _ in
        try repository.commit("token = \"\(token)\" # secgate:allow\n", to: "app.env")
      },
      Attempt(description: "attributes and ignore files") { repository, _ in
        try repository.commit("* binary export-ignore -diff\n", to: ".gitattributes")
        try repository.commit("app.env\n.secgate\n", to: ".gitignore")
        try repository.directory.write("token = \"\(token)\"\n", to: "app.env")
        try repository.git("add", "-f", "app.env")
        try repository.git("commit", "-q", "-m", "Force")
      },
      Attempt(description: "added and removed again") { repository, _ in
        try plant(repository)
        try repository.git("rm", "-q", "app.env")
        try repository.git("commit", "-q", "-m", "Remove")
      },
      Attempt(description: "a replace reference over its blob") { repository, _ in
        try plant(repository)
        let blob = try repository.git("rev-parse", "HEAD:app.env")
        let other = try repository.git("rev-parse", "HEAD:README")
        try repository.git("replace", blob, other)
      },
      Attempt(description: "a graft that puts the head below the base") { repository, _ in
        try plant(repository)
        let ids = try repository.git("rev-parse", "main", "HEAD").split(separator: "\n")
        try repository.directory.write(ids.joined(separator: " ") + "\n", to: ".git/info/grafts")
      },
      Attempt(
        description: "a tag that is called like the base",
        plant: { repository, _ in
          try plant(repository)
          try repository.git("tag", "main")
        }),
      Attempt(
        description: "a tag that is called like the remote's branch",
        plant: { repository, _ in
          try repository.git("update-ref", "refs/remotes/origin/main", "main")
          try plant(repository)
          try repository.git("tag", "origin/main")
        }, base: "origin/main"),
      Attempt(
        description: "a branch that is called like the remote's branch",
        plant: { repository, _ in
          try repository.git("update-ref", "refs/remotes/origin/main", "main")
          try plant(repository)
          try repository.git("branch", "origin/main")
        }, base: "origin/main"),
      Attempt(description: "an unusual path") { repository, _ in
        try plant(repository, at: "node_modules/a\nb/\u{202e}test/fixtures/-rf.example")
      },
      Attempt(description: "a file name of secgate's own report") { repository, _ in
        try plant(repository, at: "secgate-report.html")
      },
    ]
  }

  @Test(arguments: Attempt.all)
  func `a planted secret does not get past the base by`(_ attempt: Attempt) throws {
    let program = try Program()
    let repository = try GitRepository()
    try repository.commit("hello\n", to: "README")
    try repository.commit(attempt.configuration, to: ".secgate.toml")
    try repository.git("checkout", "-q", "-b", "topic")
    try attempt.plant(repository, program)
    let scan = try program.run(
      "scan", "--offline", "--base", attempt.base, in: repository.url)
    #expect([1, 2, 3].contains(scan.status), "\(scan.status): \(scan.text)\(scan.errorText)")
    let gate = try program.run("gate", "--base", attempt.base, in: repository.url)
    #expect([1, 2, 3].contains(gate.status), "\(gate.status): \(gate.text)\(gate.errorText)")
  }

  @Test func `a scan of another commit with the same tree is no look at this history`() throws {
    let program = try Program()
    let repository = try GitRepository()
    try repository.commit("hello\n", to: "README")
    #expect(try program.run("scan", "--offline", in: repository.url).status == 0)
    try Attempt.plant(repository)
    try repository.git("rm", "-q", "app.env")
    try repository.git("commit", "-q", "-m", "Remove")
    let gate = try program.run("gate", in: repository.url)
    #expect(gate.status == 3, "\(gate.text)")
  }

  @Test func `a catalogue of exploited flaws that the branch replaces is the base's all the same`()
    throws
  {
    let program = try Program()
    let repository = try GitRepository()
    let catalogue = { (id: String) in
      #"{"dateReleased":"2026-11-24T00:00:00Z","vulnerabilities":[{"cveID":"\#(id)"}]}"#
    }
    let report = """
      {"dependencies":[{"name":"a","version":"1","vulns":[{"id":"CVE-2026-1","fix_versions":["2"],
      "aliases":[],"description":"x"}]}],"fixes":[]}
      """
    let policy = "version = 1\n[policy]\nunknown_as = \"low\"\nkev_file = \"kev.json\"\n"
    try repository.commit(policy, to: ".secgate.toml")
    try repository.commit(catalogue("CVE-2026-1"), to: "kev.json")
    try repository.git("checkout", "-q", "-b", "topic")
    try repository.commit(catalogue("CVE-1999-1"), to: "kev.json")
    let folder = try TemporaryDirectory()
    try folder.write(report, to: "audit.json")
    _ = try program.run("scan", "--offline", "--base", "main", in: repository.url)
    let imported = try program.run(
      "import", "pip-audit", folder.path + "/audit.json", "--commit", "HEAD", "--exit-code", "1",
      in: repository.url)
    #expect(imported.status == 0, "\(imported.errorText)")
    let gate = try program.run("gate", "--base", "main", in: repository.url)
    #expect(gate.status == 1, "\(gate.text)")
    // One that the base does not hold and this commit does is not believed.
    try repository.git("rm", "-q", "kev.json")
    try repository.git("commit", "-q", "-m", "Remove")
    try repository.git("branch", "bare")
    try repository.commit(catalogue("CVE-1999-1"), to: "kev.json")
    let own = try program.run("scan", "--offline", "--base", "bare", in: repository.url)
    #expect(own.status == 3, "\(own.text)")
    #expect(own.text.contains("bare does not hold it"))
  }
}

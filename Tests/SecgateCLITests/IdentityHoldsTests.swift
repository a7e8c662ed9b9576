import Foundation
import TestSupport
import Testing

/// Complaint: "the ignore file rots with every refactoring". A decision stays with what it was made
/// on, and with nothing else.
@Suite struct IdentityHoldsTests {
  private static let call = "subprocess.call(command, shell=True)"

  /// A repository with one accepted finding about code and one false positive about a token.
  private struct Decided {
    let repository: GitRepository
    let program: Program
    let token = MadeUpSecret.githubToken(31)

    init() throws {
      repository = try GitRepository()
      program = try Program()
      try repository.commit("def run(command):\n    \(IdentityHoldsTests.call)\n", to: "src/run.py")
      try repository.commit("token = \"\(token)\"\n", to: "app.env")
      try look(["src/run.py": [2]])
      #expect(try gate().status == 1)
      let ids = try findings().compactMap { $0["id"] as? String }
      #expect(ids.count == 2)
      let decided = try program.run(
        ["false-positive"] + ids + ["--reason", "made up", "--owner", "Ada"], in: repository.url)
      #expect(decided.status == 0, "\(decided.errorText)")
      try repository.git("add", "-A")
      try repository.git("commit", "-q", "-m", "Decide")
    }

    /// Scans, and imports what bandit would say of these lines.
    func look(_ lines: [String: [Int]], in url: URL? = nil) throws {
      let results = lines.sorted { $0.key < $1.key }.flatMap { path, numbers in
        numbers.map { number in
          """
          {"code":"\(number)     \(IdentityHoldsTests.call)\\n","filename":"./\(path)",
          "line_number":\(number),"line_range":[\(number)],"issue_confidence":"HIGH",
          "issue_severity":"HIGH","issue_cwe":{"id":78},"issue_text":"a shell",
          "test_id":"B602","test_name":"x"}
          """
        }
      }
      let report = """
        {"errors":[],"generated_at":"2026-11-20T09:10:00Z","metrics":{"_totals":{"loc":2,"nosec":0,
        "skipped_tests":0}},"results":[\(results.joined(separator: ","))]}
        """
      let folder = try TemporaryDirectory()
      try folder.write(report, to: "bandit.json")
      _ = try program.run("scan", "--offline", in: url ?? repository.url)
      let imported = try program.run(
        "import", "bandit", folder.path + "/bandit.json", "--commit", "HEAD", "--exit-code", "1",
        in: url ?? repository.url)
      #expect(imported.status == 0, "\(imported.errorText)")
    }

    func gate(in url: URL? = nil) throws -> Command {
      try program.run("gate", in: url ?? repository.url)
    }

    func findings(in url: URL? = nil) throws -> [[String: Any]] {
      let report = try program.run("report", "--json", in: url ?? repository.url)
      return try Program.json(report)["findings"] as? [[String: Any]] ?? []
    }

    func commitAll(_ message: String) throws {
      try repository.git("add", "-A")
      try repository.git("commit", "-q", "-m", message)
    }
  }

  /// What a developer does to accepted code, and where bandit sees it afterwards.
  struct Change: Sendable, CustomStringConvertible {
    var description: String
    var lines: [String: [Int]]
    var make: @Sendable (GitRepository) throws -> Void

    static let all: [Change] = [
      Change(description: "lines inserted above", lines: ["src/run.py": [5]]) { repository in
        try repository.commit(
          "# a\n# b\n# c\ndef run(command):\n    \(IdentityHoldsTests.call)\n", to: "src/run.py")
        try repository.commit(
          "# more\ntoken = \"\(MadeUpSecret.githubToken(31))\"\n", to: "app.env")
      },
      Change(description: "re-indented", lines: ["src/run.py": [3]]) { repository in
        try repository.commit(
          "class A:\n  def run(command):\n            \(IdentityHoldsTests.call)\n",
          to: "src/run.py")
      },
      Change(description: "amended", lines: ["src/run.py": [2]]) { repository in
        try repository.git("commit", "-q", "--amend", "-m", "Other words")
      },
      Change(description: "squashed", lines: ["src/run.py": [2]]) { repository in
        let root = try repository.git("rev-list", "--max-parents=0", "HEAD")
        try repository.git("reset", "-q", "--soft", root)
        try repository.git("commit", "-q", "--amend", "-m", "All in one")
      },
      Change(description: "rebased", lines: ["src/run.py": [2]]) { repository in
        let root = try repository.git("rev-list", "--max-parents=0", "HEAD")
        try repository.git("checkout", "-q", "-b", "other", root)
        try repository.commit("x\n", to: "other.txt")
        try repository.git("rebase", "-q", "other", "main")
      },
    ]
  }

  @Test(arguments: Change.all)
  func `a decision holds when its code is`(_ change: Change) throws {
    let decided = try Decided()
    try change.make(decided.repository)
    try decided.look(change.lines)
    let gate = try decided.gate()
    #expect(gate.status == 0, "\(gate.text)")
    let states = try decided.findings().compactMap { $0["state"] as? String }
    #expect(states == ["false_positive", "false_positive"])
  }

  @Test func `a decision holds in a full clone and in a shallow one alike`() throws {
    let decided = try Decided()
    let clones = try TemporaryDirectory()
    for (name, depth) in [("full", []), ("shallow", ["--depth", "1"])] {
      let url = clones.url.appending(path: name)
      let clone = try Command.run(
        ["git", "clone", "-q"] + depth + [
          "file://" + decided.repository.path, url.path(percentEncoded: false),
        ])
      #expect(clone.status == 0, "\(clone.errorText)")
      try decided.look(["src/run.py": [2]], in: url)
      // What a shallow clone lacks is said; what it has is decided.
      #expect(try decided.gate(in: url).status == (depth.isEmpty ? 0 : 3))
      let states = try decided.findings(in: url).compactMap { $0["state"] as? String }
      #expect(states == ["false_positive", "false_positive"])
    }
  }

  @Test func `a second copy of accepted code is new`() throws {
    let decided = try Decided()
    try decided.repository.commit(
      "def run(command):\n    \(Self.call)\n    \(Self.call)\n", to: "src/run.py")
    try decided.look(["src/run.py": [2, 3]])
    let gate = try decided.gate()
    #expect(gate.status == 1, "\(gate.text)")
  }

  @Test func `another secret on the accepted line is new`() throws {
    let decided = try Decided()
    try decided.repository.commit(
      "token = \"\(decided.token)\" # \"\(MadeUpSecret.githubToken(32))\"\n", to: "app.env")
    try decided.look(["src/run.py": [2]])
    #expect(try decided.gate().status == 1)
    let open = try decided.findings().filter { $0["state"] as? String == "new" }
    #expect(open.count == 1)
  }

  @Test func `a password's decision goes with its renamed file, and a copy of it is new`() throws {
    let repository = try GitRepository()
    let program = try Program()
    let line = "db_password = \"\("Kv7-pq2" + "Lw9")\"\n"
    try repository.commit("import os\n\n" + line + "x = 1\ny = 2\n", to: "settings.py")
    func states() throws -> [String: String] {
      _ = try program.run("scan", "--offline", in: repository.url)
      let report = try Program.json(try program.run("report", "--json", in: repository.url))
      var states: [String: String] = [:]
      for finding in report["findings"] as? [[String: Any]] ?? [] {
        let places = finding["locations"] as? [[String: Any]] ?? []
        states[places.first?["path"] as? String ?? ""] = finding["state"] as? String
      }
      return states
    }
    #expect(try states() == ["settings.py": "new"])
    let report = try Program.json(try program.run("report", "--json", in: repository.url))
    let id = try #require((report["findings"] as? [[String: Any]])?.first?["id"] as? String)
    #expect(id.hasPrefix("sg1:pw:"))
    let decided = try program.run(
      "false-positive", id, "--reason", "made up", "--owner", "Ada", in: repository.url)
    #expect(decided.status == 0, "\(decided.errorText)")
    try repository.git("add", "-A")
    try repository.git("commit", "-q", "-m", "Decide")
    try repository.git("mv", "settings.py", "conf.py")
    try repository.git("commit", "-q", "-m", "Rename")
    #expect(
      try states() == ["settings.py": "false_positive", "conf.py": "false_positive"])
    try repository.commit("import sys\n\n" + line + "z = 3\n", to: "copy.py")
    #expect(
      try states() == [
        "settings.py": "false_positive", "conf.py": "false_positive", "copy.py": "new",
      ])
    // A second one in the renamed file: which of both was decided cannot be told.
    try repository.commit(
      "import os\n\n" + line + "x = 1\ny = 2\nother_" + line, to: "conf.py")
    #expect(try states()["conf.py"] == "new")
  }
}

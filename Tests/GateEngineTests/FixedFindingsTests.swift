import FindingModel
import Testing

@testable import GateEngine

/// What makes a finding of an earlier commit fixed, and everything that leaves it in doubt.
@Suite struct FixedFindingsTests {
  /// One tool that looked at an earlier commit and at the judged one.
  private struct Scene {
    var old = Sample.result("bandit", .code, [Sample.code(3)])
    var now = [Sample.result("bandit", .code, [])]
    /// The flagged file then, and files by their names now.
    var text = "import os\n\nrun(x)\n"
    var files = ["src/a.py": "import os\n\ncheck(x)\n"]
    var renames: [String: String] = [:]
    var suppressions: [Suppression] = []
    var dirty = false

    init() {
      old.evidence.commit = Sample.other
      old.evidence.tree = nil
      both { $0.arguments = ["-r", ".", "--ini", "/tmp/secgate-run-1-a/bandit.ini"] }
      now[0].evidence.arguments?[3] = "/var/tmp/secgate-run-22-b/bandit.ini"
    }

    mutating func both(_ change: (inout Evidence) -> Void) {
      change(&old.evidence)
      change(&now[0].evidence)
    }

    func fixed() throws -> [Finding] {
      var input = try Sample.input("", now)
      input.scope.dirty = dirty
      input.suppressions = suppressions
      let files = files
      input.source = { files[$0].map { Array($0.utf8) } }
      let text = text
      let earlier = FixedFindings.Earlier(
        commit: Sample.other, results: [old], source: { _ in Array(text.utf8) }, renames: renames)
      let wanted = Set(FindingMerge([old]).findings.map(\.id))
      return FixedFindings(Judge.judge(input), input).fixed(earlier, among: wanted)
    }
  }

  @Test func `what the same tool no longer shows in the same place is fixed`() throws {
    let fixed = try Scene().fixed()
    #expect(fixed.map(\.state) == [.fixed])
    #expect(fixed.first?.failing == false)
    #expect(fixed.first?.stateReason?.contains("bandit showed it at cccccccccccc") == true)
  }

  @Test func `a package that was raised or removed is fixed`() throws {
    var scene = Scene()
    scene.old.findings = [Sample.advisory("bandit", ["CVE-2026-1"])]
    #expect(try scene.fixed().count == 1)
    scene.now[0].findings = [Sample.advisory("bandit", ["CVE-2026-2"])]
    #expect(try scene.fixed().count == 1)
    scene.now[0].findings = [Sample.advisory("bandit", ["CVE-2026-0", "CVE-2026-1"])]
    #expect(try scene.fixed().isEmpty, "the advisory has another name and is still there")
  }

  @Test func `a file that is gone takes its findings with it`() throws {
    var scene = Scene()
    scene.files = [:]
    #expect(try scene.fixed().count == 1)
    scene.now[0].findings = [Sample.code(9, path: "src/moved.py", snippet: "run(y)")]
    #expect(try scene.fixed().isEmpty, "the same rule shows something new elsewhere")
  }

  private static let doubts: [(String, @Sendable (inout Scene) -> Void)] = [
    ("the tool did not run", { $0.now = [] }),
    ("the tool broke", { $0.now[0].evidence.outcome = .broken }),
    ("the tool was cut short", { $0.now[0].evidence.outcome = .partial }),
    (
      "a part of it broke",
      { scene in
        var second = scene.now[0]
        (second.evidence.target, second.evidence.outcome) = ("web", .broken)
        scene.now.append(second)
      }
    ),
    ("it told of a problem", { $0.now[0].evidence.problems = ["one file does not parse"] }),
    ("it skipped more", { $0.now[0].evidence.skipped = ["src"] }),
    ("it looked at another target", { $0.now[0].evidence.target = "docs" }),
    ("it looked with other arguments", { $0.now[0].evidence.arguments = ["-r", "docs"] }),
    ("it is another version", { $0.now[0].evidence.version = "2" }),
    ("it is another program", { $0.now[0].evidence.digest = "sha256:1" }),
    ("it looked at another environment", { $0.now[0].evidence.environment = "staging" }),
    (
      "it looked at another commit",
      { scene in
        scene.now[0].evidence.commit = Sample.other
        scene.now[0].evidence.tree = Sample.other
      }
    ),
    ("it looked at a modified tree", { $0.now[0].evidence.dirty = true }),
    ("its report was made elsewhere", { $0.now[0].evidence.source = "import" }),
    ("its first report was made elsewhere", { $0.old.evidence.source = "import" }),
    (
      "it reads the repository's own settings",
      { scene in
        scene.suppressions = [
          Suppression(
            kind: "tool-config", tool: "bandit", place: ".ignore", what: "x", counts: true)
        ]
      }
    ),
    ("a comment hides it", { $0.files["src/a.py"] = "import os\n\nrun(x)  # nosec\n" }),
    ("it only moved in its file", { $0.files["src/a.py"] = "import os\nif x:\n    run( x )\n" }),
    (
      "its file was renamed",
      { scene in
        scene.renames = ["src/b.py": "src/a.py"]
        scene.files = ["src/b.py": "run(x)\n"]
      }
    ),
    (
      "the same rule shows something new in the file",
      { scene in
        scene.now[0].findings = [Sample.code(3, snippet: "run(y)")]
      }
    ),
    (
      "the same rule shows something new in the renamed file",
      { scene in
        scene.renames = ["src/b.py": "src/a.py"]
        scene.files = ["src/b.py": "run(y)\n"]
        scene.now[0].findings = [Sample.code(1, path: "src/b.py", snippet: "run(y)")]
      }
    ),
    (
      "the report suppresses it",
      { scene in
        var hidden = Sample.code(3, snippet: "run(y)")
        hidden.suppressed = true
        scene.now[0].findings = [hidden]
      }
    ),
    ("its text then is not known", { $0.text = "" }),
    ("it is a secret", { $0.old = Sample.result("bandit", .secret, [Sample.secret("one")]) }),
    (
      "it is of a running service",
      { scene in
        scene.old.findings = [Sample.code(3)].map { code in
          var web = code
          web.category = .web
          return web
        }
      }
    ),
    (
      "another tool that showed it did not look again",
      { scene in
        var other = scene.old.findings[0]
        other.witnesses = [
          Witness(tool: "bandit", ruleID: "B602"), Witness(tool: "semgrep", ruleID: "r"),
        ]
        scene.old.findings = [other]
      }
    ),
  ]

  @Test(arguments: doubts.indices)
  func `whatever is in doubt is not fixed`(_ index: Int) throws {
    let (name, change) = Self.doubts[index]
    var scene = Scene()
    change(&scene)
    #expect(try scene.fixed().isEmpty, "\(name)")
  }
}

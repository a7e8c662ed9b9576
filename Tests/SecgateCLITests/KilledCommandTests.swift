import BaselineStore
import FindingModel
import Foundation
import TestSupport
import Testing

/// Commands that are killed at any moment (SIGKILL): the store opens and is whole, what was
/// acknowledged is held, nothing is half written, and ``Program`` looks for planted secrets after
/// each of them.
@Suite struct KilledCommandTests {
  /// `SECGATE_KILLS=1000` for the long run.
  private static let kills =
    ProcessInfo.processInfo.environment["SECGATE_KILLS"].flatMap(Int.init) ?? 24

  private enum Kind: CaseIterable { case scan, accept, importing }

  @Test func `killed scans, decisions and imports leave the store whole and lose nothing`() throws {
    let stage = try Stage(findings: Self.kills / 3 + 2)
    var random = RandomDelays(seed: 7)
    var longest: [Kind: Duration] = [:]
    for kind in Kind.allCases {
      let start = ContinuousClock.now
      try stage.run(kind, killedAfter: nil)
      longest[kind] = ContinuousClock.now - start
    }
    for round in 0..<Self.kills {
      let kind = Kind.allCases[round % Kind.allCases.count]
      try stage.run(kind, killedAfter: random.next(below: longest[kind] ?? .seconds(1)))
      try stage.expectWhole()
    }
    #expect(stage.kills > 0, "no command was killed")
    // Nothing that a killed run left keeps the next one from its work.
    try stage.run(.scan, killedAfter: nil)
    try stage.run(.accept, killedAfter: nil)
    try stage.expectWhole()
    try stage.expectClean()
  }

  /// A repository with as many open findings, a scanner that prints secrets, and what was
  /// acknowledged so far.
  private final class Stage {
    let program: Program
    let repository: GitRepository
    let bin: TemporaryDirectory
    private var open: [String]
    private var accepted: Set<String> = []
    private var imported: Set<String> = []
    private var reports = 0
    private(set) var kills = 0

    init(findings: Int) throws {
      program = try Program()
      repository = try GitRepository()
      bin = try TemporaryDirectory()
      let tokens = (0..<findings).map { "token = \"\(MadeUpSecret.githubToken(1000 + $0))\"\n" }
      try repository.commit(tokens.joined(), to: "app.py")
      try repository.git("config", "user.name", "Ada")
      let script = """
        #!/bin/sh
        [ "$1" = --version ] && { echo 1.7.9; exit 0; }
        echo "cannot log in with \(MadeUpSecret.githubToken(40))" >&2
        echo '{"results": [{"code": "x = \(MadeUpSecret.githubToken(41))"}'
        """
      let tool = try bin.write(script, to: "bandit")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: tool.path(percentEncoded: false))
      open = []
      let scan = try program.run("scan", "--format", "json", in: repository.url)
      open = try SecretsAnswer(scan).failing.sorted()
      guard open.count == findings else {
        throw Command.Failure(description: "\(open.count) findings: \(scan.errorText)")
      }
    }

    func run(_ kind: Kind, killedAfter delay: Duration?) throws {
      switch kind {
      case .scan:
        let path = bin.path + ":/usr/bin:/bin"
        try call(["scan", "--report", "html=page.html"], delay, ["PATH": path])
      case .accept: try accept(delay)
      case .importing: try importReport(delay)
      }
    }

    private func accept(_ delay: Duration?) throws {
      guard let id = open.popLast() else { return }
      let expires = try Program.day(10)
      let command = try call(
        ["accept", id, "--reason", "revoked", "--owner", "Ada", "--expires", expires], delay)
      // A line that the kill cut counts only with its end.
      let said = command.text.contains("accepted risk until \(expires): \(id)\n")
      if said || command.status == 0 { accepted.insert(id) }
    }

    private func importReport(_ delay: Duration?) throws {
      reports += 1
      let text = """
        {"errors": [], "generated_at": "2026-01-01T00:00:00Z",
         "metrics": {"_totals": {"loc": 3}, "app.py": {"loc": 3}},
         "results": [{"code": "1 exec(x)\\n", "filename": "./app.py",
           "issue_confidence": "HIGH", "issue_severity": "LOW", "issue_text": "Use of exec",
           "line_number": \(reports), "line_range": [2], "col_offset": 0, "test_id": "B102",
           "test_name": "exec_used", "issue_cwe": {"id": 78}}]}
        """
      let file = try bin.write(text, to: "report.json").path(percentEncoded: false)
      let command = try call(["import", "bandit", file], delay)
      if command.status == 0 { imported.insert(SHA256.hexadecimal(Array(text.utf8))) }
    }

    @discardableResult
    private func call(
      _ arguments: [String], _ delay: Duration?, _ environment: [String: String] = [:]
    ) throws -> Command {
      guard let delay else {
        return try program.run(arguments, in: repository.url, environment: environment)
      }
      let command = try program.run(
        arguments, in: repository.url, killedAfter: delay, environment: environment)
      if command.status == 137 || command.status == 9 { kills += 1 }
      return command
    }

    func expectWhole() throws {
      let store = try BaselineStore.open(
        at: repository.url.appending(path: ".git/secgate/store.sqlite"))
      #expect(store.notices.isEmpty)
      #expect(try store.integrityProblems().isEmpty)
      let text = DecisionFolder(repository.url.appending(path: ".secgate/baseline")).load()
      #expect(text.problems.isEmpty)
      let written = Set(text.decisions.map(\.id))
      #expect(accepted.isSubset(of: written))
      #expect(try accepted.isSubset(of: Set(store.decisions().map(\.id))))
      #expect(try imported.isSubset(of: Set(store.evidence().map(\.id))))
      try store.close()
    }

    /// Whatever killed runs left behind is gone after the next ones.
    func expectClean() throws {
      let page = repository.path + "/page.html"
      #expect(try String(contentsOfFile: page, encoding: .utf8).hasSuffix("</html>\n"))
      let store = try FileManager.default.contentsOfDirectory(
        atPath: repository.path + "/.git/secgate")
      #expect(
        Set(store).isSubset(of: [
          "store.sqlite", "store.sqlite-wal", "store.sqlite-shm", "store.lock",
          "scan-memory.result", "scan-memory.history", "scan-memory.objects",
          "scan-memory.snapshot", "scan-memory.tables",
        ]))
    }
  }
}

/// Moments of a run that is `longest` long, half of them near its end, where it writes.
struct RandomDelays {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(below longest: Duration) -> Duration {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let (late, share) = ((state >> 33) % 2 == 0, Double((state >> 34) % 1000) / 1000)
    return longest * (late ? 0.7 + 0.35 * share : share)
  }
}

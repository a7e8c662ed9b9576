import Foundation
import TestSupport
import Testing

/// A finding that goes away: what the commands and the page say of it, run by run.
@Suite struct FixedScenarioTests {
  /// A scanner that finds each line with `run(` in `app.py`.
  private static let scanner = """
    #!/bin/sh
    if [ "$1" = --version ]; then echo "bandit 1.7.9"; exit 0; fi
    cat <<'JSON'
    {"errors": [], "generated_at": "2026-11-25T00:00:00Z", "metrics": {"./app.py": {"loc": 1,
    "nosec": 0, "skipped_tests": 0}, "_totals": {"loc": 1, "nosec": 0, "skipped_tests": 0}},
    "results": [
    JSON
    separator=
    grep -n 'run(' app.py | while IFS=: read -r line text; do
      printf '%s{"code": "%s %s\\\\n", "filename": "./app.py", "issue_confidence": "HIGH",
        "issue_severity": "HIGH", "issue_text": "A shell", "line_number": %s,
        "line_range": [%s], "test_id": "B602", "test_name": "shell"}' \\
        "$separator" "$line" "$text" "$line" "$line"
      separator=,
    done
    echo ']}'
    grep -q 'run(' app.py && exit 1
    exit 0
    """

  private struct Stage {
    let repository: GitRepository
    let bin: TemporaryDirectory
    let program: Program

    init() throws {
      program = try Program()
      bin = try TemporaryDirectory()
      repository = try GitRepository()
      try repository.commit("print(1)\n", to: "app.py")
      try install()
    }

    var scanner: String { bin.path + "/bandit" }

    func install() throws {
      try Data(FixedScenarioTests.scanner.utf8).write(to: URL(filePath: scanner))
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scanner)
    }

    func run(_ arguments: String...) throws -> Command {
      try program.run(
        arguments, in: repository.url, environment: ["PATH": bin.path + ":/usr/bin:/bin"])
    }

    /// States of all findings, and how many are said to be fixed.
    func scan() throws -> (states: [String], fixed: Int, verdict: String) {
      let json = try Program.json(try run("scan", "--offline", "-q", "--format", "json"))
      let findings = json["findings"] as? [[String: Any]] ?? []
      let counts = json["counts"] as? [String: Any] ?? [:]
      return (
        findings.compactMap { $0["state"] as? String }.sorted(), counts["fixed"] as? Int ?? -1,
        json["verdict"] as? String ?? ""
      )
    }
  }

  @Test func `what is gone from the code is fixed from then on, and the page is verified`() throws {
    let stage = try Stage()
    try stage.repository.commit("run(a)\nrun(b)\n", to: "app.py")
    #expect(try stage.scan() == (["new", "new"], 0, "fail"))
    try stage.repository.commit("run(a)\nsafe(b)\n", to: "app.py")
    #expect(try stage.scan() == (["fixed", "new"], 1, "fail"))
    try stage.repository.commit("safe(a)\nsafe(b)\n", to: "app.py")
    for _ in 0..<2 { #expect(try stage.scan() == (["fixed", "fixed"], 2, "pass")) }
    let gate = try Program.json(try stage.run("gate", "-q", "--format", "json"))
    #expect((gate["counts"] as? [String: Any])?["fixed"] as? Int == 2)
    let page = try stage.run("report", "--html", "-o", ".git/page.html")
    #expect(page.status == 0, "\(page.errorText)")
    let text = try String(
      contentsOfFile: stage.repository.path + "/.git/page.html", encoding: .utf8)
    #expect(text.contains("2 more were fixed."))
    #expect(text.contains("<td>Fixed</td>"))
    let verify = try stage.run("report", "--html", "--verify", ".git/page.html")
    #expect(verify.status == 0, "\(verify.text)\(verify.errorText)")
    // It comes back, and is what it was: open.
    try stage.repository.commit("run(a)\nsafe(b)\n", to: "app.py")
    #expect(try stage.scan() == (["fixed", "new"], 1, "fail"))
  }

  @Test func `nothing is fixed on another branch, in a modified tree or without the scanner`()
    throws
  {
    let stage = try Stage()
    try stage.repository.git("branch", "side")
    try stage.repository.commit("run(a)\n", to: "app.py")
    #expect(try stage.scan() == (["new"], 0, "fail"))
    try stage.repository.git("checkout", "-q", "side")
    #expect(try stage.scan() == ([], 0, "pass"))
    try stage.repository.git("checkout", "-q", "main")
    try stage.repository.directory.write("safe(a)\n", to: "app.py")
    #expect(try stage.scan().fixed == 0)
    try stage.repository.commit("safe(a)\n", to: "app.py")
    try FileManager.default.removeItem(atPath: stage.scanner)
    #expect(try stage.scan().fixed == 0)
    // The scanner is back: now it has looked.
    try stage.install()
    #expect(try stage.scan() == (["fixed"], 1, "pass"))
  }
}

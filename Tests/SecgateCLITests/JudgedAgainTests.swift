import Foundation
import TestSupport
import Testing

/// A judgement of what is recorded says what the one before it said, however often it is made.
@Suite struct JudgedAgainTests {
  private static let partial = """
    {"errors": [{"filename": "a.py", "reason": "syntax error"}], "results": [],
    "generated_at": "2026-11-25T00:00:00Z", "metrics": {"b.py": {"loc": 3, "nosec": 0,
    "skipped_tests": 0}, "_totals": {"loc": 3, "nosec": 0, "skipped_tests": 0}}}
    """
  private static let suppressed = """
    {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "demo", "version": "1"}},
    "results": [{"ruleId": "r", "level": "error", "message": {"text": "hidden"},
    "suppressions": [{"kind": "inSource", "justification": "ours"}], "locations": [{
    "physicalLocation": {"artifactLocation": {"uri": "b.py"}, "region": {"startLine": 2}}}]}]}]}
    """

  @Test func `gaps and suppressions are not told once more each time`() throws {
    let program = try Program()
    let repository = try GitRepository()
    try repository.commit(
      "version = 1\n[policy]\nallow = [\"tool-partial\"]\n", to: ".secgate.toml")
    let folder = try TemporaryDirectory()
    for (tool, text) in [("bandit", Self.partial), ("sarif", Self.suppressed)] {
      try folder.write(text, to: tool)
      let added = try program.run(
        "import", tool, folder.path + "/" + tool, "--commit", "HEAD", "-q", in: repository.url)
      #expect(added.status == 0, "\(added.errorText)")
    }
    var seen: [NSDictionary] = []
    for command in ["scan", "gate", "gate"] {
      let json = try Program.json(
        try program.run(command, "-q", "--offline", "--format", "json", in: repository.url))
      let coverage = json["coverage"] as? [String: Any] ?? [:]
      let gaps = coverage["gaps"] as? [[String: Any]] ?? []
      let suppressions = json["suppressions"] as? [[String: Any]] ?? []
      #expect(gaps.count == 1 && suppressions.count == 2, "\(command): \(gaps) \(suppressions)")
      seen.append(["gaps": gaps, "suppressions": suppressions])
    }
    #expect(seen[0] == seen[1] && seen[1] == seen[2])
  }
}

import FindingModel
import Foundation
import Testing

@Suite struct FindingTests {
  private func finding() -> Finding {
    var finding = Finding(
      id: "sg1:sec:x", category: .secret, severity: .high, severitySource: .rule, title: "A key",
      ruleID: "key", locations: [Location(path: "a.env", line: 3)])
    finding.signals = ["a", "b"]
    finding.count = 2
    return finding
  }

  @Test func `a copy is a value of its own`() {
    let first = finding()
    var second = first
    #expect(first == second)
    second.state = .accepted
    second.locations[0].line = 4
    second.signals?.append("c")
    #expect(first.state == .new)
    #expect(first.locations[0].line == 3)
    #expect(first.signals == ["a", "b"])
    #expect(first != second)
    var list = [first, second]
    list[0].title = "Another"
    #expect(first.title == "A key")
    #expect(list[1] == second)
  }

  @Test func `equal findings are one in a set`() {
    #expect(Set([finding(), finding()]).count == 1)
    var other = finding()
    other.owner = "Ada"
    #expect(Set([finding(), other]).count == 2)
  }

  @Test func `it is written by the names of its fields and read again`() throws {
    let bytes = try JSONEncoder().encode(finding())
    let fields = try #require(
      try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    #expect(fields["rule_id"] as? String == "key")
    #expect(fields["severity_source"] as? String == "rule")
    #expect(try JSONDecoder().decode(Finding.self, from: bytes) == finding())
  }
}

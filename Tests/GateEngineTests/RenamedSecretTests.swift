import FindingModel
import Testing

@testable import GateEngine

/// A password's identity holds the path; its decision goes with the file's name all the same.
@Suite struct RenamedSecretTests {
  private static let password = Array("hunter22".utf8)

  private func password(
    _ path: String, name: String = "password", value: [UInt8] = password,
    exposure: Exposure = .head
  ) -> Finding {
    var finding = Sample.secret("", path: path, exposure: exposure)
    finding.id = Fingerprint.secret(value: value, path: path, name: name)
    finding.preview = "•••• (8)"
    return finding
  }

  /// Judges what stands in old.yml no more and was decided there.
  private func states(_ findings: [Finding], _ renames: [String: String]) throws
    -> [FindingState]
  {
    let old = password("old.yml", exposure: .refs)
    #expect(old.id.hasPrefix("sg1:pw:"))
    let decision = Sample.decision(on: old)
    var input = try Sample.input("", native: [old] + findings)
    input.baseline = Baseline([decision])
    input.baseline.provenance = [
      decision.id: Provenance(commit: Sample.other, author: "Ada <ada@example.org>", date: "")
    ]
    input.renames = { $0 == Sample.other ? renames : [:] }
    let judged = Judge.judge(input).findings
    #expect(judged.first { $0.id == old.id }?.state == .accepted)
    return findings.map { finding in
      judged.first { $0.id == finding.id }?.state ?? .fixed
    }
  }

  private let renames = ["new.yml": "old.yml"]

  @Test func `it holds under the file's new name`() throws {
    #expect(try states([password("new.yml")], renames) == [.accepted])
  }

  @Test func `a copy in another file is new`() throws {
    #expect(try states([password("new.yml")], [:]) == [.new])
    #expect(try states([password("copy.yml")], renames) == [.new])
    #expect(
      try states([password("new.yml"), password("copy.yml")], renames) == [.accepted, .new])
  }

  @Test func `a second one in the renamed file makes both new`() throws {
    #expect(
      try states([password("new.yml"), password("new.yml", name: "other")], renames)
        == [.new, .new])
  }

  @Test func `another value is new`() throws {
    #expect(
      try states([password("new.yml", value: Array("Summer2024".utf8))], renames) == [.new])
    var other = password("new.yml")
    other.preview = "•••• (9)"
    #expect(try states([other], renames) == [.new])
    other = password("new.yml")
    other.ruleID = "another-rule"
    #expect(try states([other], renames) == [.new])
  }

  @Test func `a decision whose place is still there stays there`() throws {
    let old = password("old.yml", exposure: .head)
    let new = password("new.yml")
    let decision = Sample.decision(on: old)
    var input = try Sample.input("", native: [old, new])
    input.baseline = Baseline([decision])
    input.baseline.provenance = [
      decision.id: Provenance(commit: Sample.other, author: "Ada <ada@example.org>", date: "")
    ]
    input.renames = { _ in ["new.yml": "old.yml"] }
    let judged = Judge.judge(input).findings
    #expect(judged.first { $0.id == new.id }?.state == .new)
  }
}

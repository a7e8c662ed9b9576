import FindingModel
import Testing

@testable import GateEngine

/// `accept`, `false-positive`, `renew`, `waive`, `baseline adopt`: what is refused, and why.
struct DecisionMakingTests {
  private let making = DecisionMaking(
    policies: PolicyLayers(PolicySettings(), source: "built-in"), today: Sample.today,
    mask: { $0.replacing("hunter2", with: "•••") })
  private let words = DecisionWords(reason: "not used", owner: "Ada", expires: Sample.day(10))

  private func problems(_ body: () throws(DecisionRefusal) -> Void) -> [String] {
    do throws(DecisionRefusal) {
      try body()
      return []
    } catch {
      return error.problems
    }
  }

  @Test func `a decision is made on what the finding is, and counts at once`() throws {
    let finding = Sample.merged([
      Sample.result(
        "trivy", .dependency,
        [Sample.advisory("trivy", ["CVE-2026-1"], severity: nil, fix: ["2.0"])])
    ])[0]
    let decision = try making.decide(.acceptedRisk, on: finding, words)
    #expect(decision.at == Decision.Circumstances(severity: .high, fix: "2.0", count: 1))
    #expect(decision.aliases == ["CVE-2026-1"])
    #expect(decision.created == Sample.today)
    var input = try Sample.input("", [Sample.result("trivy", .dependency, [finding])])
    input.baseline = Baseline([decision])
    #expect(Judge.judge(input).findings[0].state == .accepted)
  }

  @Test func `an expiry in the past or beyond max_days is refused`() {
    var late = words
    late.expires = Sample.day(-1)
    let secret = Sample.secret("a", .critical)
    #expect(
      problems { () throws(DecisionRefusal) in
        _ = try making.decide(.acceptedRisk, on: secret, late)
      }
        == ["--expires 2026-11-24 is in the past"])
    late.expires = Sample.day(15)
    #expect(
      problems { () throws(DecisionRefusal) in
        _ = try making.decide(.acceptedRisk, on: secret, late)
      }
        == [
          "it would not count: it expires more than 14 days after it was made (critical); --expires "
            + "2026-12-09 is the last day allowed"
        ])
  }

  @Test func `reason and owner are never optional, and a secret in a text is refused`() {
    var bad = DecisionWords(reason: " ", owner: "", expires: Sample.day(1))
    #expect(
      problems { () throws(DecisionRefusal) in
        _ = try making.decide(.falsePositive, on: Sample.secret("a"), bad)
      }
      .prefix(2) == ["--reason is missing", "--owner is missing"])
    bad = DecisionWords(reason: "it is hunter2", owner: "Ada")
    #expect(
      problems { () throws(DecisionRefusal) in
        _ = try making.decide(.falsePositive, on: Sample.secret("a"), bad)
      }
        == ["a text holds a secret, or characters that cannot be shown; say it without"])
  }

  @Test func `a false positive needs no expiry, an accepted risk does`() throws {
    let open = DecisionWords(reason: "a test value", owner: "Ada")
    #expect(try making.decide(.falsePositive, on: Sample.secret("a"), open).expires == nil)
    #expect(
      problems { () throws(DecisionRefusal) in
        _ = try making.decide(.acceptedRisk, on: Sample.secret("a"), open)
      }
        == ["it would not count: it has no expires, which the policy requires"])
  }

  @Test func `the approver is somebody else, and a justification one of OpenVEX's words`() {
    var own = words
    own.approver = "ada"
    own.justification = "because"
    let all = problems { () throws(DecisionRefusal) in
      _ = try making.decide(.acceptedRisk, on: Sample.secret("a"), own)
    }
    #expect(all.count == 2)
    #expect(all[0].contains("vulnerable_code_not_present"))
    #expect(all[1] == "it would not count: it has its owner as approver")
  }

  @Test func `adopt records every open finding once`() throws {
    var accepted = Sample.secret("b")
    accepted.state = .accepted
    let decisions = try making.adopt([Sample.secret("a"), accepted], words)
    #expect(decisions.map(\.id) == [Sample.secret("a").id])
    #expect(decisions.map(\.kind) == [.known])
    #expect(
      problems { () throws(DecisionRefusal) in _ = try making.adopt([accepted], words) }.count == 1)
  }

  @Test func `a waiver names a required check, never the native scan, for a week at most`() throws {
    let required = [
      Requirement(check: "deps", anyOf: ["pip-audit"]),
      Requirement(check: "history", anyOf: ["secgate"]),
    ]
    var good = words
    (good.approver, good.expires) = ("Bo", Sample.day(7))
    #expect(try making.waive("deps", good, requirements: required).id == "check:deps")
    for check in ["history", "secrets", "depz"] {
      #expect(
        problems { () throws(DecisionRefusal) in
          _ = try making.waive(check, good, requirements: required)
        }.count == 1)
    }
    good.expires = Sample.day(8)
    #expect(
      problems { () throws(DecisionRefusal) in
        _ = try making.waive("deps", good, requirements: required)
      }.count == 1)
    good.expires = Sample.day(3)
    good.approver = nil
    #expect(
      problems { () throws(DecisionRefusal) in
        _ = try making.waive("deps", good, requirements: required)
      }.count == 1)
  }

  @Test func `renewing makes it anew on what the finding is now`() throws {
    var secret = Sample.secret("a")
    let old = Sample.decision(on: secret, days: -3)
    secret.count = 4
    let renewed = try making.renew(old, on: secret, expires: Sample.day(20))
    #expect(renewed.at?.count == 4 && renewed.created == Sample.today)
    #expect(
      problems { () throws(DecisionRefusal) in
        _ = try making.renew(old, on: nil, expires: Sample.day(2))
      }.count == 1)
  }
}

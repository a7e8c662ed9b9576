import FindingModel
import Foundation
import TestSupport
import Testing

@testable import GateReporting

@Suite struct LaunchPageTests {
  static func page(_ outcome: GateOutcome, asOf: Timestamp? = nil) throws -> String {
    String(decoding: try LaunchPage(asOf: asOf).bytes(of: outcome), as: UTF8.self)
  }

  @Test(arguments: ["go", "nogo", "incomplete", "empty"])
  func `the page is the same bytes as the stored one`(name: String) throws {
    let outcome =
      switch name {
      case "go": SampleOutcome.go()
      case "nogo": SampleOutcome.noGo()
      case "incomplete": SampleOutcome.incomplete()
      default: SampleOutcome.empty()
      }
    let text = try Self.page(outcome)
    let bare = try Self.withoutConstants(text)
    #expect(try bare == Golden.text("page/\(name).html", for: bare))
    #expect(try text == Self.page(outcome))
  }

  /// Every page carries the same two texts; they are stored once, not in each page.
  @Test func `style and script are the stored ones`() throws {
    let text = try Self.page(SampleOutcome.empty())
    let style = try #require(Self.between("<style>", "</style>", text))
    let script = try #require(Self.between("<script>", "</script>", text))
    #expect(try style == Golden.text("page/style.css", for: style))
    #expect(try script == Golden.text("page/script.js", for: script))
  }

  private static func withoutConstants(_ page: String) throws -> String {
    let style = try #require(between("<style>", "</style>", page))
    let script = try #require(between("<script>", "</script>", page))
    return page.replacing(style, with: "style.css").replacing(script, with: "script.js")
  }

  /// What a tool left open is counted by the policy, and the page adds up with its verdict.
  @Test func `a severity that nobody stated stands under what it counts as`() throws {
    var outcome = SampleOutcome.large(4)
    for index in outcome.findings.indices {
      outcome.findings[index].severity = .medium
      outcome.findings[index].severitySource = .none
      outcome.findings[index].countedAs = .critical
      outcome.findings[index].state = .new
      outcome.findings[index].failing = true
    }
    outcome.counts = Counts(outcome.findings)
    let text = try Self.page(outcome)
    #expect(outcome.counts.count(.critical, .new) == 4)
    #expect(outcome.counts.count(.medium, .new) == 0)
    #expect(text.contains("No tool states a severity for 4 of them"))
    #expect(text.contains("unknown, counted as critical"))
  }

  @Test func `only a void decision is said to hold no longer`() throws {
    var outcome = SampleOutcome.large(1)
    outcome.findings[0].failing = true
    outcome.findings[0].state = .new
    outcome.findings[0].stateReason = "a comment beside it is not at the base yet"
    let pending = try Self.page(outcome)
    #expect(pending.contains("A comment beside it is not at the base yet."))
    #expect(!pending.contains("no longer holds"))
    outcome.findings[0].state = .expired
    outcome.findings[0].stateReason = "expired 2026-11-01"
    #expect(try Self.page(outcome).contains("Its decision no longer holds: expired 2026-11-01."))
  }

  @Test func `sections stand in the order of the meeting`() throws {
    let text = try Self.page(SampleOutcome.noGo())
    let anchors = [
      "verdict", "conditions", "counts", "blocking", "accepted", "false-positives", "suppressions",
      "secrets", "evidence", "load", "trend", "gate", "sign-off", "findings",
    ]
    let places = anchors.compactMap { text.range(of: "id=\"\($0)\"")?.lowerBound }
    #expect(places.count == anchors.count)
    #expect(places == places.sorted())
  }

  @Test func `the policy names the digests of what the page holds and nothing else`() throws {
    let text = try Self.page(SampleOutcome.noGo())
    let style = try #require(Self.between("<style>", "</style>", text))
    let script = try #require(Self.between("<script>", "</script>", text))
    #expect(text.contains("style-src &#39;sha256-\(Self.base64(style))&#39;"))
    #expect(text.contains("script-src &#39;sha256-\(Self.base64(script))&#39;"))
    #expect(text.contains("default-src &#39;none&#39;"))
    #expect(text.components(separatedBy: "<script").count == 2)
    #expect(text.components(separatedBy: "<style").count == 2)
    #expect(!text.contains(" style=\""))
    #expect(text.firstMatch(of: /<[^>]* on[a-z]+=/) == nil)
    #expect(text.firstMatch(of: /<[^>]* src=/) == nil)
  }

  @Test func `the numbers of the counts add up on the page`() throws {
    let outcome = SampleOutcome.noGo()
    let text = try Self.page(outcome)
    let lede = try #require(Self.between("found = ", ".", text))
    let numbers = lede.split(separator: "+").compactMap {
      Int($0.trimmingCharacters(in: .whitespaces).prefix { $0.isNumber })
    }
    #expect(numbers.count == 7)
    #expect(numbers.reduce(0, +) == outcome.counts.found)
  }

  @Test func `a check without evidence stays in the list as not done`() throws {
    let text = try Self.page(SampleOutcome.incomplete())
    #expect(text.contains("Rollback rehearsed"))
    #expect(text.contains("Not done"))
  }

  @Test func `an incomplete page shows nothing as good where nobody looked`() throws {
    var outcome = SampleOutcome.incomplete()
    outcome.findings = []
    outcome.counts = Counts([])
    outcome.runs = []
    outcome.coverage = nil
    let text = try Self.page(outcome)
    #expect(text.contains("No open finding is at or above the threshold in what was searched."))
    #expect(text.contains("nothing was searched"))
    #expect(text.contains("No tool&#39;s result is recorded."))
  }

  @Test func `waivers stand first in the verdict's sentence`() throws {
    let text = try Self.page(SampleOutcome.noGo())
    #expect(text.contains("<p class=\"why\">1 check is waived."))
  }

  @Test func `the day of reading moves relative days and no verdict`() throws {
    let outcome = SampleOutcome.go()
    let later = try #require(Timestamp("2026-12-01T00:00:00Z"))
    let (now, then) = (try Self.page(outcome), try Self.page(outcome, asOf: later))
    #expect(now.contains("in 13 days"))
    #expect(then.contains("in 5 days"))
    #expect(Self.between("<title>", "</title>", now) == Self.between("<title>", "</title>", then))
  }

  @Test func `each row is one line of seven cells that the script can take apart`() throws {
    let outcome = SampleOutcome.large(1_234)
    let rows = try Self.page(outcome).split(separator: "\n").filter { $0.hasPrefix("<tr id=\"f-") }
    #expect(rows.count == 1_234)
    for row in rows {
      #expect(row.components(separatedBy: "</td>").count == 8)
      #expect(row.contains("</b><i>"))
      #expect(row.contains(" · "))
      #expect(row.contains("<code>sg1:"))
    }
  }

  @Test func `findings about one flaw link to each other by their tools`() throws {
    var outcome = SampleOutcome.large(3)
    for (index, other) in [(0, 2), (2, 0)] {
      outcome.findings[index].related = [outcome.findings[other].id, "sg1:code:gone"]
      outcome.findings[index].failing = true
      outcome.findings[index].witnesses = [Witness(tool: "tool-\(index)", ruleID: "r")]
    }
    let text = try Self.page(outcome)
    for (own, other) in [(0, 2), (2, 0)] {
      let link = "<a href=\"#\(HTMLAnchor.row(outcome.findings[other].id).text)\">tool-\(other)</a>"
      let row = try #require(
        Self.between("<tr id=\"\(HTMLAnchor.row(outcome.findings[own].id).text)\"", "</tr>", text))
      #expect(row.contains("</i><small>Also reported by \(link)</small>"))
      #expect(text.contains("<dt>Also reported by</dt><dd>\(link)</dd>"))
    }
    #expect(text.components(separatedBy: "Also reported by").count == 5)
  }

  @Test func `beyond the limit the page says how many rows are elsewhere`() throws {
    let page = LaunchPage(asOf: nil, list: AllFindingsSection(most: 300))
    let text = String(decoding: try page.bytes(of: SampleOutcome.large(307)), as: UTF8.self)
    #expect(text.contains("7 more are in the JSON report."))
    #expect(text.components(separatedBy: "<tr id=\"f-").count == 301)
  }

  /// A link must lead somewhere: beyond the limit there are no rows.
  @Test func `what has no row on the page is text and no link`() throws {
    var outcome = SampleOutcome.large(60)
    for (index, other) in [(0, 1), (1, 55), (55, 0)] {
      outcome.findings[index].related = [outcome.findings[other].id]
    }
    for index in [0, 55] { outcome.findings[index].failing = true }
    let rows = outcome.findings.map { "#\(HTMLAnchor.row($0.id).text)\"" }
    let whole = try Self.page(outcome)
    #expect(whole.contains(rows[1]) && whole.contains(rows[55]))
    let page = LaunchPage(asOf: nil, list: AllFindingsSection(most: 50))
    let text = String(decoding: try page.bytes(of: outcome), as: UTF8.self)
    #expect(text.contains(rows[1]))
    #expect(rows[50...].allSatisfy { !text.contains($0) })
    let targets = Set(text.matches(of: /href="#([^"]+)"/).map { String($0.1) })
    #expect(targets.allSatisfy { text.contains("id=\"\($0)\"") })
    #expect(text.components(separatedBy: "Also reported by ").count == 3)
  }

  @Test func `the page says what it shows before a script runs`() throws {
    let text = try Self.page(SampleOutcome.large(1_234))
    #expect(text.contains("role=\"status\">All 1,234 findings</b>"))
    #expect(text.contains("id=\"where\">Rows 1 to 50, page 1 of 25</span>"))
    let few = try Self.page(SampleOutcome.large(50))
    #expect(few.contains("id=\"where\"></span>"))
    #expect(few.contains("aria-label=\"Pages of findings\" hidden=\"\""))
  }

  static func between(_ start: String, _ end: String, _ text: String) -> String? {
    guard let from = text.range(of: start),
      let to = text.range(of: end, range: from.upperBound..<text.endIndex)
    else { return nil }
    return String(text[from.upperBound..<to.lowerBound])
  }

  static func base64(_ text: String) -> String {
    Data(SHA256.hash(text.utf8)).base64EncodedString()
  }
}

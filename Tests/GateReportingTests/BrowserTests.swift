import FindingModel
import Foundation
import TestSupport
import Testing

@testable import GateReporting

/// The page in a real browser: scripting on and off, light, dark, small and on paper; nothing in the
/// console, no violation of its policy, no request, no serious accessibility problem.
@Suite(.enabled(if: Browser.isWanted, "\(Browser.missing)"), .serialized)
struct BrowserTests {
  private func page(
    _ name: String, _ outcome: GateOutcome, audit: Bool = false, like: String? = nil
  ) throws -> Browser.Page {
    Browser.Page(
      name, try LaunchPage().bytes(of: outcome), findings: outcome.findings.count, audit: audit,
      like: like)
  }

  @Test func `each kind of page works in every way of reading it and is accessible`() throws {
    let problems = try Browser.problems([
      page("go", SampleOutcome.go(), audit: true), page("nogo", SampleOutcome.noGo(), audit: true),
      page("incomplete", SampleOutcome.incomplete(), audit: true),
      page("empty", SampleOutcome.empty(), audit: true),
      page("large", SampleOutcome.large(2_345)),
    ])
    #expect(problems == [])
  }

  /// Each beside a page of plain words: the same elements, none that carries behaviour, and no call
  /// of the canary.
  @Test func `hostile texts in every field run nothing and change nothing`() throws {
    let plain = try page("plain", HostilePageTests.outcome("plain"))
    let hostile = try HostilePageTests.strings.indices.map { index in
      try page(
        "hostile-\(index)", HostilePageTests.outcome(HostilePageTests.strings[index]), like: "plain"
      )
    }
    #expect(try Browser.problems([plain] + hostile) == [])
  }

  /// What the other tests look for is seen where it is there.
  @Test func `a page that is made of strings is caught`() throws {
    let open = """
      <!doctype html><html lang="en"><title>x</title><style>p{color:#bbb}</style>
      <a class="skip" href="javascript:canary()">s</a><script>performance.mark("ready")</script>
      <img src="https://example.invalid/x" onerror="canary()"><p>pale</p>
      <script>console.error("a word"); alert("now")</script>
      """
    let closed = open.replacing(
      "<title>",
      with: "<meta http-equiv=Content-Security-Policy content=\"script-src 'none'\"><title>")
    let problems = try Browser.problems([
      Browser.Page("open", Array(open.utf8), findings: 0, audit: true),
      Browser.Page("closed", Array(closed.utf8), findings: 1, like: "open"),
    ])
    for sign in [
      "open.html, light: request: https://example.invalid/x", "light: the canary was called",
      "light: console: a word", "light: dialog: now", "attribute onerror", "attribute href",
      "light: script: 2", "light: accessibility: color-contrast", "accessibility: image-alt",
      "closed.html, light: security: Executing inline script violates",
      "closed.html, light: policy violation: script-src", "closed.html, without script: 0 rows",
      "closed.html, paper: the page's script did not run",
    ] {
      #expect(problems.contains { $0.contains(sign) }, "\(sign) is not among \(problems)")
    }
  }
}

import FindingModel
import Testing

@testable import GateReporting

@Suite struct MarkdownReportTests {
  private func text(_ outcome: GateOutcome) throws -> String {
    String(decoding: try MarkdownReport().bytes(of: outcome), as: UTF8.self)
  }

  @Test func `it begins with the verdict and lists the worst first`() throws {
    let text = try text(SampleOutcome.noGo())
    #expect(text.hasPrefix("## ❌ FAIL"))
    let critical = try #require(text.firstRange(of: "| critical |"))
    let high = try #require(text.firstRange(of: "| unknown &#40;"))
    #expect(critical.lowerBound < high.lowerBound)
  }

  @Test(arguments: [1000, 3000])
  func `it never exceeds what GitHub takes, and says how many are left out`(_ count: Int) throws {
    let outcome = SampleOutcome.large(count)
    let text = try text(outcome)
    #expect(text.utf16.count <= 65_535)
    #expect(text.utf16.count > 60_000)
    #expect(text.contains("more, none worse"))
    #expect(text.hasSuffix("</sub>\n"))
    let left = try #require(
      MarkdownReport().remarks(on: outcome).first?.split(separator: " ").first)
    #expect(try #require(Int(left)) > count / 2)
    let opened = text.split(separator: "<details").count
    #expect(text.split(separator: "</details>").count == opened)
  }

  @Test func `long texts in every field stay within the limit`() throws {
    for hostile in HostileOutcome.texts {
      #expect(try text(HostileOutcome.make(hostile)).utf16.count <= 65_535)
    }
  }

  @Test func `nothing foreign becomes markup, a mention, a link or a cell`() throws {
    for hostile in HostileOutcome.texts where hostile.count < 1000 {
      let text = try text(HostileOutcome.make(hostile))
      for forbidden in ["<script", "<img", "@everyone", "](http", "https://evil", "www.evil", "`"] {
        #expect(!text.contains(forbidden), "\(forbidden) from \(hostile)")
      }
      for row in text.split(separator: "\n") where row.hasPrefix("| critical") {
        #expect(row.count { $0 == "|" } == 6)
      }
    }
  }

  @Test(arguments: [
    ("a_b", "a&#95;b"), ("a|b", "a&#124;b"), ("- x", "&#45; x"), ("v1.2", "v1.2"),
    ("1.2", "1.2"), ("1. x", "1&#46; x"), ("x-y", "x-y"),
    ("www.a.b", "www&#46;a.b"), ("#12", "&#35;&#8203;12"), ("1) x", "1&#41; x"),
    ("    x", "&#32;   x"),
    ("@ada", "&#64;&#8203;ada"), ("high-risk", "high-risk"), ("50 % of", "50 % of"),
    ("GH-1", "GH-&#8203;1"),
    ("x://y", "x&#58;//y"),
  ])
  func `marks are written as references`(_ text: String, _ expected: String) {
    #expect(MarkdownText.line(text, limit: 100) == expected)
  }
}

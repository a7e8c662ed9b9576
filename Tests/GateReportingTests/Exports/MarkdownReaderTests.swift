import FindingModel
import Foundation
import TestSupport
import Testing

@testable import GateReporting

/// The Markdown through a parser that is not ours, with what a site acts upon afterwards.
@Suite(
  .enabled(if: OtherReaders.python != nil, "markdown-it is missing: .ci/install-test-tools"))
struct MarkdownReaderTests {
  private struct Seen: Decodable {
    /// Elements by name.
    var shape: [String: Int]
    /// Cells of each row of each table.
    var rows: [[Int]]
    /// Mentions and references.
    var active: [String]
  }

  private func read(_ reports: [String: [UInt8]]) throws -> [String: Seen] {
    let folder = try TemporaryDirectory()
    for (name, bytes) in reports { try folder.write(Data(bytes), to: name + ".md") }
    let script = Shared.projectRoot.appending(path: "Tests/ReaderChecks/read_markdown.py")
    let command = try Command.run([
      try #require(OtherReaders.python), "-B", script.path(percentEncoded: false), folder.path,
    ])
    try #require(command.status == 0, "\(command.errorText)")
    return try JSONDecoder().decode([String: Seen].self, from: command.output)
  }

  @Test func `hostile texts in every field change no element and no cell, and call nobody`()
    throws
  {
    let texts = HostileOutcome.texts + HostilePageTests.strings + Self.references
    var reports = ["plain": try MarkdownReport().bytes(of: HostileOutcome.make("plain"))]
    for (index, text) in texts.enumerated() {
      reports["hostile-\(index)"] = try MarkdownReport().bytes(of: HostileOutcome.make(text))
    }
    let seen = try read(reports)
    let plain = try #require(seen["plain"])
    #expect(plain.shape["table", default: 0] >= 3 && plain.shape["a"] == nil)
    for (index, text) in texts.enumerated() {
      let page = try #require(seen["hostile-\(index)"])
      #expect(
        Self.counted(page.shape, text) == Self.counted(plain.shape, text), "\(text.prefix(60))")
      #expect(page.rows.map(Set.init) == plain.rows.map(Set.init), "\(text.prefix(60))")
      #expect(page.active == [], "\(text.prefix(60))")
    }
  }

  /// What no person would see as text may be left out, and its line break with it. Of long texts
  /// fewer rows fit.
  private static func counted(_ shape: [String: Int], _ text: String) -> [String: Int] {
    let left = ["br", "sub", "p"] + (text.utf8.count > 1000 ? ["tr", "td"] : [])
    return shape.filter { !left.contains($0.key) }
  }

  /// What sites link or notify by text alone.
  private static let references = [
    "@ada", "(@ada)", "ada/demo#12", "#12", "GH-12", "!7", "$3", "~bug", "~\"bug\"", "&4", "%1.0",
    "ada@example.org", "http://example.org", "ftp://example.org", "&#64;ada", "@\u{200b}ada",
    "<ada@example.org>", "[ada]: http://example.org", "[^1]: note", "| a | b |", "a\n---\nb",
    "<!-- a -->", "<details><summary>", "</details>", "</sub>", "<br>", "**", "__a__", "\\", "`",
    "    code", "> quote", "+ list", "1. list", "***", "![a](http://example.org/a.png)",
  ]

  @Test func `what the reader looks for is found where it is there`() throws {
    let text = """
      @ada saw #12, GH-3 and www.example.org <b onclick="x">now</b> <!-- a -->

      | a | b |
      | - | - |
      | c | d |
      """
    let page = try #require(try read(["open": Array(text.utf8)])["open"])
    #expect(page.active == ["@a", "#1", "GH-3"])
    #expect(page.rows == [[2, 2]])
    #expect(page.shape["behaviour"] == 1 && page.shape["comment"] == 1 && page.shape["a"] == 1)
  }
}

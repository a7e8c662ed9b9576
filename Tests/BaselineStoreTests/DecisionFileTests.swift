import BaselineStore
import Documents
import FindingModel
import Foundation
import TestSupport
import Testing

@Suite struct DecisionFileTests {
  @Test func `a file is named after its id, with a digest that keeps look-alikes apart`() {
    let id = "sg1:dep:CVE-2026-1234:pkg:pypi/urllib3:requirements.txt"
    let name = DecisionFile.name(for: id)
    let digest = SHA256.hexadecimal(id.utf8).prefix(8)
    #expect(name == "sg1_dep_CVE-2026-1234_pkg_pypi_urllib3_requirements.txt-\(digest).toml")
    #expect(DecisionFile.name(for: "check:a/b") != DecisionFile.name(for: "check:a_b"))
    #expect(DecisionFile.name(for: String(repeating: "x", count: 5000)).utf8.count < 255)
  }

  @Test(arguments: ["plain", "a \"quote\" and \\ back", "two\nlines\tand \u{7f}\u{202e}", "é 😀 '"])
  func `what is written is read back, byte for byte the same`(reason: String) throws {
    var decision = Samples.decision("sg1:sec:abc", reason: reason)
    decision.title = "A token"
    decision.approver = "Grace"
    decision.ticket = "SEC-42"
    decision.justification = "vulnerable_code_not_in_execute_path"
    for candidate in [decision, Samples.decision("check:dast")] {
      let text = DecisionFile.text(candidate)
      let read = try DecisionFile.parse(Array(text.utf8), file: "x.toml")
      #expect(read == candidate)
      // A comment leaves the fast path: both readers must agree.
      #expect(try DecisionFile.parse(Array((text + "# by hand\n").utf8), file: "x") == candidate)
      #expect(DecisionFile.text(read) == text)
    }
  }

  @Test(arguments: [
    ("reason", "reason = \"  \"", 3), ("kind", "kind = \"accepted-risk\"", 2),
    ("expires", "expires = \"soon\"", 6), ("created", "created = 2026-02-30", 5),
    ("expiers", "expiers = 2027-01-31", 6), ("id", "id = \"CVE-1\"", 1),
    ("owner", "owner = 3", 4), ("at.severity", "at = { severity = \"hi\" }", 7),
    ("at.level", "at = { level = 3 }", 7),
  ])
  func `what is wrong is told with file, line and key`(key: String, line: String, number: Int) {
    var lines = [
      "id = \"sg1:sec:a\"", "kind = \"accepted_risk\"", "reason = \"r\"", "owner = \"o\"",
      "created = 2026-01-02", "expires = 2027-01-31", "at = { severity = \"high\" }",
    ]
    lines[number - 1] = line
    let bytes = Array(lines.joined(separator: "\n").utf8)
    let error = #expect(throws: DocumentError.self) {
      try DecisionFile.parse(bytes, file: "d.toml")
    }
    #expect(error?.file == "d.toml")
    if key != "created" { #expect(error?.key == key) }
    #expect(error?.line == number, "\(error?.description ?? "")")
  }

  @Test(arguments: ["reason", "owner", "created", "kind", "id"])
  func `a missing key is told by name`(key: String) {
    let text = DecisionFile.text(Samples.decision("sg1:sec:a")).split(separator: "\n")
      .filter { !$0.hasPrefix(key + " ") }.joined(separator: "\n")
    let error = #expect(throws: DocumentError.self) {
      try DecisionFile.parse(Array(text.utf8), file: "d.toml")
    }
    #expect(error?.key == key)
  }

  @Test func `broken files and double ids are problems and drop no other file`() throws {
    let place = try Place()
    let good = Samples.decision("sg1:sec:good")
    try place.folder.write(good)
    let twice = DecisionFile.text(Samples.decision("sg1:sec:twice"))
    for (name, text) in [
      ("a.toml", twice), ("b.toml", twice), ("broken.toml", "id = \"x\nkind"), ("notes.md", "x"),
      (".tmp.toml", "x"),
    ] { try place.directory.write(text, to: "baseline/" + name) }
    try FileManager.default.createSymbolicLink(
      at: place.folder.url.appending(path: "link.toml"),
      withDestinationURL: URL(filePath: "/etc/hostname"))
    let set = place.folder.load()
    #expect(set.decisions == [good])
    #expect(
      set.problems.map(\.file)
        == ["a.toml", "b.toml", "broken.toml", "link.toml"].map {
          ".secgate/baseline/" + $0
        })
    #expect(set.problems[2].line == 1)
  }

  @Test func `a decision under another file name is replaced there`() throws {
    let place = try Place()
    let id = "sg1:sec:a"
    try place.directory.write(
      DecisionFile.text(Samples.decision(id)), to: "baseline/renamed.toml")
    try place.folder.write(Samples.decision(id, reason: "new"))
    let set = place.folder.load()
    #expect(set.problems.isEmpty)
    #expect(set.decisions.map(\.reason) == ["new"])
    try place.folder.remove(id)
    #expect(place.folder.load().decisions.isEmpty)
  }
}

import Documents
import Testing

@Suite struct YAMLReaderTests {
  @Test func `scalars, lists and maps are read with their lines`() throws {
    let value = try YAMLReader.parse("a: 1\nb:\n  - x\n  - \"2\"\n", file: "a.yaml")
    guard case .table(let table) = value else {
      Issue.record("no table")
      return
    }
    #expect(try table.integer("a") == 1)
    #expect(try table.strings("b") == ["x", "2"])
    #expect(table.line(of: "b") == 2)
  }

  @Test func `aliases that multiply are refused`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<9 {
      let items = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(items)]\n"
    }
    #expect(throws: DocumentError.self) { try YAMLReader.parse(text, file: "bomb.yaml") }
  }
}

import Documents
import Testing

@Suite struct HostileDocumentTests {
  @Test(arguments: [
    ("", "a.", "a = 1"), ("[", "a.", "a]"), ("x = ", "[", ""), ("x = ", "{a=", ""),
    ("? ", "a.", "a = 1"),
  ])
  func `TOML of any depth is an error and no crash`(start: String, unit: String, end: String) {
    let text = start + String(repeating: unit, count: 100_000) + end
    #expect(throws: DocumentError.self) { try TOMLReader.parse(text, file: "f.toml") }
  }

  @Test(arguments: ["[", "- ", "{a: ", "? "])
  func `YAML of any depth is an error and no crash`(unit: String) {
    let text = String(repeating: unit, count: 100_000)
    #expect(throws: DocumentError.self) { try YAMLReader.parse(text, file: "t.yaml") }
  }

  @Test(arguments: ["a: &x [1]\nb: *x\n", "&a [&b [1]]", "- &a 1", "{k: *a}"])
  func `anchors are refused with their line`(text: String) {
    let error = #expect(throws: DocumentError.self) { try YAMLReader.parse(text, file: "t.yaml") }
    #expect(error?.line == 1)
  }

  @Test func `stars and ampersands inside of text are no anchors`() throws {
    _ = try YAMLReader.parse("s: a *very* old & rare one\n", file: "t.yaml")
  }

  @Test(arguments: ["a = 'x\u{0}y'", "a = \"x\\u0000y\"", "\"a\\u0000b\" = 1"])
  func `a NUL is refused, since text after it would be lost`(text: String) {
    #expect(throws: DocumentError.self) { try TOMLReader.parse(text, file: "f.toml") }
  }

  @Test func `keys keep their line in inline tables, arrays and quoted names`() throws {
    let text = """
      [policy]
      inline = { a = 1, b = { "d.e" = 2 } }
      list = [
        { x = 1 },
        { x = 2 }, # ]
      ]
      [[require]]
      [[require.more]]
      y = 1
      """
    let table = try TOMLReader.parse(text, file: "f.toml")
    let policy = try #require(try table.table("policy"))
    #expect(policy.keys == ["inline", "list"])
    #expect(try policy.table("inline")?.table("b")?.line(of: "d.e") == 2)
    #expect(try policy.tables("list").map { $0.line(of: "x") } == [4, 5])
    let more = try table.tables("require").first?.tables("more").first
    #expect(more?.line(of: "y") == 9)
  }
}

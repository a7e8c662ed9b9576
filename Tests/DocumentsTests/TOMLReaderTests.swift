import Documents
import Testing

@Suite struct TOMLReaderTests {
  private let text = """
    # comment
    version = 1
    [policy]
    fail_on = [
      "critical", # why
      "high",
    ]
    "quoted.key" = true
    [[require]]
    check = "a"
    note = '''
    check = "not a key"
    '''
    [[require]]
    check = "b"
    at = { severity = "high", count = 2 }
    [require.deep]
    x = 1.5
    expires = 2027-01-31
    """

  @Test func `every key knows its line, also behind multi-line values`() throws {
    let root = try TOMLReader.parse(text, file: "a.toml")
    let policy = try #require(try root.table("policy"))
    let require = try root.tables("require")
    #expect(root.line(of: "version") == 2)
    #expect(policy.line(of: "fail_on") == 4)
    #expect(policy.line(of: "quoted.key") == 8)
    #expect(require.map { $0.line(of: "check") } == [10, 15])
    #expect(require[1].line(of: "at") == 16)
    #expect(try require[1].table("deep")?.line(of: "expires") == 19)
  }

  @Test func `values have their types`() throws {
    let root = try TOMLReader.parse(text, file: "a.toml")
    let second = try root.tables("require")[1]
    #expect(try root.integer("version") == 1)
    #expect(try root.table("policy")?.strings("fail_on") == ["critical", "high"])
    #expect(try second.table("at")?.integer("count") == 2)
    #expect(try second.table("deep")?.double("x") == 1.5)
    #expect(try second.table("deep")?.date("expires") == "2027-01-31")
  }

  @Test func `a wrong type is named with file, line and key`() throws {
    let root = try TOMLReader.parse(text, file: "a.toml")
    #expect(
      throws: DocumentError(
        .wrongType, file: "a.toml", line: 2, key: "version",
        "expected a string, found a whole number")
    ) { try root.string("version") }
  }

  @Test func `an unknown key names the nearest known one`() throws {
    let root = try TOMLReader.parse("[policy]\nfail_onn = []", file: "a.toml")
    let errors = try #require(try root.table("policy")).unknownKeys(allowed: ["fail_on", "allow"])
    #expect(
      errors.map(\.description)
        == ["a.toml:2: policy.fail_onn: is no known key; did you mean fail_on?"])
  }

  @Test(arguments: ["a = ", "a = 1\na = 2", "[x", "a = \"\u{0}\"", "= 1"])
  func `broken TOML is a syntax error`(text: String) {
    #expect(throws: DocumentError.self) { try TOMLReader.parse(text, file: "b.toml") }
  }

  @Test func `deep nesting and huge files are refused without a crash`() {
    let deep = "a = " + String(repeating: "[", count: 100_000)
    #expect(throws: DocumentError.self) { try TOMLReader.parse(deep, file: "c.toml") }
    let huge = String(repeating: "#", count: TOMLReader.largest + 1)
    #expect(throws: DocumentError.self) { try TOMLReader.parse(huge, file: "c.toml") }
  }

  @Test func `what the writer quotes, the reader gives back`() throws {
    let text = "a \"quoted\" \\ path\nwith\ttab \u{1} and \u{202e} é 🔑"
    let root = try TOMLReader.parse(
      TOMLWriter.line("a", TOMLWriter.quoted(text)), file: "d.toml")
    #expect(try root.string("a") == text)
  }
}

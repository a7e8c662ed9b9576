import PatternMatching
import RulePacks
import Testing

struct FormTests {
  private static let value = "0f1e2d3c4b5a69788796a5b4c3d2e1f0"

  /// The ways people assign, one line each; NAME and VALUE are put in.
  static let assignments = [
    "NAME=VALUE", "export NAME=VALUE", "export NAME=\"VALUE\"", "NAME='VALUE'",
    "name: VALUE", "name: \"VALUE\"", "name: 'VALUE'", "  - NAME=VALUE",
    "- name: NAME\n  value: VALUE", "- name: NAME\n  value: \"VALUE\"",
    "\"name\": \"VALUE\"", "\"name\":\"VALUE\"", #"{\"name\":\"VALUE\"}"#, "{'name': 'VALUE'}",
    "{\"name\": \"NAME\", \"value\": \"VALUE\"}", "name = \"VALUE\"",
    "<name>VALUE</name>", "<name>\n    VALUE\n</name>", "<a name=\"VALUE\"/>",
    "<add key=\"NAME\" value=\"VALUE\" />", "<entry key=\"NAME\">VALUE</entry>",
    "<key>NAME</key>\n\t<string>VALUE</string>", "<name><![CDATA[VALUE]]></name>",
    "${NAME:-VALUE}", "NAME = b'VALUE'", "NAME: str = \"VALUE\"",
    "os.environ[\"NAME\"] = \"VALUE\"",
    "os.environ.get(\"NAME\", \"VALUE\")", "os.getenv('NAME') or 'VALUE'",
    "const name = `VALUE`;", "process.env.NAME || 'VALUE'", "process.env.NAME ?? 'VALUE'",
    "name := \"VALUE\"", "const name string = \"VALUE\"", "os.Setenv(\"NAME\", \"VALUE\")",
    "String name = \"VALUE\";", "props.put(\"NAME\", \"VALUE\");", "val name: String = \"VALUE\"",
    "string name = @\"VALUE\";", "{ \"NAME\", \"VALUE\" },", "if (name == \"VALUE\")",
    ":name => \"VALUE\"", "ENV['NAME'] ||= 'VALUE'", "ENV.fetch('NAME', 'VALUE')",
    "'NAME' => 'VALUE',", "define('NAME', 'VALUE');", "$name = 'VALUE';", "putenv('NAME=VALUE');",
    "variable \"name\" {\n  type = string\n  default = \"VALUE\"\n}",
    "ENV NAME VALUE", "ENV NAME=VALUE", "ARG NAME=VALUE", "setx NAME VALUE",
    "$env:NAME = \"VALUE\"",
    "https://api.example.org/v1?name=VALUE&x=1", "?a=b&amp;name=VALUE", "X-NAME: VALUE",
    "-H \"NAME: VALUE\"", "NAME: Bearer VALUE", "--name VALUE", "--name=VALUE", "--name \"VALUE\"",
    "set(\"NAME\", \"VALUE\")", "[DEBUG] Using NAME=VALUE", "the name is VALUE",
    "#define NAME \"VALUE\"",
    "char name[] = \"VALUE\";", "static let name = \"VALUE\"",
    "const NAME: &'static str = \"VALUE\";",
    "NSString *name = @\"VALUE\";", "name <- \"VALUE\"", "SET name = 'VALUE';", "name%3DVALUE",
  ]

  @Test(arguments: assignments) func `every way to assign is found`(line: String) throws {
    let pattern = try TextPattern(
      AssignmentForm.pattern(names: "acme[_-]?api[_-]?key", value: "[a-f0-9]{32}"))
    let text = line.replacing("NAME", with: "ACME_API_KEY").replacing("name", with: "acmeApiKey")
      .replacing("VALUE", with: Self.value)
    // `- name: KEY` and its like keep their own words.
    let texts = [
      text, line.replacing("NAME", with: "ACME_API_KEY").replacing("VALUE", with: Self.value),
    ]
    let found = texts.contains { text in
      let bytes = Array(text.utf8)
      guard case .match(let match) = pattern.match(in: bytes.span), let group = match.groups[1]
      else { return false }
      return String(decoding: bytes[group], as: UTF8.self) == Self.value
    }
    #expect(found, "\(texts)")
  }

  @Test(arguments: [
    "ACME_API_KEY=0f1e2d3c4b5a69788796a5b4c3d2e1f0a",
    "ACME_API_KEY=/0f1e/0f1e2d3c4b5a6978/8796a5b4c3d2e1f0",
    "acme_api_key and then much later, in other words, 0f1e2d3c4b5a69788796a5b4c3d2e1f0",
    "ACME_API_KEY=sha256:0f1e2d3c4b5a69788796a5b4c3d2e1f0-amd64",
  ]) func `a part of something longer is not`(text: String) throws {
    let pattern = try TextPattern(
      AssignmentForm.pattern(names: "acme[_-]?api[_-]?key", value: "[a-f0-9]{32}"))
    let bytes = Array(text.utf8)
    #expect(pattern.match(in: bytes.span) == .none)
  }

  @Test func `a word near by is enough within its reach`() throws {
    let pattern = try TextPattern(
      NearbyForm.pattern(words: "(acme)", value: "([a-f0-9]{32})", within: 20))
    let near = Array("# Acme\napi_key = 0f1e2d3c4b5a69788796a5b4c3d2e1f0".utf8)
    let far = Array("# Acme, of which is much to be told: 0f1e2d3c4b5a69788796a5b4c3d2e1f0".utf8)
    #expect(pattern.groupCount == 1)
    #expect(pattern.match(in: near.span) != .none)
    #expect(pattern.match(in: far.span) == .none)
  }
}

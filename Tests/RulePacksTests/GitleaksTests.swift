import RulePacks
import Testing

struct GitleaksTests {
  private static let whole = #"""
    title = "Acme's rules"
    [extend]
    useDefault = true
    disabledRules = ["generic-api-key"]
    [[rules]]
    id = "acme"
    description = "Acme key"
    regex = '''(?i)acme_([a-z0-9]{20})$'''
    secretGroup = 1
    entropy = 3.5
    keywords = ["acme_"]
    tags = ["key"]
    path = '''\.env$'''
    [[rules.allowlists]]
    condition = "AND"
    paths = ['''^docs/''']
    regexes = ['''EXAMPLE''']
    regexTarget = "line"
    stopwords = ["Sample"]
    [[rules.required]]
    id = "acme-id"
    withinLines = 3
    [[rules]]
    id = "acme-id"
    regex = '''acme-id-(\d+)|acmeid(\d+)'''
    skipReport = true
    [[rules]]
    id = "keystore"
    path = '''\.jks$'''
    [[allowlists]]
    targetRules = ["acme"]
    commits = ["0123456789abcdef0123456789abcdef01234567"]
    paths = ['''vendor/''']
    [allowlist]
    paths = ['''gitleaks\.toml''']
    """#

  @Test func `a configuration is read as it is`() throws {
    let pack = try PackText.read(Self.whole)
    #expect(pack.extendsBuiltIn && pack.disabled == ["generic-api-key"])
    #expect(pack.rules.map(\.id) == ["acme", "acme-id", "keystore"])
    let acme = pack.rules[0]
    #expect(acme.pattern == #"(?i)acme_([a-z0-9]{20})\z"#)
    #expect(acme.secretGroup == 1 && acme.entropy == 3.5 && acme.keywords == ["acme_"])
    #expect(acme.paths == #"\.env$"# || acme.paths == #"\.env\z"#)
    #expect(acme.requires == [Requirement(rule: "acme-id", withinLines: 3)])
    let own = acme.allow[0]
    #expect(own.needsAll && own.effect == .drop && own.lines == ["EXAMPLE"])
    #expect(own.paths == ["^docs/"] && own.stopWords == ["sample"])
    #expect(acme.allow.count == 2 && acme.allow[1].paths == ["vendor/"])
    #expect(pack.rules[1].isSilent && pack.rules[2].pattern == nil)
    #expect(pack.allow.map(\.paths) == [[#"gitleaks\.toml"#]])
  }

  @Test(arguments: ["commits", "useDefault", "first of 2 groups"])
  func `what cannot be kept is named`(words: String) throws {
    let differences = try PackText.read(Self.whole).differences
    #expect(differences.contains { $0.contains(words) }, "\(differences)")
  }

  @Test(arguments: [
    ("not fetched from the network", "[extend]\nurl = \"https://example.org/rules.toml\""),
    ("did you mean secretGroup?", "title = 'x'\n[[rules]]\nid = 'a'\nregex = 'b'\nsecretGroop = 1"),
    ("a rule needs a regex or a path", "title = 'x'\n[[rules]]\nid = 'a'"),
    ("rule a: regex at byte", "title = 'x'\n[[rules]]\nid = 'a'\nregex = 'b('"),
    ("is none of AND, OR", "title = 'x'\n[allowlist]\ncondition = 'XOR'\npaths = ['a']"),
    ("the regex has 0 groups", "title = 'x'\n[[rules]]\nid = 'a'\nregex = 'b'\nsecretGroup = 2"),
    (
      "stands twice",
      "title = 'x'\n[[rules]]\nid = 'a'\nregex = 'b'\n[[rules]]\nid = 'a'\nregex = 'c'"
    ),
  ]) func `a mistake is named`(words: String, text: String) {
    let problems = PackText.problems(text).map(\.description)
    #expect(problems.contains { $0.contains(words) }, "\(problems)")
  }
}

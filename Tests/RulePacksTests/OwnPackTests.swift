import FindingModel
import RulePacks
import Testing

struct OwnPackTests {
  @Test func `a pack is read with everything in it`() throws {
    let pack = try PackText.read(
      PackText.pack(
        PackText.rule(
          more: """
            prefix = "acme_"
            entropy = 3
            checksum = "github"
            structure = "uuid"
            digits = true
            paths = '\\.env$'
            window = { before = 8, after = 512 }
            requires = [{ rule = "acme-id", within_lines = 5 }]
            allow = [{ secrets = ['^acme_a'], stop_words = ["Example"] }]
            """)))
    let rule = try #require(pack.rules.first)
    #expect(rule.secretGroup == 1)
    #expect(rule.severity == .high && rule.confidence == .high)
    #expect(rule.entropy == 3 && rule.checksum == .github && rule.structure == .uuid)
    #expect(rule.before == 8 && rule.after == 512)
    #expect(rule.requires == [Requirement(rule: "acme-id", withinLines: 5)])
    #expect(rule.allow.first?.stopWords == ["example"])
    #expect(rule.isDistinctive)
  }

  @Test func `an unknown key names file, line, rule and the nearest key`() throws {
    let problem = try #require(
      PackText.problems(PackText.pack(PackText.rule(more: "entropie = 3"))).first)
    #expect(problem.file == "acme.toml" && problem.line == 9 && problem.rule == "acme-key")
    #expect(problem.description.contains("did you mean entropy?"))
  }

  @Test func `a broken pattern names rule and offset`() throws {
    let problem = try #require(
      PackText.problems(PackText.pack(PackText.rule(body: "pattern = 'acme_(abc'"))).first)
    #expect(problem.rule == "acme-key" && problem.key == "pattern" && problem.offset == 9)
    #expect(problem.line == 8)
  }

  @Test(arguments: [
    ("id: stands twice", PackText.pack(PackText.rule(), PackText.rule())),
    ("must be lower-case", PackText.pack(PackText.rule(id: "Acme--key"))),
    (
      "did you mean high?",
      PackText.pack(PackText.rule(more: "")).replacing("\"high\"", with: "\"hihg\"")
    ),
    ("write version = 1", PackText.rule()),
    ("and this secgate reads 1", "version = 2\n" + PackText.rule()),
    (
      "one of pattern, assignment",
      PackText.pack(PackText.rule(more: "nearby = { words = 'a', value = 'b' }"))
    ),
    ("and the pattern has 1 groups", PackText.pack(PackText.rule(more: "secret_group = 2"))),
    ("0 to 8 bits", PackText.pack(PackText.rule(more: "entropy = 9"))),
    ("control character", PackText.pack(PackText.rule(more: #"description = "a\u001eb""#))),
    ("allows nothing", PackText.pack(PackText.rule(more: "allow = [{ all = true }]"))),
  ]) func `a mistake is named`(words: String, text: String) {
    let problems = PackText.problems(text).map(\.description)
    #expect(problems.contains { $0.contains(words) }, "\(problems)")
  }

  @Test func `every mistake of a file is told at once`() {
    let text = PackText.pack(
      PackText.rule(more: "entropie = 3"), PackText.rule(id: "B", more: "entropy = 9"))
    #expect(PackText.problems(text).count == 3)
  }

  @Test func `what is encoded for the binary comes back equal`() throws {
    let text = PackText.pack(
      PackText.rule(
        more: """
          allow = [{ secrets = ['^acme_a', 'b'], lines = ['x'], all = true }, { paths = ['t'] }]
          requires = [{ rule = "acme-id" }]
          not_paths = 'docs/'
          digits = true
          """),
      PackText.rule(
        id: "acme-other", body: "assignment = { names = 'acme[_-]?secret', value = '[a-f0-9]{32}' }"
      ))
    let pack = try PackText.read(text)
    #expect(RulePackDecoding.decode(RulePackEncoding.encode([pack])) == [pack])
    let bare = RulePackDecoding.decode(RulePackEncoding.encode([pack]), examples: false)
    #expect(bare.first?.rules.allSatisfy { $0.examples.isEmpty } == true)
    #expect(bare.first?.digest == pack.digest && pack.digest.count == 64)
  }

  @Test func `the digest follows what decides and not the examples`() throws {
    let pack = try PackText.read(PackText.pack(PackText.rule()))
    let examples = try PackText.read(
      PackText.pack(PackText.rule()).replacing("acme_short", with: "acme_none"))
    let entropy = try PackText.read(PackText.pack(PackText.rule(more: "entropy = 3")))
    #expect(pack.digest == examples.digest)
    #expect(pack.digest != entropy.digest)
  }

  @Test func `lint and examples find what is missing`() throws {
    let text = """
      version = 1
      [[rules]]
      id = "acme-key"
      title = "Acme key"
      provider = "Acme"
      severity = "high"
      pattern = 'acme_[a-z]{8}'
      requires = [{ rule = "none" }]
      examples = ['acme_abcdefgh', 'acme_{~}abc']
      counter_examples = ['acme_{~}abcdefgh']
      references = ["http://acme.example"]
      """
    let pack = try PackText.read(text)
    let lint = RuleLint.problems(in: [pack]).map(\.problem)
    for words in [
      "remediation is missing", "no https", "has 2 examples", "example 1 holds no {~}",
      "requires none",
    ] {
      #expect(lint.contains { $0.contains(words) }, "\(words): \(lint)")
    }
    let examples = ExampleCheck.problems(in: [pack]).map(\.problem)
    #expect(examples == ["example 2 is not found", "counter-example 1 is found"])
  }
}

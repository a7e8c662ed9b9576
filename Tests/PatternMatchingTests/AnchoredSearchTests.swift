import FindingModel
import Testing

@testable import PatternMatching

/// What anchors find against what PCRE2 finds in the whole content.
@Suite struct AnchoredSearchTests {
  private func found(_ pattern: String, _ text: [UInt8], group: Int? = nil, keywords: [String] = [])
    throws -> [PatternMatch]
  {
    let set = try PatternSet(
      [PatternSource(id: "p", pattern: pattern, keywords: keywords, secretGroup: group)],
      options: .init(decodes: false))
    let worker = try PatternWorker(set)
    var matches: [PatternMatch] = []
    worker.matches(in: text.span, into: &matches)
    return matches
  }

  @Test(arguments: 0..<40)
  func `a guard and an anchor never lose what the whole search finds`(seed: Int) throws {
    var maker = RandomPattern(random: SeededGenerator(seed))
    var compared = 0
    for _ in 0..<60 {
      let pattern = maker.pattern()
      guard let global = try? GlobalSearch(pattern), let tree = try? RegexParser.parse(pattern)
      else { continue }
      guard let set = try? PatternSet([PatternSource(id: "p", pattern: pattern)]) else { continue }
      let worker = try PatternWorker(set)
      for _ in 0..<12 {
        let text =
          maker.noise(Int.random(in: 0...30, using: &maker.random)) + maker.text(of: tree)
          + maker.noise(Int.random(in: 0...60, using: &maker.random)) + maker.text(of: tree)
        let classic = global.matches(in: text).filter { !$0.isEmpty }
        var matches: [PatternMatch] = []
        worker.matches(in: text.span, into: &matches)
        let anchored = matches.filter { $0.encoding == .plain }
        #expect(!anchored.contains { !$0.isJudged })
        let ranges = Set(anchored.map(\.range))
        for range in classic where !ranges.contains(range) {
          // A variable prefix may be cut differently: the literal is then inside both.
          let isCovered = ranges.contains { $0.overlaps(range) }
          #expect(
            isCovered && set.analysis(0).anchorClass == .variable,
            "\(pattern) lost \(range) of \(String(decoding: text, as: UTF8.self))")
        }
        compared += classic.count
      }
    }
    #expect(compared > 20)
  }

  @Test(arguments: [
    ("\\b(AKIA[A-Z2-7]{16})\\b", "x AKIAABCDEFGHIJKLMNOP y", "AKIAABCDEFGHIJKLMNOP"),
    ("\\b(AKIA[A-Z2-7]{16})\\b", "xAKIAABCDEFGHIJKLMNOP y", nil),
    (
      "(?i)[\\w.-]{0,50}?(?:key|token)[\\w.-]{0,20}\\s{0,3}[=:]\\s{0,3}[\"']([a-z0-9]{20,40})[\"']",
      "my_api_Key_1 = \"abcdefghij0123456789\"", "abcdefghij0123456789"
    ),
    ("[a-z]{2,30}\\.example\\.com/([0-9]{6})", "at https://some.example.com/123456", "123456"),
  ])
  func `a secret is found by its literal`(pattern: String, text: String, secret: String?) throws {
    let bytes = Array(text.utf8)
    let secrets = try found(pattern, bytes, group: 1).map {
      String(decoding: bytes[$0.secret], as: UTF8.self)
    }
    #expect(secrets == (secret.map { [$0] } ?? []))
  }

  private static let filling: [UInt8] = [0x20, 0x61, 0x5a, 0x2e]
  private static let values = ["0123456789ab", "ABCDEFGHI", "0123456789", "ABCDEFGHIJKLMNOPQRSTU"]

  @Test(arguments: 0..<24)
  func `a value at a distance is not lost to the guard`(seed: Int) throws {
    var random = SeededGenerator(seed)
    let within = Int.random(in: 1...110, using: &random)
    let pattern = "(?i:acme)[\\s\\S]{0,\(within)}?\\b([a-f0-9]{12}|[A-Z]{9,20})\\b"
    let global = try GlobalSearch(pattern)
    var compared = 0
    for _ in 0..<300 {
      let distance = Int.random(in: 0...(within + 2), using: &random)
      var text: [UInt8] = Array("a Acme".utf8)
      for _ in 0..<distance { text.append(Self.filling.randomElement(using: &random) ?? 0x20) }
      text += " \(Self.values.randomElement(using: &random) ?? "")".utf8
      if Bool.random(using: &random) { text += " and so on".utf8 }
      let ranges = Set(try found(pattern, text).map(\.range))
      let classic = global.matches(in: text)
      for range in classic { #expect(ranges.contains(range), "\(range) of \(text)") }
      compared += classic.count
    }
    #expect(compared > 20)
  }

  @Test func `a word without a value behind it is no anchor`() throws {
    let set = try PatternSet([
      PatternSource(
        id: "p", pattern: "acme[\\s\\S]{0,40}?([a-f0-9]{32}|[A-Z0-9]{20,64})", secretGroup: 1)
    ])
    #expect(set.analysis(0).guardWords.hasSuffix(", within 40 bytes [0-9A-Za-f]{20,}"))
    let worker = try PatternWorker(set)
    let text = Array("acme is a name that stands in many a line of prose, too".utf8)
    var matches: [PatternMatch] = []
    worker.matches(in: text.span, into: &matches)
    #expect(unsafe worker.search.pointee.anchors.count == 0)
  }

  @Test func `a keyword near by finds every match`() throws {
    let first = String(repeating: "0123abcd", count: 4)
    let second = String(repeating: "fedc9876", count: 4)
    let text = Array("\(first) mailgun: \(second), and \(first.uppercased())".utf8)
    let matches = try found("\\b[0-9a-f]{32}\\b", text, keywords: ["Mailgun"])
    #expect(matches.map(\.range) == [0..<32, 42..<74])
  }

  @Test func `classes are told from the pattern`() throws {
    let set = try PatternSet([
      PatternSource(id: "a", pattern: "\\bAKIA[A-Z2-7]{16}\\b"),
      PatternSource(id: "g", pattern: "(?i)[\\w.-]{0,50}?token\\s*=\\s*(\\w+)", secretGroup: 1),
      PatternSource(id: "v", pattern: "[a-z]+\\.example\\.com"),
      PatternSource(id: "n", pattern: "[0-9a-f]{32}", keywords: ["mail"]),
    ])
    #expect(
      (0..<4).map { set.analysis($0).anchorClass } == [.fixed, .assignment, .variable, .near])
    #expect(set.analysis(0).literals == ["AKIA"])
    #expect(
      set.analysis(0).guardWords
        == "before it the beginning or [^0-9A-Z_a-z], behind it [2-7A-Z]{16}")
    #expect(set.analysis(1).literals == ["(?i)token"])
    #expect(set.analysis(0).windowAfter == 17)
    #expect(set.analysis(0).isDecoded)
  }

  @Test(arguments: [
    ("[a-f0-9]{32}", PatternError.Code.notAnchored), ("key(", .syntax), ("key[z-a]", .syntax),
    ("(*UTF)key", .syntax), ("key\\p{L}", .syntax), ("key(?<n", .syntax), ("key\\", .syntax),
  ])
  func `a pattern that cannot be used says why`(pattern: String, code: PatternError.Code) throws {
    let error = #expect(throws: PatternError.self) {
      _ = try PatternSet([PatternSource(id: "bad", pattern: pattern)])
    }
    #expect(error?.code == code)
    #expect(error?.pattern == "bad")
    #expect(error?.advice.isEmpty == false)
  }

  @Test func `a pattern that runs away could not judge`() throws {
    let text = Array(("secret" + String(repeating: "a", count: 900) + "!").utf8)
    let matches = try found("secret(?:a+)+[bc]", text)
    #expect(!matches.isEmpty)
    #expect(!matches.contains { $0.isJudged || $0.range.lowerBound != 0 })
  }

  @Test func `too many anchors in one content could not be judged`() throws {
    let text = Array(String(repeating: "tok_a ", count: 100_001).utf8)
    let matches = try found("tok_[a-z]", text)
    #expect(matches.count == 1)
    #expect(matches.first?.isJudged == false)
    let fewer = try found("tok_[a-z]", Array(text.dropFirst(6)))
    #expect(fewer.count == 100_000)
  }

  /// What is derived from patterns decides what is found, yet only the version stands in the
  /// digest. Where this fails: raise `SetDigest.engine`, then note both.
  @Test func `the version changes with what is derived`() throws {
    let set = try PatternSet([
      PatternSource(id: "a", pattern: "\\bAKIA[A-Z2-7]{16}\\b"),
      PatternSource(id: "g", pattern: "(?i)[\\w.-]{0,50}?token\\s*=\\s*(\\w{9,})", secretGroup: 1),
      PatternSource(id: "v", pattern: "[a-z]+\\.example\\.com"),
      PatternSource(id: "c", pattern: "(?:sk|pk)_(?:test|live)_[0-9a-zA-Z]{10,99}"),
      PatternSource(id: "n", pattern: "[0-9a-f]{32}", keywords: ["mail"]),
      PatternSource(id: "d", pattern: "acme[\\s\\S]{0,40}?\\b([a-f0-9]{32})\\b", secretGroup: 1),
    ])
    let tables = set.tables
    let derived =
      ["\(GuardBytes.reach) \(LiteralText.longest)"]
      + set.literals.map { "\($0.bytes) \($0.isCaseless)" }
      + (0..<tables.useCount).map { "\(tables.use(Int32($0)))" }
      + (0..<tables.guardCount).map(tables.guardWords)
    #expect(SetDigest.engine == "secgate/patterns/5")
    #expect(
      SHA256.hexadecimal(derived.joined(separator: "\n").utf8).prefix(16) == "a2e45fb6a90869c6")
  }

  @Test func `a digest changes with everything that decides`() throws {
    func digest(_ source: PatternSource, decodes: Bool = true) throws -> String {
      try PatternSet([source], options: .init(decodes: decodes)).digest
    }
    let source = PatternSource(id: "a", pattern: "AKIA[A-Z]{16}")
    var other = source
    other.after = 100
    let all = try [
      digest(source), digest(other), digest(source, decodes: false),
      digest(PatternSource(id: "a", pattern: "AKIA[A-Z]{17}")),
    ]
    #expect(Set(all).count == 4)
    let again = try digest(source)
    #expect(all[0] == again)
    #expect(all[0].count == 64)
  }
}

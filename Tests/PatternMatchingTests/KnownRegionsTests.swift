import Testing

@testable import PatternMatching

/// Searching but for known regions against searching everything.
@Suite struct KnownRegionsTests {
  private static let sources = [
    PatternSource(id: "fixed", pattern: "\\btok_[a-z0-9]{12}\\b"),
    PatternSource(id: "open", pattern: "key-[a-z0-9-]{4,}", after: 60),
    PatternSource(id: "end", pattern: "end=[a-z]{2,140}$"),
    PatternSource(
      id: "assign", pattern: "(?i)[\\w]{0,9}?pass\\w{0,9}\\s?[=:]\\s?(\\S{6,})", secretGroup: 1),
    PatternSource(id: "near", pattern: "\\b[0-9]{9}\\b", keywords: ["mail"], before: 40, after: 40),
    PatternSource(
      id: "distant", pattern: "(?i:acme)[\\s\\S]{0,60}?\\b([0-9]{9,})\\b", secretGroup: 1),
    PatternSource(id: "long", pattern: "\\bSIXTEEN_BYTES_OK[0-9]{16}\\b"),
  ]
  private static let pieces = [
    "tok_abcdefgh0123", "tok_abc", "key-abc-def-01", "end=abcdefgh", "end=", "my_pass1 = hunter22x",
    "acme", "123456789", "mail", "\n", " ", "x", "\"", "words that hold nothing at all, ",
    "defgh0123 ", "tok_",
  ]

  private static func text(_ random: inout SeededGenerator, _ most: Int) -> [UInt8] {
    (0..<Int.random(in: 1...most, using: &random)).flatMap { _ in
      Array((pieces.randomElement(using: &random) ?? "").utf8)
    }
  }

  /// A content that is made of the beginning and the end of a base, with a text between.
  private struct Change {
    let base: [UInt8]
    let content: [UInt8]
    let copies: [CopiedStretch]

    init(_ first: String, _ dropped: String, _ inserted: String, _ last: String) {
      base = Array((first + dropped + last).utf8)
      content = Array((first + inserted + last).utf8)
      let (head, tail) = (first.utf8.count, last.utf8.count)
      copies = [
        CopiedStretch(source: 0, destination: 0, length: Int32(head)),
        CopiedStretch(
          source: Int32(base.count - tail), destination: Int32(content.count - tail),
          length: Int32(tail)),
      ].filter { $0.length > 0 }
    }
  }

  /// Two contents each that differ only where one rule looks. A literal of sixteen bytes and sixteen
  /// more that its guard asks for are more than the copies around a region keep.
  private static let aimed: [[Change]] = {
    let long = "SIXTEEN_BYTES_OK"
    let text = String(repeating: "words that hold nothing\n", count: 6)
    func behind(_ escape: String) -> Change {
      Change("\(text)\(escape)\(long)0123456789012", "xyz", "345 \n", text)
    }
    func before(_ digits: String) -> Change {
      Change(text, "dropped", "inserted\n", "abcd \(long)\(digits) \(text)")
    }
    let twentyTwo = "twenty-two bytes, yes "
    let token = "tok_abcdefgh0123"
    return [
      [behind("xx0020"), behind("\\u0020")],
      [before("012345678901234x"), before("0123456789012345")],
      [
        Change(text, "dropped", "inserted\n", twentyTwo + token + " \(text)"),
        Change(text, "dropped", "inserted\n" + twentyTwo + token, ""),
      ],
    ]
  }()

  private static func aimedDifferences(_ rules: KnownRegions.Rules) throws -> Int {
    let set = try PatternSet(sources)
    let whole = try PatternWorker(set)
    var differences = 0
    for changes in aimed {
      let mine = try PatternWorker(set)
      mine.regionRules = rules
      var (found, expected): ([PatternMatch], [PatternMatch]) = ([], [])
      for change in changes {
        let none: [CopiedStretch] = []
        mine.beginContents()
        mine.matches(in: change.base.span, slot: 0, base: nil, copies: none.span, into: &found)
        mine.matches(
          in: change.content.span, slot: nil, base: .init(slot: 0, size: change.base.count),
          copies: change.copies.span, into: &found)
        whole.matches(in: change.content.span, into: &expected)
        if found != expected { differences += 1 }
      }
      // The last one is there to be found.
      if expected.isEmpty { differences = .min }
    }
    return differences
  }

  /// A few texts that are put into many places of many contents.
  private static func differences(
    _ rules: KnownRegions.Rules, seeds: Range<Int>, holds: Bool = true
  ) throws -> Int {
    let set = try PatternSet(sources)
    let whole = try PatternWorker(set)
    var differences = 0
    for seed in seeds {
      let mine = try PatternWorker(set)
      mine.regionRules = rules
      if seed % 2 == 1 { mine.fastThreshold = 0 }
      var random = SeededGenerator(seed)
      let inserts = (0..<3).map { _ in text(&random, 8) }
      let fillers = (0..<3).map { _ in text(&random, 12) }
      for _ in 0..<20 {
        let base = fillers.randomElement(using: &random) ?? []
        var (found, expected): ([PatternMatch], [PatternMatch]) = ([], [])
        let none: [CopiedStretch] = []
        mine.beginContents()
        mine.matches(in: base.span, slot: 0, base: nil, copies: none.span, into: &found)
        // Mostly at one of few places, so that the same bytes are around it.
        let cut = min(
          base.count, [0, 3, base.count / 2, base.count].randomElement(using: &random) ?? 0)
        let rest = Bool.random(using: &random) ? cut : min(base.count, cut + 20)
        let insert = inserts.randomElement(using: &random) ?? []
        let next = Array(base[..<cut]) + insert + base[rest...]
        let copies = [
          CopiedStretch(source: 0, destination: 0, length: Int32(cut)),
          CopiedStretch(
            source: Int32(rest), destination: Int32(cut + insert.count),
            length: Int32(base.count - rest)),
        ].filter { $0.length > 0 }
        mine.matches(
          in: next.span, slot: holds ? 1 : nil, base: .init(slot: 0, size: base.count),
          copies: copies.span, into: &found)
        whole.matches(in: next.span, into: &expected)
        if found != expected { differences += 1 }
        guard holds else { continue }
        // What the second is built on the first for, which may have been told and not searched.
        let third = Array(next.dropLast(min(7, next.count))) + Array("0123".utf8)
        let copy = CopiedStretch(source: 0, destination: 0, length: Int32(max(0, next.count - 7)))
        mine.matches(
          in: third.span, slot: nil, base: .init(slot: 1, size: next.count),
          copies: [copy].span, into: &found)
        whole.matches(in: third.span, into: &expected)
        if found != expected { differences += 1 }
      }
    }
    return differences
  }

  @Test(arguments: 0..<6) func `known regions hide nothing`(part: Int) throws {
    let seeds = part * 40..<part * 40 + 40
    #expect(try Self.differences(.exact, seeds: seeds, holds: part % 3 != 2) == 0)
    #expect(try Self.aimedDifferences(.exact) == 0)
  }

  /// Each is a mistake that these tests must notice.
  static let mutants: [(String, @Sendable (inout KnownRegions.Rules) -> Void)] = [
    ("a region without what is before it", { $0.before = 0 }),
    ("a region without what is behind it", { $0.behind = 0 }),
    ("places that are not asked again", { $0.asksOpen = false }),
    ("regions that are told by their bytes alone", { $0.tellsBounds = false }),
  ]

  @Test(arguments: mutants.indices) func `a region that is told wrongly is noticed`(number: Int)
    throws
  {
    var rules = KnownRegions.Rules.exact
    Self.mutants[number].1(&rules)
    let differences =
      try Self.aimedDifferences(rules) + Self.differences(rules, seeds: 0..<40)
    #expect(differences > 0, "\(Self.mutants[number].0)")
  }
}

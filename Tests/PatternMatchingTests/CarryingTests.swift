import Testing

@testable import PatternMatching

/// Searching by copies against searching whole.
@Suite struct CarryingTests {
  private static let sources = [
    PatternSource(id: "fixed", pattern: "\\btok_[a-z0-9]{12}\\b"),
    PatternSource(id: "open", pattern: "key-[a-z0-9-]{4,}", after: 60),
    PatternSource(id: "end", pattern: "end=[a-z]{2,140}$"),
    PatternSource(
      id: "assign", pattern: "(?i)[\\w]{0,9}?pass\\w{0,9}\\s?[=:]\\s?(\\S{6,})", secretGroup: 1),
    PatternSource(id: "variable", pattern: "[a-z]{1,12}@host/[0-9]{3,80}"),
    PatternSource(id: "near", pattern: "\\b[0-9]{9}\\b", keywords: ["mail"], before: 40, after: 40),
    PatternSource(id: "behind", pattern: "(?<![a-z]{3})zz[0-9]{6}"),
    PatternSource(
      id: "distant", pattern: "(?i:acme)[\\s\\S]{0,60}?\\b([0-9]{9,})\\b", secretGroup: 1),
    PatternSource(id: "deep", pattern: "[a-z0-9]{14}SECRETX[a-z]{3,}"),
  ]
  private static let pieces = [
    "tok_abcdefgh0123", "key-abc-def-0123456789-abcdefghijkl", "end=abcdefgh",
    "my_pass1 = hunter22x", "acme", "end=" + String(repeating: "abcdefgh", count: 14),
    "someone@host/123456", "mail", "123456789", " zz123456", "abcd0123456789SECRETXabcdef", "\n",
    " ",
    "tok_abc", "SECRETXaaaa", "x", "123456789 mail ", "\"", "end=", "Pass", "@host/999",
  ]

  private static func content(_ random: inout SeededGenerator, _ count: Int) -> [UInt8] {
    (0..<count).flatMap { _ in Array((pieces.randomElement(using: &random) ?? "").utf8) }
  }

  /// A content made from a base by copies and inserts, and where the copies went.
  private static func derived(_ base: [UInt8], _ random: inout SeededGenerator)
    -> ([UInt8], [CopiedStretch])
  {
    var (result, copies): ([UInt8], [CopiedStretch]) = ([], [])
    func copy(_ range: Range<Int>) {
      guard !range.isEmpty else { return }
      copies.append(
        CopiedStretch(
          source: Int32(range.lowerBound), destination: Int32(result.count),
          length: Int32(range.count)))
      result += base[range]
    }
    var at =
      Int.random(in: 0...3, using: &random) == 0
      ? Int.random(in: 0...base.count, using: &random) : 0
    if Int.random(in: 0...2, using: &random) == 0 { result += content(&random, 1) }
    while at < base.count {
      let end =
        Int.random(in: 0...2, using: &random) == 0
        ? base.count : min(base.count, at + Int.random(in: 1...200, using: &random))
      copy(at..<end)
      switch Int.random(in: 0...5, using: &random) {
      case 0: result += content(&random, 1)
      case 1:
        at = Int.random(in: 0...base.count, using: &random)
        continue
      case 2:
        if result.count < 4000 {
          at = max(0, end - 30)
          continue
        }
      case 3: result += [UInt8(ascii: "q")]
      case 4 where Int.random(in: 0...3, using: &random) == 0: return (result, copies)
      default: break
      }
      at =
        end
        + (Int.random(in: 0...1, using: &random) == 0 ? 0 : Int.random(in: 0...20, using: &random))
      if result.count > 6000 { break }
    }
    return (result, copies)
  }

  /// How many contents of random chains differ from a search of the whole.
  private static func differences(_ rules: CarryingRules, seeds: Range<Int>, fast: Bool = false)
    throws -> Int
  {
    let set = try PatternSet(sources)
    let (carrying, whole) = (try PatternWorker(set), try PatternWorker(set))
    carrying.rules = rules
    if fast { carrying.fastThreshold = 0 }
    var differences = 0
    var (mine, theirs): ([PatternMatch], [PatternMatch]) = ([], [])
    for seed in seeds {
      var random = SeededGenerator(seed)
      var base = content(&random, Int.random(in: 1...40, using: &random))
      carrying.beginContents()
      let none: [CopiedStretch] = []
      carrying.matches(in: base.span, slot: 0, base: nil, copies: none.span, into: &mine)
      for step in 1...6 {
        let (next, copies) = derived(base, &random)
        carrying.matches(
          in: next.span, slot: step % 2, base: .init(slot: (step + 1) % 2, size: base.count),
          copies: copies.span, into: &mine)
        whole.matches(in: next.span, into: &theirs)
        if mine != theirs {
          differences += 1
        }
        base = next
      }
    }
    return differences
  }

  @Test(arguments: 0..<8)
  func `carrying finds exactly what a search of the whole finds`(part: Int) throws {
    let seeds = (part * 150)..<(part * 150 + 150)
    let differences = try Self.differences(.exact, seeds: seeds, fast: part % 2 == 1)
    #expect(differences == 0)
  }

  /// Each is a mistake that these tests must notice.
  static let mutants: [(String, @Sendable (inout CarryingRules) -> Void)] = [
    ("a margin without what is near", { $0.marginBefore = LiteralText.longest }),
    ("held literals that are not asked again", { $0.asksHeld = false }),
    ("no margin behind", { $0.marginAfter = 0 }),
    ("a window that ends too early", { $0.windowEnd = -40 }),
    ("an end by the source only", { $0.endsBySourceOnly = true }),
    ("a beginning by the destination only", { $0.beginsByDestinationOnly = true }),
    ("a beginning by the source only", { $0.beginsBySourceOnly = true }),
    ("a cut tail that is not searched", { $0.searchesCutTail = false }),
    ("no context", { $0.hasContext = false }),
  ]

  @Test(arguments: mutants.indices)
  func `a wrong margin is noticed`(number: Int) throws {
    var rules = CarryingRules.exact
    Self.mutants[number].1(&rules)
    let differences = try Self.differences(rules, seeds: 0..<400)
    #expect(differences > 0, "\(Self.mutants[number].0)")
  }

  @Test func `a word in front of what began the base ends its match`() throws {
    let set = try PatternSet(Self.sources)
    let (carrying, whole) = (try PatternWorker(set), try PatternWorker(set))
    let base = Array("tok_abcdefgh0123 and more of it".utf8)
    let next = Array("x".utf8) + base.dropLast(4)
    var (mine, theirs): ([PatternMatch], [PatternMatch]) = ([], [])
    let none: [CopiedStretch] = []
    carrying.matches(in: base.span, slot: 0, base: nil, copies: none.span, into: &mine)
    #expect(mine.count == 1)
    let copies = [CopiedStretch(source: 0, destination: 1, length: Int32(base.count - 4))]
    carrying.matches(
      in: next.span, slot: nil, base: .init(slot: 0, size: base.count), copies: copies.span,
      into: &mine)
    whole.matches(in: next.span, into: &theirs)
    #expect(mine == theirs)
    #expect(mine.isEmpty)
  }

  @Test func `what is built on more held literals than are kept is searched whole`() throws {
    let set = try PatternSet(Self.sources)
    let (carrying, whole) = (try PatternWorker(set), try PatternWorker(set))
    let words = Array("acme ".utf8)
    let base = [UInt8]((0..<(AnchorList.mostHeld + 10)).lazy.flatMap { _ in words })
    let next = base + Array("is 1234567890 ".utf8)
    var (mine, theirs): ([PatternMatch], [PatternMatch]) = ([], [])
    let none: [CopiedStretch] = []
    carrying.matches(in: base.span, slot: 0, base: nil, copies: none.span, into: &mine)
    #expect(mine.isEmpty)
    let copies = [CopiedStretch(source: 0, destination: 0, length: Int32(base.count))]
    carrying.matches(
      in: next.span, slot: nil, base: .init(slot: 0, size: base.count), copies: copies.span,
      into: &mine)
    whole.matches(in: next.span, into: &theirs)
    #expect(mine == theirs)
    #expect(!mine.isEmpty)
  }

  @Test func `what a cut at the front hid comes back with it`() throws {
    let set = try PatternSet(Self.sources)
    let carrying = try PatternWorker(set)
    let base = Array("23456789SECRETXabcdef tail of the file".utf8)
    let next = Array("abcd01".utf8) + base
    var mine: [PatternMatch] = []
    let none: [CopiedStretch] = []
    carrying.matches(in: base.span, slot: 0, base: nil, copies: none.span, into: &mine)
    #expect(mine.isEmpty)
    let copies = [CopiedStretch(source: 0, destination: 6, length: Int32(base.count))]
    carrying.matches(
      in: next.span, slot: nil, base: .init(slot: 0, size: base.count), copies: copies.span,
      into: &mine)
    #expect(mine.map(\.range) == [0..<27])
  }
}

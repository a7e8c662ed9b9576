/// Turns sources into literals, uses and guards.
struct PatternCompiler {
  /// Window sizes in bytes, part of the contract of a pattern.
  enum Window {
    static let standard = 1024
    static let largest = 8192
    /// How far a keyword may stand from the match.
    static let near = 256
  }

  private(set) var literals: [SearchedLiteral] = []
  private(set) var pairOffsets: [UInt8] = []
  private var numbers: [SearchedLiteral: Int] = [:]
  private(set) var uses: [LiteralUse] = []
  private(set) var guards: [GuardPlan] = []
  private var guardNumbers: [GuardPlan: Int] = [:]
  private(set) var texts: [String] = []
  private let image: PatternImage?

  /// - Parameter image: where to look before anything is derived.
  init(image: PatternImage? = nil) {
    self.image = image
    guard let image else { return }
    literals = image.literals
    pairOffsets = image.pairOffsets
    guards = image.guards
    uses.reserveCapacity(image.uses.count)
  }

  mutating func add(_ source: PatternSource, options: PatternSetOptions) throws(PatternError) {
    let pattern = Int32(texts.count)
    if let image, let entry = image.entry(for: source) {
      texts.append(entry.text ?? source.pattern)
      for var use in image.uses[entry.uses] where options.decodes || use.encoding == .plain {
        use.pattern = pattern
        uses.append(use)
      }
      return
    }
    let (draft, text) = try Self.draft(of: source, number: pattern, options)
    texts.append(text)
    for item in draft.items {
      var use = item.use
      use.literal = Int32(number(of: item.literal))
      use.guardNumber = Int32(number(of: item.plan))
      uses.append(use)
    }
  }

  /// Everything that is derived from a source, and the pattern as it is run.
  static func draft(of source: PatternSource, number: Int32, _ options: PatternSetOptions)
    throws(PatternError) -> (PatternDraft, text: String)
  {
    let tree: RegexNode
    do throws(RegexParser.Failure) {
      tree = try RegexParser.parse(source.pattern)
    } catch {
      throw PatternError(
        .syntax, pattern: source.id, offset: error.offset, problem: error.problem,
        advice: "correct the pattern")
    }
    try check(source)
    // Without a secret group the optional beginning is part of what is reported.
    let stripped =
      source.secretGroup == nil
      ? PrefixStripping.Result(node: tree, removed: []) : PrefixStripping.strip(tree)
    var draft = PatternDraft(
      source: source, number: number, tree: stripped.node, isStripped: !stripped.removed.isEmpty)
    try draft.plan()
    if options.decodes { draft.addEncodedUses() }
    return (draft, PrefixStripping.text(source.pattern, without: stripped.removed))
  }

  private static func check(_ source: PatternSource) throws(PatternError) {
    for (name, value) in [("before", source.before), ("after", source.after)] {
      guard let value, !(0...Window.largest).contains(value) else { continue }
      throw PatternError(
        .limits, pattern: source.id, problem: "`\(name)` is \(value)",
        advice: "give 0 to \(Window.largest) bytes")
    }
    if let group = source.secretGroup, !(0..<MatchScratch.groups).contains(group) {
      throw PatternError(
        .limits, pattern: source.id, problem: "secret group \(group) does not exist",
        advice: "name a capture group of the pattern")
    }
  }

  private mutating func number(of literal: SearchedLiteral) -> Int {
    if let number = numbers[literal] { return number }
    numbers[literal] = literals.count
    literals.append(literal)
    pairOffsets.append(LiteralTable.rarestPair(of: literal))
    return literals.count - 1
  }

  private mutating func number(of plan: GuardPlan) -> Int {
    if let number = guardNumbers[plan] { return number }
    guardNumbers[plan] = guards.count
    guards.append(plan)
    return guards.count - 1
  }
}

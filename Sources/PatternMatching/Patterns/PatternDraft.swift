/// One pattern on its way into a set.
struct PatternDraft {
  /// A literal, its use, and the guard of that.
  struct Item {
    var literal: SearchedLiteral
    var use: LiteralUse
    var plan: GuardPlan
    /// The pattern's own literal; nil for an encoded one.
    var text: LiteralText?
    var tail: RegexWidth
  }

  let source: PatternSource
  let number: Int32
  let tree: RegexNode
  let isStripped: Bool
  /// Bytes that conditions see beyond the match; one at least, for `\b`.
  let sight: (before: Int, after: Int)
  var items: [Item] = []
  private var anchorClass = PatternAnalysis.AnchorClass.fixed
  private var isCapped = false
  private var cost = 0.0

  init(source: PatternSource, number: Int32, tree: RegexNode, isStripped: Bool) {
    self.source = source
    self.number = number
    self.tree = tree
    self.isStripped = isStripped
    let sight = tree.sight
    self.sight = (min(max(sight.before, 1), 512), min(max(sight.after, 1), 512))
  }

  mutating func plan() throws(PatternError) {
    let plan = AnchorPlan.best(for: PatternAtom.row(of: tree))
    let isGood = plan.map { $0.shortest >= 3 || $0.isFixed } ?? false
    if let plan, isGood || source.keywords.isEmpty {
      anchorClass = !plan.isFixed ? .variable : isStripped ? .assignment : .fixed
      cost = plan.cost
      for part in plan.parts { try add(part) }
    } else {
      try addKeywords()
    }
  }

  private mutating func add(_ part: AnchorPlan.Part) throws(PatternError) {
    let prefix = part.prefix
    let cap = source.before ?? PatternCompiler.Window.standard
    let furthest = min(prefix.maximum ?? cap, prefix.isFixed ? PatternCompiler.Window.largest : cap)
    if prefix.minimum > furthest {
      throw PatternError(
        .notAnchored, pattern: source.id,
        problem: "its literal stands \(prefix.minimum) bytes behind the beginning",
        advice: "put a literal nearer to the beginning, or raise `before`")
    }
    if !prefix.isFixed, (prefix.maximum ?? .max) > cap { isCapped = true }
    let first = part.texts.reduce(into: ByteSet()) { set, text in
      let byte = ByteSet(text.bytes[0])
      set = set.union(text.isCaseless ? byte.withoutCase : byte)
    }
    let whole = GuardPlan(before: part.before, after: part.after, first: first)
    var cut = whole
    cut.rows = [[]]
    cut.run = nil
    for text in part.texts {
      let tail =
        text.isComplete ? PatternAtom.width(of: part.after) : rest(behind: text, prefix)
      let after = PatternCompiler.Window.after(source, tail)
      if tail.maximum.map({ $0 > after }) ?? true { isCapped = true }
      let length = Int32(text.bytes.count)
      let use = LiteralUse(
        pattern: number, literal: 0, guardNumber: 0, kind: prefix.isFixed ? .fixed : .variable,
        length: length, plainLength: length, nearest: Int32(prefix.minimum),
        furthest: Int32(furthest), windowBefore: Int32(furthest + sight.before),
        windowAfter: Int32(after + sight.after))
      items.append(
        Item(
          literal: SearchedLiteral(bytes: text.bytes, isCaseless: text.isCaseless), use: use,
          plan: text.isComplete ? whole : cut, text: text, tail: tail))
    }
  }

  /// What stands behind a literal that was cut.
  private func rest(behind text: LiteralText, _ prefix: RegexWidth) -> RegexWidth {
    let (width, length) = (tree.width, text.bytes.count)
    return RegexWidth(
      minimum: prefix.maximum.map { max(0, width.minimum - $0 - length) } ?? 0,
      maximum: width.maximum.map { max(0, $0 - prefix.minimum - length) })
  }

  private mutating func addKeywords() throws(PatternError) {
    let words = Set(source.keywords.map { $0.lowercased() }).sorted()
    guard !words.isEmpty, words.allSatisfy({ $0.utf8.count >= 2 }) else {
      throw PatternError(
        .notAnchored, pattern: source.id,
        problem: words.isEmpty
          ? "no two bytes in a row are the same in every match" : "a keyword has only one byte",
        advice: "write a fixed word into the pattern, or give keywords of two bytes or more that "
          + "stand near what it matches")
    }
    anchorClass = .near
    let before = source.before ?? PatternCompiler.Window.near
    let after = source.after ?? PatternCompiler.Window.near
    let width = min(tree.width.maximum ?? .max, PatternCompiler.Window.standard)
    isCapped = (tree.width.maximum ?? .max) > width
    for word in words {
      let bytes = Array(word.utf8.prefix(LiteralText.longest))
      let isCaseless = bytes.contains(where: ByteSet.letters.contains)
      let text = LiteralText(bytes: bytes, isCaseless: isCaseless)
      cost += text.hitsPerMegabyte
      let length = Int32(bytes.count)
      let use = LiteralUse(
        pattern: number, literal: 0, guardNumber: 0, kind: .near, length: length,
        plainLength: length, nearest: Int32(-after), furthest: Int32(before),
        windowBefore: Int32(before + sight.before),
        windowAfter: Int32(after + width + sight.after))
      items.append(
        Item(
          literal: SearchedLiteral(bytes: bytes, isCaseless: isCaseless), use: use, plan: .none,
          text: text, tail: .unknown))
    }
  }

  var analysis: PatternAnalysis {
    let own = items.filter { $0.text != nil }
    let width = tree.width
    return PatternAnalysis(
      literals: own.compactMap { $0.text?.shown }.sorted(), anchorClass: anchorClass,
      guardWords: Set(own.map(\.plan.words)).sorted().joined(separator: "; or "),
      windowBefore: own.map { Int($0.use.windowBefore) }.max() ?? 0,
      windowAfter: own.map { Int($0.use.windowAfter) }.max() ?? 0, isCapped: isCapped,
      minimumWidth: width.minimum, maximumWidth: width.maximum,
      isDecoded: own.count < items.count, hitsPerMegabyte: cost)
  }
}

extension PatternCompiler.Window {
  /// Bytes of a tail that the pattern sees.
  static func after(_ source: PatternSource, _ tail: RegexWidth) -> Int {
    min(tail.maximum ?? .max, source.after ?? standard)
  }
}

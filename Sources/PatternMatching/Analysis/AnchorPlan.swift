/// Where to look for a pattern: literals of which one stands in every match.
struct AnchorPlan: Sendable {
  /// Literals with the same surroundings in the pattern.
  struct Part: Sendable {
    var texts: [LiteralText]
    /// What stands before the literal, and behind it.
    var before: [PatternAtom]
    var after: [PatternAtom]
    var cost: Double

    var prefix: RegexWidth { PatternAtom.width(of: before) }
  }

  var parts: [Part]

  var cost: Double { parts.reduce(0) { $0 + $1.cost } }
  var shortest: Int { parts.flatMap { $0.texts.map(\.bytes.count) }.min() ?? 0 }
  var isFixed: Bool { parts.allSatisfy { $0.prefix.isFixed } }

  /// Hits in a megabyte that cost nothing beside the search itself.
  private static let rareEnough = 20.0

  /// An element of a row with its texts, which each run over it asks for.
  private struct Element {
    var atom: PatternAtom
    var texts: [LiteralText]?
    var isFixed: Bool

    init(_ atom: PatternAtom) {
      self.atom = atom
      texts = LiteralText.texts(of: atom)
      isFixed = atom.width.isFixed
    }
  }

  /// The best plan for a row; nil where no literal of two bytes is in every match.
  static func best(for row: [PatternAtom]) -> AnchorPlan? {
    best(for: PatternAtom.splitting(row).map(Element.init), depth: 2)
  }

  private static func best(for row: [Element], depth: Int) -> AnchorPlan? {
    var best = bestRun(in: row).map { AnchorPlan(parts: [$0]) }
    guard depth > 0, best.map({ $0.cost > rareEnough }) ?? true else { return best }
    for (index, element) in row.enumerated() {
      // A choice between exact texts is part of the runs already.
      guard case .choice(let rows) = element.atom.content, rows.count <= LiteralText.most,
        element.texts == nil
      else { continue }
      var parts: [Part] = []
      var isWhole = true
      for chosen in rows {
        let chosen = PatternAtom.splitting(chosen).map(Element.init)
        let whole = Array(row[..<index]) + chosen + Array(row[(index + 1)...])
        let plan = AnchorPlan.best(for: whole, depth: depth - 1)
        parts += plan?.parts ?? []
        isWhole = plan != nil && parts.count <= LiteralText.most
        if !isWhole { break }
      }
      guard isWhole else { continue }
      let plan = AnchorPlan(parts: parts)
      if best.map({ plan.cost < $0.cost * 0.9 }) ?? true { best = plan }
    }
    return best
  }

  /// The rarest row of exact bytes.
  private static func bestRun(in row: [Element]) -> Part? {
    var best: (cost: Double, range: Range<Int>, texts: [LiteralText])?
    var isFixed = true
    for start in row.indices {
      if start > 0 { isFixed = isFixed && row[start - 1].isFixed }
      if case .assertion = row[start].atom.content { continue }
      var texts = [LiteralText.empty]
      for end in start..<row.count {
        guard let next = LiteralText.product(texts, row[end].texts) else { break }
        texts = next
        guard texts.allSatisfy({ $0.bytes.count >= 2 }) else { continue }
        let all = unique(texts)
        // A variable prefix means a search instead of a check.
        let cost = all.reduce(0) { $0 + $1.hitsPerMegabyte } * (isFixed ? 1 : 8)
        if best.map({ cost < $0.cost }) ?? true { best = (cost, start..<(end + 1), all) }
        if texts.allSatisfy({ !$0.isComplete }) { break }
      }
    }
    return best.map { found in
      Part(
        texts: found.texts, before: row[..<found.range.lowerBound].map(\.atom),
        after: row[found.range.upperBound...].map(\.atom), cost: found.cost)
    }
  }

  /// Each text once; one that is also the beginning of something longer counts as such.
  private static func unique(_ texts: [LiteralText]) -> [LiteralText] {
    if texts.count == 1 { return [texts[0].normalised] }
    var seen: [LiteralText: Bool] = [:]
    for text in texts {
      var key = text.normalised
      let isComplete = key.isComplete
      key.isComplete = true
      seen[key] = (seen[key] ?? true) && isComplete
    }
    return seen.map { LiteralText(bytes: $0.bytes, isCaseless: $0.isCaseless, isComplete: $1) }
      .sorted(by: <)
  }
}

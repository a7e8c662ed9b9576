/// The check of a place before its pattern is run: which byte may stand before the literal, and
/// which rows of bytes behind it. Derived from the pattern, so that it never rejects what the
/// pattern accepts.
struct GuardPlan: Hashable, Sendable {
  /// So many bytes of a set.
  struct Step: Hashable, Sendable {
    var set: ByteSet
    var minimum: Int
    /// Nil without bound.
    var maximum: Int?
  }

  /// Bytes that may stand before the literal.
  var previous = ByteSet.all
  /// Whether the content may begin with the literal.
  var allowsStart = true
  /// Rows of steps, of which one must fit.
  var rows: [[Step]] = [[]]
  /// Where not 0: the first byte of an escape that must end right before the literal, or stand
  /// behind it; up to that one the rows hold, and what is said of the byte before the literal.
  var wanted: UInt8 = 0
  /// What must stand at some distance, besides the rows.
  var run: GuardRun?

  /// Positions that fit into the automaton's word.
  static let positions = 63
  /// Bytes behind the literal of an encoded pattern that are looked at: fewer than a line of
  /// encoded text holds.
  static let encodedReach = 44

  static let none = GuardPlan()

  init() {}

  /// Enough to tell most apart: thousands are compared at every start.
  func hash(into hasher: inout Hasher) {
    hasher.combine(previous)
    hasher.combine(rows.count)
    hasher.combine(rows.first?.count)
    hasher.combine(rows.first?.first)
    hasher.combine(run)
  }

  init(before: [PatternAtom], after: [PatternAtom], first: ByteSet) {
    (previous, allowsStart) = Self.previous(before, first)
    rows = GuardRows.rows(of: after).map { Self.steps($0) }
    if rows.contains(where: \.isEmpty) { rows = [[]] }
    run = GuardRun(after: after)
  }

  // MARK: behind the literal

  static func steps(_ atoms: [PatternAtom]) -> [Step] {
    var steps: [Step] = []
    var used = 0
    for atom in atoms {
      for step in Self.steps(atom) where step.maximum != 0 {
        let size = max(step.maximum ?? (step.minimum + 1), 1)
        guard used + size <= positions else {
          // More of them than there may be leave room for what follows.
          if step.maximum != nil, used + step.minimum + 1 < positions {
            used += step.minimum + 1
            steps.append(Step(set: step.set, minimum: step.minimum, maximum: nil))
            continue
          }
          // The beginning of what is left: whatever follows is not looked at.
          let rest = min(positions - used, step.minimum)
          if rest > 0 { steps.append(Step(set: step.set, minimum: rest, maximum: rest)) }
          return steps
        }
        used += size
        steps.append(step)
      }
    }
    return steps
  }

  private static func steps(_ atom: PatternAtom) -> [Step] {
    switch atom.content {
    case .assertion: return []
    case .bytes(let set): return [Step(set: set, minimum: atom.minimum, maximum: atom.maximum)]
    case .choice(let rows): return columns(rows) ?? covered(atom)
    }
  }

  private static func covered(_ atom: PatternAtom) -> [Step] {
    let width = atom.width
    return [Step(set: atom.alphabet, minimum: width.minimum, maximum: width.maximum)]
  }

  /// Choices of one fixed length, byte by byte.
  private static func columns(_ rows: [[PatternAtom]]) -> [Step]? {
    let widths = rows.map(PatternAtom.width(of:))
    guard let width = widths.first, width.isFixed, widths.allSatisfy({ $0 == width }),
      width.minimum <= positions
    else { return nil }
    var sets = [ByteSet](repeating: ByteSet(), count: width.minimum)
    for row in rows {
      var at = 0
      for step in row.flatMap({ steps($0) }) {
        guard step.minimum == step.maximum else { return nil }
        for _ in 0..<step.minimum {
          guard at < sets.count else { return nil }
          sets[at] = sets[at].union(step.set)
          at += 1
        }
      }
      guard at == sets.count else { return nil }
    }
    return sets.map { Step(set: $0, minimum: 1, maximum: 1) }
  }

  // MARK: before the literal

  private static func previous(_ before: [PatternAtom], _ first: ByteSet) -> (ByteSet, Bool) {
    var allowed = ByteSet.all
    var allowsStart = true
    var reached = ByteSet()
    for atom in before.reversed() {
      if case .assertion(let assertion) = atom.content {
        // Only conditions right at the literal: further left they are about another byte.
        guard reached.isEmpty else { return (allowed, allowsStart) }
        narrow(&allowed, &allowsStart, by: assertion, first)
        continue
      }
      let width = atom.width
      if width.maximum == 0 { continue }
      reached = reached.union(Self.lastBytes(atom))
      if width.minimum > 0 {
        // At the content's beginning nothing of the pattern's prefix can stand before the literal,
        // yet what the guard rejects there would be missing where a copy puts the prefix in front.
        return (allowed.intersection(reached), allowsStart)
      }
    }
    return (allowed, allowsStart)
  }

  private static func lastBytes(_ atom: PatternAtom) -> ByteSet { atom.alphabet }

  private static func narrow(
    _ allowed: inout ByteSet, _ allowsStart: inout Bool, by assertion: RegexAssertion,
    _ first: ByteSet
  ) {
    switch assertion {
    case .wordBoundary:
      if first.intersection(.word) == first {
        allowed = allowed.intersection(ByteSet.word.inverted)
      } else if first.intersection(.word).isEmpty {
        allowed = allowed.intersection(.word)
        allowsStart = false
      }
    case .notWordBoundary:
      if first.intersection(.word) == first {
        allowed = allowed.intersection(.word)
        allowsStart = false
      } else if first.intersection(.word).isEmpty {
        allowed = allowed.intersection(ByteSet.word.inverted)
      }
    case .contentStart: allowed = ByteSet()
    case .lineStart: allowed = allowed.intersection(ByteSet(0x0a))
    case .lookBehind(let node, let isNegative): narrow(&allowed, &allowsStart, node, isNegative)
    case .end, .lookAhead, .unknown: break
    }
  }

  private static func narrow(
    _ allowed: inout ByteSet, _ allowsStart: inout Bool, _ node: RegexNode, _ isNegative: Bool
  ) {
    let row = PatternAtom.row(of: node)
    guard row.count == 1, case .bytes(let set) = row[0].content, row[0].minimum == 1,
      row[0].maximum == 1
    else { return }
    allowed = allowed.intersection(isNegative ? set.inverted : set)
    if !isNegative { allowsStart = false }
  }

  // MARK: words

  /// What it asks for, for people.
  var words: String {
    var parts: [String] = []
    if previous != .all || !allowsStart {
      let start = allowsStart ? "the beginning or " : ""
      parts.append("before it \(start)\(previous)")
    }
    if wanted != 0 { parts.append("behind it \(ByteSet(wanted)) or an escape before it") }
    if rows != [[]] {
      parts.append("behind it " + rows.map(Self.words).joined(separator: " or "))
    }
    if let run { parts.append(run.words) }
    return parts.isEmpty ? "none" : parts.joined(separator: ", ")
  }

  private static func words(_ steps: [Step]) -> String {
    steps.map { step in
      let times =
        switch (step.minimum, step.maximum) {
        case (1, 1): ""
        case (let low, nil): "{\(low),}"
        case (let low, let high?): low == high ? "{\(low)}" : "{\(low),\(high)}"
        }
      return "\(step.set)\(times)"
    }.joined(separator: " ")
  }
}

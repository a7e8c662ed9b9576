/// A pattern as a flat row: each element may stand for more than the pattern accepts, never less.
struct PatternAtom: Sendable {
  enum Content: Sendable {
    /// `minimum` to `maximum` bytes of a set.
    case bytes(ByteSet)
    /// One of several rows.
    case choice([[PatternAtom]])
    case assertion(RegexAssertion)
  }

  var content: Content
  var minimum = 1
  /// Nil without bound.
  var maximum: Int? = 1

  /// Rows longer than this are covered instead of followed.
  private static let longest = 512

  static func cover(_ alphabet: ByteSet, _ width: RegexWidth) -> [PatternAtom] {
    if width.maximum == 0 { return [] }
    return [
      PatternAtom(content: .bytes(alphabet), minimum: width.minimum, maximum: width.maximum)
    ]
  }

  static func row(of node: RegexNode) -> [PatternAtom] {
    switch node {
    case .empty: return []
    case .byte(let set): return [PatternAtom(content: .bytes(set))]
    case .sequence(let parts):
      let row = parts.flatMap(row(of:))
      return row.count > longest ? cover(node.alphabet, node.width) : row
    case .choice(let parts): return choice(parts.map(row(of:)))
    case .group(let inner, _): return row(of: inner)
    case .assertion(let assertion):
      return [PatternAtom(content: .assertion(assertion), minimum: 0, maximum: 0)]
    case .opaque: return cover(.all, .unknown)
    case .repeated(let inner, let times): return repeated(inner, times, node)
    }
  }

  private static func choice(_ rows: [[PatternAtom]]) -> [PatternAtom] {
    var union = ByteSet()
    for row in rows {
      guard row.count == 1, case .bytes(let set) = row[0].content, row[0].minimum == 1,
        row[0].maximum == 1
      else { return [PatternAtom(content: .choice(rows))] }
      union = union.union(set)
    }
    return [PatternAtom(content: .bytes(union))]
  }

  private static func repeated(
    _ inner: RegexNode, _ times: RegexNode.Repetition, _ node: RegexNode
  ) -> [PatternAtom] {
    if times.maximum == 0 { return [] }
    let once = row(of: inner)
    if once.count == 1, case .bytes(let set) = once[0].content, once[0].minimum == 1,
      once[0].maximum == 1
    {
      return cover(set, RegexWidth(minimum: times.minimum, maximum: times.maximum))
    }
    if times.minimum == 0 {
      if times.maximum == 1 { return [PatternAtom(content: .choice([once, []]))] }
      return cover(inner.alphabet, node.width)
    }
    if times.maximum == times.minimum, times.minimum * once.count <= 32 {
      return (0..<times.minimum).flatMap { _ in once }
    }
    let rest = inner.width.repeated(times.minimum - 1, times.maximum.map { $0 - 1 })
    return once + cover(inner.alphabet, rest)
  }

  var width: RegexWidth {
    switch content {
    case .bytes: RegexWidth(minimum: minimum, maximum: maximum)
    case .choice(let rows): Self.width(of: rows)
    case .assertion: .zero
    }
  }

  var alphabet: ByteSet {
    switch content {
    case .bytes(let set): set
    case .choice(let rows): rows.joined().reduce(ByteSet()) { $0.union($1.alphabet) }
    case .assertion: ByteSet()
    }
  }

  static func width(of row: some Sequence<PatternAtom>) -> RegexWidth {
    row.reduce(.zero) { $0 + $1.width }
  }

  private static func width(of rows: [[PatternAtom]]) -> RegexWidth {
    rows.dropFirst().reduce(width(of: rows.first ?? [])) { $0.union(width(of: $1)) }
  }

  /// Rare bytes one by one, so that a literal can begin and end at each of them.
  static func splitting(_ row: [PatternAtom]) -> [PatternAtom] {
    row.flatMap { atom -> [PatternAtom] in
      guard case .bytes(let set) = atom.content, atom.minimum > 0, atom.maximum ?? 2 > 1,
        set.count <= 6, atom.minimum <= LiteralText.longest
      else { return [atom] }
      var parts = Array(
        repeating: PatternAtom(content: atom.content), count: atom.minimum)
      if atom.maximum != atom.minimum {
        parts.append(
          PatternAtom(
            content: atom.content, minimum: 0, maximum: atom.maximum.map { $0 - atom.minimum }))
      }
      return parts
    }
  }
}

/// How many bytes something takes.
struct RegexWidth: Hashable, Sendable {
  var minimum: Int
  /// Nil without bound.
  var maximum: Int?

  static let zero = RegexWidth(minimum: 0, maximum: 0)
  static let one = RegexWidth(minimum: 1, maximum: 1)
  static let unknown = RegexWidth(minimum: 0, maximum: nil)
  /// Wider than any window.
  private static let most = 1 << 24

  var isFixed: Bool { minimum == maximum }

  static func + (left: RegexWidth, right: RegexWidth) -> RegexWidth {
    RegexWidth(
      minimum: min(left.minimum + right.minimum, most),
      maximum: left.maximum.flatMap { a in right.maximum.map { min(a + $0, most) } })
  }

  func union(_ other: RegexWidth) -> RegexWidth {
    RegexWidth(
      minimum: min(minimum, other.minimum),
      maximum: maximum.flatMap { a in other.maximum.map { max(a, $0) } })
  }

  func repeated(_ low: Int, _ high: Int?) -> RegexWidth {
    let longest: Int? =
      if maximum == 0 || high == 0 {
        0
      } else {
        maximum.flatMap { a in
          high.map {
            a.multipliedReportingOverflow(by: $0).overflow ? Self.most : min(a * $0, Self.most)
          }
        }
      }
    let shortest = minimum.multipliedReportingOverflow(by: low)
    return RegexWidth(
      minimum: shortest.overflow ? Self.most : min(shortest.partialValue, Self.most),
      maximum: longest)
  }
}

extension RegexNode {
  var width: RegexWidth {
    switch self {
    case .empty, .assertion: .zero
    case .byte: .one
    case .sequence(let parts): parts.reduce(.zero) { $0 + $1.width }
    case .choice(let parts):
      parts.dropFirst().reduce(parts.first?.width ?? .zero) { $0.union($1.width) }
    case .group(let inner, _): inner.width
    case .repeated(let inner, let times): inner.width.repeated(times.minimum, times.maximum)
    case .opaque: .unknown
    }
  }

  /// All bytes that may stand in it.
  var alphabet: ByteSet {
    switch self {
    case .empty, .assertion: ByteSet()
    case .byte(let set): set
    case .sequence(let parts), .choice(let parts):
      parts.reduce(ByteSet()) { $0.union($1.alphabet) }
    case .group(let inner, _): inner.alphabet
    case .repeated(let inner, let times): times.maximum == 0 ? ByteSet() : inner.alphabet
    case .opaque: .all
    }
  }

  /// How far its conditions look beyond what it takes: bytes before its first and behind its last.
  var sight: (before: Int, after: Int) {
    switch self {
    case .empty, .byte, .opaque: return (0, 0)
    case .sequence(let parts), .choice(let parts):
      return parts.reduce((0, 0)) { (max($0.0, $1.sight.before), max($0.1, $1.sight.after)) }
    case .group(let inner, _), .repeated(let inner, _): return inner.sight
    case .assertion(let assertion):
      switch assertion {
      case .wordBoundary, .notWordBoundary: return (1, 1)
      case .contentStart, .lineStart: return (1, 0)
      // `$` looks at a newline and at what follows it.
      case .end: return (0, 2)
      case .lookAhead(let node, _):
        return (node.sight.before, (node.width.maximum ?? 256) + node.sight.after)
      case .lookBehind(let node, _):
        return ((node.width.maximum ?? 256) + node.sight.before, node.sight.after)
      case .unknown: return (1, 1)
      }
    }
  }
}

/// What can be told of a pattern's width without a set.
public enum PatternWidth {
  /// The fewest bytes that a capture group takes; nil where the pattern has no such group or is
  /// not understood.
  ///
  /// - Parameter group: nil for the whole match.
  public static func shortest(of pattern: String, group: Int? = nil) -> Int? {
    guard let tree = try? RegexParser.parse(pattern) else { return nil }
    guard let group, group > 0 else { return tree.width.minimum }
    var rest = group
    return tree.captured(&rest)?.width.minimum
  }
}

extension RegexNode {
  /// The group of a number, counted down to 0 by the order of opening brackets.
  fileprivate func captured(_ rest: inout Int) -> RegexNode? {
    switch self {
    case .empty, .byte, .opaque: return nil
    case .sequence(let parts), .choice(let parts):
      for part in parts {
        if let found = part.captured(&rest) { return found }
      }
      return nil
    case .group(let inner, let captures):
      if captures {
        rest -= 1
        if rest == 0 { return inner }
      }
      return inner.captured(&rest)
    case .repeated(let inner, _): return inner.captured(&rest)
    case .assertion(.lookAhead(let inner, _)), .assertion(.lookBehind(let inner, _)):
      return inner.captured(&rest)
    case .assertion: return nil
    }
  }
}

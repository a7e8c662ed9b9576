/// Leaves out what stands optionally in front of a pattern: `[\w.-]{0,50}?` before a key word only
/// names the secret, and without it the key word stands at a fixed place.
enum PrefixStripping {
  /// The pattern without its optional beginning.
  struct Result {
    var node: RegexNode
    /// Bytes of the text that are left out, ascending.
    var removed: [Range<Int>]
  }

  static func strip(_ node: RegexNode) -> Result {
    var result = Result(node: node, removed: [])
    while let (next, range) = step(result.node) {
      result.node = next
      result.removed.append(range)
    }
    return result
  }

  /// The text of the pattern without some parts, which leave an empty group.
  static func text(_ pattern: String, without removed: [Range<Int>]) -> String {
    var bytes = Array(pattern.utf8)
    for range in removed.reversed() { bytes.replaceSubrange(range, with: Array("(?:)".utf8)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func step(_ node: RegexNode) -> (RegexNode, Range<Int>)? {
    switch node {
    case .repeated(.byte, let times) where times.minimum == 0 && times.maximum != 0:
      return (.empty, times.source)
    case .group(let inner, captures: false):
      return step(inner).map { (.group($0, captures: false), $1) }
    case .sequence(var parts):
      for index in parts.indices {
        if isEmpty(parts[index]) { continue }
        guard let (next, range) = step(parts[index]) else { return nil }
        parts[index] = next
        return (.sequence(parts), range)
      }
      return nil
    default: return nil
    }
  }

  private static func isEmpty(_ node: RegexNode) -> Bool {
    switch node {
    case .empty: true
    case .group(let inner, captures: false): isEmpty(inner)
    case .sequence(let parts): parts.allSatisfy(isEmpty)
    default: false
    }
  }
}

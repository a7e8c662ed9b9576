/// Paths that are not searched, with the reason that the reports repeat.
public struct PathExclusion: Sendable, Hashable {
  /// `**` for any folders, `*` and `?` within one name; without `/` for a name in any folder.
  public var pattern: String
  public var reason: String

  public init(pattern: String, reason: String) {
    self.pattern = pattern
    self.reason = reason
  }

  public func covers(_ path: String) -> Bool {
    let pattern = Array(pattern.utf8)
    if Self.matches(pattern[...], Array(path.utf8)[...]) { return true }
    guard !pattern.contains(0x2f), let name = path.utf8.split(separator: 0x2f).last else {
      return false
    }
    return Self.matches(pattern[...], Array(name)[...])
  }

  /// Iterative, with one point to go back to for `*` and one for `**`, so that no pattern takes
  /// more than the product of both lengths.
  private static func matches(_ pattern: ArraySlice<UInt8>, _ path: ArraySlice<UInt8>) -> Bool {
    var (p, t) = (pattern.startIndex, path.startIndex)
    var star: (p: Int, t: Int)?
    var doubleStar: (p: Int, t: Int)?
    while t < path.endIndex || p < pattern.endIndex {
      if p < pattern.endIndex {
        if pattern[p...].starts(with: [0x2a, 0x2a]) {
          p += 2
          // `a/**/b` covers `a/b` too.
          if p < pattern.endIndex, pattern[p] == 0x2f { p += 1 }
          (doubleStar, star) = ((p, t), nil)
          continue
        }
        if pattern[p] == 0x2a {
          p += 1
          star = (p, t)
          continue
        }
        if t < path.endIndex,
          pattern[p] == path[t] || (pattern[p] == 0x3f && path[t] != 0x2f)
        {
          (p, t) = (p + 1, t + 1)
          continue
        }
      }
      if let back = star, back.t < path.endIndex, path[back.t] != 0x2f {
        star = (back.p, back.t + 1)
        (p, t) = (back.p, back.t + 1)
      } else if let back = doubleStar, back.t < path.endIndex {
        (doubleStar, star) = ((back.p, back.t + 1), nil)
        (p, t) = (back.p, back.t + 1)
      } else {
        return false
      }
    }
    return true
  }
}

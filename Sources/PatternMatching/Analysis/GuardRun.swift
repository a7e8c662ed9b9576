/// A row of bytes of one set that must stand somewhere behind a literal: what is left of a value
/// that may stand at some distance.
struct GuardRun: Hashable, Sendable {
  var set: ByteSet
  /// Bytes at least.
  var length: Int
  /// Bytes between the literal and the row, at most.
  var latest: Int

  /// Shorter rows, and those of more kinds of bytes, stand everywhere.
  private static let shortest = 6
  private static let mostKinds = 100
  /// Kinds of bytes in a distance that may hold anything.
  private static let anything = 200

  init(set: ByteSet, length: Int, latest: Int) {
    self.set = set
    self.length = length
    self.latest = latest
  }

  /// Nil where nothing of the kind follows from the atoms.
  init?(after atoms: [PatternAtom]) {
    let gap = atoms.lastIndex { atom in
      guard case .bytes(let set) = atom.content else { return false }
      return atom.maximum != 1 && set.count >= Self.anything
    }
    guard let gap else { return nil }
    let tail = atoms[(gap + 1)...]
    guard let latest = PatternAtom.width(of: atoms[...gap]).maximum,
      latest + Self.shortest <= GuardBytes.reach
    else { return nil }
    set = tail.reduce(ByteSet()) { $0.union($1.alphabet) }
    length = PatternAtom.width(of: tail).minimum
    self.latest = latest
    guard length >= Self.shortest, set.count <= Self.mostKinds else { return nil }
  }

  /// Whether it stands in these bytes, or may stand where they end.
  @inline(__always)
  func occurs(in bytes: borrowing GuardBytes) -> Bool {
    // Before it, no row can begin. No width of a pattern is near the largest number.
    var start = 0
    while start <= latest {
      let end = start &+ length
      if end > bytes.count, bytes.endsContent { return false }
      var at = min(end, bytes.count) &- 1
      while at >= start, set.contains(bytes[at]) { at &-= 1 }
      if at < start { return true }
      start = at &+ 1
    }
    return false
  }

  /// For people.
  var words: String { "within \(latest) bytes \(set){\(length),}" }
}

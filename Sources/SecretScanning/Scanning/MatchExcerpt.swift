import FindingModel
import PatternMatching

/// The part of a content that judging a match looks at. Taken while the content is at hand, so that
/// an object with matches is not read again when its paths are known.
public struct MatchExcerpt: Hashable, Sendable {
  /// The lines that the match stands on, and what ``AssignmentName`` sees before them.
  public let bytes: [UInt8]
  /// Where they begin in the content.
  let start: Int
  let position: ContentPosition

  /// Bytes of a long line that are kept on each side: as many as any filter looks at.
  private static let reach = max(MatchedText.reach, InlineAllowance.reach)

  /// The match as it stands in ``bytes``.
  func local(_ match: SecretMatch) -> SecretMatch {
    var match = match
    match.secret = (match.secret.lowerBound - start)..<(match.secret.upperBound - start)
    match.origin = match.origin?.moved(by: -start)
    return match
  }

  /// What is to be kept of a content for a match.
  static func range(of match: SecretMatch, in content: Span<UInt8>) -> Range<Int> {
    let whole = match.origin?.range ?? match.secret
    let low = min(whole.lowerBound, match.secret.lowerBound, content.count)
    let high = min(max(whole.upperBound, match.secret.upperBound), content.count)
    var start = low
    while start > 0, low - start < reach, content[start - 1] != 0x0a { start -= 1 }
    var end = high
    while end < content.count, end - high < reach, content[end] != 0x0a { end += 1 }
    return max(0, min(start, low - AssignmentName.farthest))..<end
  }
}

/// Excerpts of one worker. Versions of a file share most of their lines: equal ones are held once,
/// and beyond a limit none, so that a content full of matches costs time and not memory.
struct ExcerptKeeper {
  /// Of all excerpts of a worker, and of those of one content, in bytes.
  private static let most = 48 << 20
  private static let mostOfContent = 1 << 20

  /// Bytes that are hashed all at once, not one by one.
  private struct Held: Hashable {
    let bytes: [UInt8]

    func hash(into hasher: inout Hasher) { ContentBytes.hash(bytes, into: &hasher) }
  }

  private var known: Set<Held> = []
  private var held = 0

  /// The excerpts of all matches; nil where they would be too large.
  mutating func excerpts(of matches: [SecretMatch], in content: Span<UInt8>) -> [MatchExcerpt]? {
    guard held < Self.most else { return nil }
    let positions = ContentPosition.positions(of: matches.map(\.secret), in: content)
    var excerpts: [MatchExcerpt] = []
    excerpts.reserveCapacity(matches.count)
    var size = 0
    for (match, position) in zip(matches, positions) {
      let range = MatchExcerpt.range(of: match, in: content)
      size += range.count
      guard size <= Self.mostOfContent else { return nil }
      excerpts.append(
        MatchExcerpt(
          bytes: shared(ContentBytes.copy(range, of: content)), start: range.lowerBound,
          position: position))
    }
    return excerpts
  }

  private mutating func shared(_ bytes: [UInt8]) -> [UInt8] {
    let (isNew, member) = known.insert(Held(bytes: bytes))
    if isNew { held += bytes.count + 64 }
    return member.bytes
  }
}

/// One worker's judging of excerpts: the same lines come again in version after version of a file.
final class CachedAssessment {
  /// Everything that an assessment depends on.
  private struct Key: Hashable {
    var bytes: [UInt8]
    var match: SecretMatch
    var path: String?
  }

  /// An assessment, nil where the match is none, and the comment that allows it.
  typealias Outcome = (secret: AssessedSecret?, comment: String?)

  /// Entries before all are forgotten.
  private static let most = 1 << 16

  let worker: any SecretMatchWorker
  private var known: [Key: Outcome] = [:]

  init(_ worker: any SecretMatchWorker) { self.worker = worker }

  func outcome(of match: SecretMatch, _ excerpt: MatchExcerpt, path: String?) -> Outcome {
    let match = excerpt.local(match)
    let key = Key(bytes: excerpt.bytes, match: match, path: path)
    if let outcome = known[key] { return outcome }
    let secret = worker.assess(match, in: excerpt.bytes.span, path: path)
    let comment =
      secret == nil ? nil : InlineAllowance.comment(at: match.secret, in: excerpt.bytes.span)
    if known.count >= Self.most { known.removeAll() }
    known[key] = (secret, comment)
    return (secret, comment)
  }
}

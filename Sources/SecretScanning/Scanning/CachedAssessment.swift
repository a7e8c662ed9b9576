import FindingModel

/// A match at a path, judged: what all sightings of the same lines have in common.
final class JudgedMatch {
  let secret: AssessedSecret
  /// The inline comment that allows it.
  let comment: String?
  /// The secret, masked.
  private(set) lazy var preview = secret.value.preview
  private var identity: (place: String, id: String)?

  init(_ secret: AssessedSecret, comment: String?) {
    self.secret = secret
    self.comment = comment
  }

  /// The identity of the secret.
  ///
  /// - Parameter place: its path, or what stands for one.
  func id(at place: String) -> String {
    if let identity, identity.place == place { return identity.id }
    let id = Fingerprint.secret(value: secret.normalised, path: place, name: secret.name)
    identity = (place, id)
    return id
  }
}

/// One worker's judging of excerpts: the same lines come again in version after version of a file.
final class CachedAssessment {
  /// Everything that an assessment depends on.
  private struct Key: Hashable {
    var bytes: [UInt8]
    var match: SecretMatch
    var path: String?

    /// Few matches share all of these.
    func hash(into hasher: inout Hasher) {
      ContentBytes.hash(bytes, into: &hasher)
      hasher.combine(match.rule)
      hasher.combine(match.secret.lowerBound)
      hasher.combine(path)
    }
  }

  /// Entries before all are forgotten.
  private static let most = 1 << 16

  let worker: any SecretMatchWorker
  private var known: [Key: JudgedMatch?] = [:]

  init(_ worker: any SecretMatchWorker) { self.worker = worker }

  /// Nil where the match is none.
  func outcome(of match: SecretMatch, _ excerpt: MatchExcerpt, path: String?) -> JudgedMatch? {
    let match = excerpt.local(match)
    let key = Key(bytes: excerpt.bytes, match: match, path: path)
    if let outcome = known[key] { return outcome }
    let outcome = worker.assess(match, in: excerpt.bytes.span, path: path).map { secret in
      JudgedMatch(
        secret, comment: InlineAllowance.comment(at: match.secret, in: excerpt.bytes.span))
    }
    if known.count >= Self.most { known.removeAll() }
    known.updateValue(outcome, forKey: key)
    return outcome
  }
}

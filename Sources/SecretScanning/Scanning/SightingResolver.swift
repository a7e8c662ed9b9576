import FindingModel

/// Turns the matches of one content into sightings: judges them at each path, settles overlaps,
/// finds lines and allow comments.
struct SightingResolver: Sendable {
  let matcher: any SecretMatcher
  let exclusions: [PathExclusion]

  /// - Parameter spots: everywhere the content stands.
  func resolve(
    _ matches: [SecretMatch], in content: Span<UInt8>, at spots: [Spot],
    _ worker: any SecretMatchWorker, into result: inout Sightings
  ) {
    let positions = ContentPosition.positions(of: matches.map(\.secret), in: content)
    var comments: [Range<Int>: String?] = [:]
    for spot in spots {
      let path = spot.location.path
      if let path, exclusions.contains(where: { $0.covers(path) }) { continue }
      for match in matches where !match.isJudged {
        let subject = path ?? spot.location.object ?? "content"
        result.gaps.append(
          GapWords.unjudged(subject, path: path, rule: matcher.ruleID(match.rule)))
      }
      for (match, secret) in judged(matches, in: content, at: path, worker) {
        let comment =
          comments[match.secret] ?? InlineAllowance.comment(at: match.secret, in: content)
        comments[match.secret] = .some(comment)
        result.all.append(
          sighting(secret, spot, positions[match.secret], comment))
      }
    }
  }

  private func sighting(
    _ secret: AssessedSecret, _ spot: Spot, _ position: ContentPosition?, _ comment: String?
  ) -> Sighting {
    var location = spot.location
    if location.path != nil, let position {
      location.line = position.line
      location.column = position.column
      location.endLine = position.endLine == position.line ? nil : position.endLine
    }
    let id = Fingerprint.secret(
      value: secret.normalised, path: location.path ?? Self.place(location), name: secret.name)
    return Sighting(
      id: id, rule: secret.rule, confidence: secret.confidence, signals: secret.signals,
      preview: secret.value.preview, location: location, order: spot.order,
      isCurrent: spot.isCurrent,
      comment: comment, morePaths: spot.morePaths)
  }

  /// What stands for the path of text without one; the same after a rebase.
  private static func place(_ location: Location) -> String {
    guard let object = location.object else { return "" }
    return object.hasPrefix("config ") ? object : String(object.prefix { $0 != " " })
  }

  /// Of matches that share bytes the surest stays, and those of exactly its bytes beside it.
  func judged(
    _ matches: [SecretMatch], in content: Span<UInt8>, at path: String?,
    _ worker: any SecretMatchWorker
  ) -> [(SecretMatch, AssessedSecret)] {
    var judged: [(SecretMatch, AssessedSecret)] = []
    for match in matches where match.isJudged {
      if let secret = worker.assess(match, in: content, path: path) {
        judged.append((match, secret))
      }
    }
    judged.sort { Self.isBetter($0, $1) }
    var kept: [(SecretMatch, AssessedSecret)] = []
    var taken = OccupiedRanges()
    for candidate in judged where taken.insert(candidate.0.secret) { kept.append(candidate) }
    return kept.sorted { $0.0 < $1.0 }
  }

  private static func isBetter(
    _ left: (SecretMatch, AssessedSecret), _ right: (SecretMatch, AssessedSecret)
  ) -> Bool {
    let (a, b) = (left.1, right.1)
    if a.confidence != b.confidence { return a.confidence > b.confidence }
    if a.rule.severity != b.rule.severity { return a.rule.severity > b.rule.severity }
    if left.0.secret.count != right.0.secret.count {
      return left.0.secret.count > right.0.secret.count
    }
    return (a.rule.id, left.0) < (b.rule.id, right.0)
  }
}

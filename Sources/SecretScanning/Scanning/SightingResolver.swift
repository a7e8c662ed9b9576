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
    for spot in spots where isSearched(spot) {
      noteUnjudged(matches, spot, into: &result)
      for (index, secret) in judged(matches, in: content, at: spot.location.path, worker) {
        let place = matches[index].secret
        let comment = comments[place] ?? InlineAllowance.comment(at: place, in: content)
        comments[place] = .some(comment)
        result.all.append(sighting(secret, spot, positions[place], comment))
      }
    }
  }

  /// The same of what was kept of a content.
  ///
  /// - Parameter excerpts: one for each match.
  func resolve(
    _ matches: [SecretMatch], _ excerpts: [MatchExcerpt], at spots: [Spot],
    _ judge: CachedAssessment, into result: inout Sightings
  ) {
    for spot in spots where isSearched(spot) {
      noteUnjudged(matches, spot, into: &result)
      var comments: [Int: String] = [:]
      let kept = Self.settled(matches) { index in
        let outcome = judge.outcome(
          of: matches[index], excerpts[index], path: spot.location.path)
        comments[index] = outcome.comment
        return outcome.secret
      }
      for (index, secret) in kept {
        result.all.append(
          sighting(secret, spot, excerpts[index].position, comments[index]))
      }
    }
  }

  private func isSearched(_ spot: Spot) -> Bool {
    guard let path = spot.location.path else { return true }
    return !exclusions.contains { $0.covers(path) }
  }

  private func noteUnjudged(_ matches: [SecretMatch], _ spot: Spot, into result: inout Sightings) {
    for match in matches where !match.isJudged {
      let path = spot.location.path
      result.gaps.append(
        GapWords.unjudged(
          path ?? spot.location.object ?? "content", path: path, rule: matcher.ruleID(match.rule)))
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
  ///
  /// - Returns: numbers of matches, by place, with what they are worth.
  func judged(
    _ matches: [SecretMatch], in content: Span<UInt8>, at path: String?,
    _ worker: any SecretMatchWorker
  ) -> [(Int, AssessedSecret)] {
    Self.settled(matches) { worker.assess(matches[$0], in: content, path: path) }
  }

  private static func settled(_ matches: [SecretMatch], _ assess: (Int) -> AssessedSecret?)
    -> [(Int, AssessedSecret)]
  {
    var judged: [(Int, AssessedSecret)] = []
    for index in matches.indices where matches[index].isJudged {
      if let secret = assess(index) { judged.append((index, secret)) }
    }
    if judged.count > 1 {
      judged.sort { isBetter((matches[$0.0], $0.1), (matches[$1.0], $1.1)) }
    }
    var kept: [(Int, AssessedSecret)] = []
    var taken = OccupiedRanges()
    for candidate in judged where taken.insert(matches[candidate.0].secret) {
      kept.append(candidate)
    }
    return kept.sorted { matches[$0.0] < matches[$1.0] }
  }

  private static func isBetter(
    _ left: (SecretMatch, AssessedSecret), _ right: (SecretMatch, AssessedSecret)
  ) -> Bool {
    let (a, b) = (left.1, right.1)
    if a.confidence != b.confidence { return a.confidence > b.confidence }
    if a.rule.isGeneric != b.rule.isGeneric { return b.rule.isGeneric }
    if a.rule.severity != b.rule.severity { return a.rule.severity > b.rule.severity }
    if left.0.secret.count != right.0.secret.count {
      return left.0.secret.count > right.0.secret.count
    }
    return (a.rule.id, left.0) < (b.rule.id, right.0)
  }
}

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
      let kept = Self.settled(matches) { index in
        worker.assess(matches[index], in: content, path: spot.location.path).map { secret in
          let place = matches[index].secret
          let comment = comments[place] ?? InlineAllowance.comment(at: place, in: content)
          comments[place] = .some(comment)
          return JudgedMatch(secret, comment: comment)
        }
      }
      for (index, judged) in kept {
        result.all.append(sighting(judged, spot, positions[index]))
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
      let kept = Self.settled(matches) { index in
        judge.outcome(of: matches[index], excerpts[index], path: spot.location.path)
      }
      for (index, judged) in kept {
        result.all.append(sighting(judged, spot, excerpts[index].position))
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
    _ judged: JudgedMatch, _ spot: Spot, _ position: ContentPosition
  ) -> Sighting {
    var location = spot.location
    if location.path != nil {
      location.line = position.line
      location.column = position.column
      location.endLine = position.endLine == position.line ? nil : position.endLine
    }
    let secret = judged.secret
    return Sighting(
      id: judged.id(at: location.path ?? Self.place(location)), rule: secret.rule,
      confidence: secret.confidence, signals: secret.signals, preview: judged.preview,
      location: location, order: spot.order, isCurrent: spot.isCurrent, comment: judged.comment,
      morePaths: spot.morePaths)
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
    let kept = Self.settled(matches) { index in
      worker.assess(matches[index], in: content, path: path).map { JudgedMatch($0, comment: nil) }
    }
    return kept.map { ($0.0, $0.1.secret) }
  }

  private static func settled(_ matches: [SecretMatch], _ assess: (Int) -> JudgedMatch?)
    -> [(Int, JudgedMatch)]
  {
    var judged: [(Int, JudgedMatch)] = []
    for index in matches.indices where matches[index].isJudged {
      if let match = assess(index) { judged.append((index, match)) }
    }
    if judged.count < 2 { return judged }
    judged.sort { isBetter((matches[$0.0], $0.1.secret), (matches[$1.0], $1.1.secret)) }
    var kept: [(Int, JudgedMatch)] = []
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

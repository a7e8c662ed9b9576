import FindingModel

/// A secret at one place; one object however often it is sorted and grouped, since there may be a
/// hundred thousand.
final class Sighting: Sendable {
  /// The identity of the secret.
  let id: String
  let rule: RuleWords
  let confidence: Confidence
  /// Why, one line for each signal.
  let signals: [String]
  /// The secret, masked: its value is not kept.
  let preview: String
  let location: Location
  let order: Int
  let isCurrent: Bool
  /// The inline comment that allows it here.
  let comment: String?
  /// Paths of the same content that are only counted.
  let morePaths: Int

  init(
    id: String, rule: RuleWords, confidence: Confidence, signals: [String], preview: String,
    location: Location, order: Int, isCurrent: Bool, comment: String?, morePaths: Int
  ) {
    (self.id, self.rule, self.confidence) = (id, rule, confidence)
    (self.signals, self.preview, self.location) = (signals, preview, location)
    (self.order, self.isCurrent) = (order, isCurrent)
    (self.comment, self.morePaths) = (comment, morePaths)
  }
}

/// What a part of a scan has seen, and could not judge.
struct Sightings: Sendable {
  var all: [Sighting] = []
  var gaps: [Gap] = []

  mutating func merge(_ other: Sightings) {
    all += other.all
    gaps += other.gaps
  }
}

import FindingModel

/// A secret at one place.
struct Sighting: Sendable {
  /// The identity of the secret.
  var id: String
  var rule: RuleWords
  var confidence: Confidence
  /// Why, one line for each signal.
  var signals: [String]
  /// The secret, masked: its value is not kept.
  var preview: String
  var location: Location
  var order: Int
  var isCurrent: Bool
  /// The inline comment that allows it here.
  var comment: String?
  /// Paths of the same content that are only counted.
  var morePaths = 0
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

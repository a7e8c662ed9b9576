import FindingModel

/// One base score out of several.
enum CVSSChoice {
  /// The highest of those that are scores at all; 0 says nothing.
  static func best(_ scores: [(Double, String?)]) -> CVSS? {
    scores.filter { $0.0 > 0 && $0.0 <= 10 }.max { $0.0 < $1.0 }
      .map { CVSS(score: $0.0, vector: $0.1.map(Words.line)) }
  }
}

/// Levenshtein distance, to name the key somebody meant.
public enum EditDistance {
  /// The candidate with the fewest edits, where they are at most a third of the word's length (and
  /// two for short words); of equals the first in order.
  public static func nearest(to word: String, among candidates: some Collection<String>) -> String?
  {
    let limit = max(2, word.count / 3)
    let ranked = candidates.map { ($0, distance(word, $0)) }.filter { $0.1 <= limit }
    return ranked.min { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 < $1.1 }?.0
  }

  static func distance(_ left: String, _ right: String) -> Int {
    let (a, b) = (Array(left.utf8.prefix(200)), Array(right.utf8.prefix(200)))
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = x == y ? diagonal : 1 + min(diagonal, above, row[j])
        diagonal = above
      }
    }
    return row[b.count]
  }
}

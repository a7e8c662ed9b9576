/// Versions lowest first, numbers as numbers; good enough to name the nearest fix.
enum VersionOrder {
  static func sorted(_ versions: [String]) -> [String] {
    let texts = Set(versions.filter { !$0.isEmpty })
    return texts.map { ($0, parts($0)) }.sorted { isLower($0, $1) }.map(\.0)
  }

  private static func isLower(_ left: (String, [Part]), _ right: (String, [Part])) -> Bool {
    for (a, b) in zip(left.1, right.1) where a != b { return a < b }
    return left.1.count == right.1.count ? left.0 < right.0 : left.1.count < right.1.count
  }

  private enum Part: Comparable {
    /// A letter ends a version before its number does: 2.0rc1 is lower than 2.0.1.
    case word(String)
    case number(Int)
  }

  private static func parts(_ version: String) -> [Part] {
    version.split { !$0.isLetter && !$0.isNumber }.flatMap { piece -> [Part] in
      var parts: [Part] = []
      var rest = piece
      while let first = rest.first {
        let run = rest.prefix { $0.isNumber == first.isNumber }
        parts.append(Int(run).map(Part.number) ?? .word(String(run)))
        rest = rest.dropFirst(run.count)
      }
      return parts
    }
  }
}

import FindingModel

/// Findings about code by identity: equal snippets of a rule in a file are numbered in the order of
/// their lines.
enum CodeGrouping {
  /// - Parameters:
  ///   - positions: those of `records` that are about code; each is given its snippet and how often
  ///     it stands in its file.
  ///   - groups: positions by identity, added to.
  static func group(
    _ records: inout [FindingRecord], at positions: [Int], into groups: inout [String: [Int]],
    source: @escaping (String) -> [UInt8]?
  ) {
    var snippets = SnippetReading(source: source)
    var places: [Place: [Int]] = [:]
    for position in positions {
      guard case .code(let rule, let path, let snippet) = records[position].finding.basis else {
        continue
      }
      let text: String
      if let snippet {
        text = snippet
      } else {
        text = snippets.snippet(path, records[position].finding.locations.first)
        records[position].finding.basis = .code(rule: rule, path: path, snippet: text)
      }
      places[Place(rule: rule, path: path, snippet: text), default: []].append(position)
    }
    for (place, positions) in places { add(place, positions, &records, &groups) }
  }

  private struct Place: Hashable {
    var rule: String
    var path: String
    var snippet: String
  }

  /// The k-th record on a line is the same occurrence in each report.
  private struct Occurrence: Hashable, Comparable {
    var line: Int
    var index: Int

    static func < (left: Self, right: Self) -> Bool {
      (left.line, left.index) < (right.line, right.index)
    }
  }

  private static func add(
    _ place: Place, _ positions: [Int], _ records: inout [FindingRecord],
    _ groups: inout [String: [Int]]
  ) {
    guard positions.count > 1 else {
      let id = Fingerprint.code(
        rule: place.rule, path: place.path, snippet: place.snippet, ordinal: 0)
      records[positions[0]].count = 1
      groups[id, default: []].append(positions[0])
      return
    }
    let ordered = positions.sorted { precedes(records[$0], records[$1]) }
    var occurrences: [Occurrence: [Int]] = [:]
    var counts: [[Int]: Int] = [:]
    for position in ordered {
      let line = records[position].finding.locations.first?.line ?? 0
      let index = counts[[records[position].report, line], default: 0]
      counts[[records[position].report, line]] = index + 1
      occurrences[Occurrence(line: line, index: index), default: []].append(position)
    }
    for (ordinal, occurrence) in occurrences.keys.sorted().enumerated() {
      let id = Fingerprint.code(
        rule: place.rule, path: place.path, snippet: place.snippet, ordinal: ordinal)
      for position in occurrences[occurrence] ?? [] {
        records[position].count = occurrences.count
        groups[id, default: []].append(position)
      }
    }
  }

  private static func precedes(_ left: FindingRecord, _ right: FindingRecord) -> Bool {
    let (a, b) = (left.finding.locations.first, right.finding.locations.first)
    if a?.line != b?.line { return a?.line ?? 0 < b?.line ?? 0 }
    if a?.column != b?.column { return a?.column ?? 0 < b?.column ?? 0 }
    return FindingRecord.precedes(left, right)
  }
}

import FindingModel

/// Findings about code by identity: equal snippets of a rule in a file are numbered in the order of
/// their lines.
struct CodeGrouping {
  private(set) var groups: [String: [FindingRecord]] = [:]

  init(_ records: [FindingRecord], source: @escaping (String) -> [UInt8]?) {
    var snippets = SnippetReading(source: source)
    var places: [Place: [FindingRecord]] = [:]
    for var record in records {
      guard case .code(let rule, let path, let snippet) = record.finding.basis else { continue }
      let text = snippet ?? snippets.snippet(path, record.finding.locations.first)
      record.finding.basis = .code(rule: rule, path: path, snippet: text)
      places[Place(rule: rule, path: path, snippet: text), default: []].append(record)
    }
    for (place, records) in places { add(place, records) }
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

  private mutating func add(_ place: Place, _ records: [FindingRecord]) {
    var occurrences: [Occurrence: [FindingRecord]] = [:]
    var counts: [[Int]: Int] = [:]
    for record in records.sorted(by: Self.precedes) {
      let line = record.finding.locations.first?.line ?? 0
      let index = counts[[record.report, line], default: 0]
      counts[[record.report, line]] = index + 1
      occurrences[Occurrence(line: line, index: index), default: []].append(record)
    }
    for (ordinal, occurrence) in occurrences.keys.sorted().enumerated() {
      let id = Fingerprint.code(
        rule: place.rule, path: place.path, snippet: place.snippet, ordinal: ordinal)
      for var record in occurrences[occurrence] ?? [] {
        record.count = occurrences.count
        groups[id, default: []].append(record)
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

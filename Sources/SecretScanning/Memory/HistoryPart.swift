import FindingModel

/// What the objects of a repository and the names of its references contribute to a scan: all but
/// configuration, index and files, which are looked at anew each time.
struct HistoryPart: Sendable {
  var sightings = Sightings()
  /// Counters, gaps and what was skipped, of objects and references alone.
  var coverage = Coverage()

  init() {}

  /// Texts that a person wrote: where one of them holds a secret, nothing is kept.
  var texts: [String] {
    let locations = sightings.all.map(\.location)
    return locations.compactMap(\.path) + locations.compactMap(\.author)
      + locations.compactMap(\.object) + sightings.all.compactMap(\.comment)
      + sightings.all.flatMap(\.signals)
      + (sightings.gaps + coverage.gaps).flatMap {
        [$0.subject, $0.detail] + ($0.path.map { [$0] } ?? [])
      }
      + coverage.skipped.map(\.subject)
  }

  /// Whether somebody may mend what could not be read without a trace in the names of things.
  var isMendable: Bool {
    (sightings.gaps + coverage.gaps).contains { $0.kind == .corrupt || $0.kind == .unreadable }
  }

  func encoded() -> [UInt8] {
    var writer = MemoryWriter()
    var numbers: [RuleWords: Int] = [:]
    var rules: [RuleWords] = []
    for sighting in sightings.all where numbers[sighting.rule] == nil {
      numbers[sighting.rule] = rules.count
      rules.append(sighting.rule)
    }
    writer.list(rules) { $0.rule($1) }
    writer.list(sightings.all) { writer, sighting in
      writer.number(numbers[sighting.rule] ?? 0)
      writer.sighting(sighting)
    }
    writer.list(sightings.gaps) { $0.gap($1) }
    writer.coverage(coverage)
    return writer.bytes
  }

  /// Nil where the bytes are not what `encoded` gives.
  init?(_ bytes: [UInt8]) {
    var reader = MemoryReader(bytes)
    do {
      let rules = try reader.list { try $0.rule() }
      sightings.all = try reader.list { reader in
        let number = try reader.number()
        guard rules.indices.contains(number) else { throw MemoryReader.Malformed() }
        return try reader.sighting(of: rules[number])
      }
      sightings.gaps = try reader.list { try $0.gap() }
      coverage = try reader.coverage()
      guard reader.isAtEnd else { return nil }
    } catch {
      return nil
    }
  }
}

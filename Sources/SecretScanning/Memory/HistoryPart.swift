import FindingModel

/// What the objects of a repository and the names of its references contribute to a scan: all but
/// configuration, index and files, which are looked at anew each time.
struct HistoryPart: Sendable {
  var sightings = Sightings()
  /// Counters, gaps and what was skipped, of the objects alone.
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
    for count in [
      coverage.commits, coverage.trees, coverage.blobs, coverage.tags, coverage.bytes,
    ] {
      writer.number(count)
    }
    writer.list(coverage.gaps) { $0.gap($1) }
    writer.list(coverage.skipped) { writer, skipped in
      writer.text(skipped.kind)
      writer.text(skipped.subject)
      writer.optional(skipped.reason)
    }
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
      coverage.commits = try reader.number()
      coverage.trees = try reader.number()
      coverage.blobs = try reader.number()
      coverage.tags = try reader.number()
      coverage.bytes = try reader.number()
      coverage.gaps = try reader.list { try $0.gap() }
      coverage.skipped = try reader.list { reader in
        Coverage.Skipped(
          kind: try reader.text(), subject: try reader.text(), reason: try reader.optionalText())
      }
      guard reader.isAtEnd else { return nil }
    } catch {
      return nil
    }
  }
}

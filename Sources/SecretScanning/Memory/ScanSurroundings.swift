import FindingModel

/// What a scan has seen besides objects and references, and how it was asked: with the state of the
/// history everything that decides the result.
struct ScanSurroundings {
  let result: SecretScanResult
  let sightings: Sightings
  let options: SecretScanOptions

  /// Of everything; the same for any number of jobs.
  var digest: String {
    var writer = MemoryWriter()
    writer.text(sightingsDigest)
    writer.scope(result.scope)
    var counts = result.coverage
    (counts.gaps, counts.skipped) = ([], [])
    writer.coverage(counts)
    writer.list(options.exclusions) { writer, exclusion in
      writer.text(exclusion.pattern)
      writer.text(exclusion.reason)
    }
    writer.sorted(result.coverage.gaps + sightings.gaps) { $0.gap($1) }
    writer.sorted(result.coverage.skipped) { writer, skipped in
      writer.text(skipped.kind)
      writer.text(skipped.subject)
      writer.optional(skipped.reason)
    }
    return SHA256.hexadecimal(writer.bytes)
  }

  /// Of what decides the findings alone.
  var sightingsDigest: String {
    var writer = MemoryWriter()
    writer.text(options.minimumConfidence.rawValue)
    writer.sorted(sightings.all) { writer, sighting in
      writer.rule(sighting.rule)
      writer.sighting(sighting)
    }
    return SHA256.hexadecimal(writer.bytes)
  }
}

import FindingModel
import GitHistory

/// How the part of a grown history differs from the remembered part.
struct HistoryChange: Sendable {
  /// The state that the remembered part was kept for.
  let base: String
  /// Of the grown history.
  var coverage = Coverage()
  /// Blobs and other objects of which nothing remembered holds.
  var blobs: Set<ObjectID> = []
  var objects: Set<String> = []
  /// What takes its place.
  var sightings = Sightings()
  /// The snapshot with the packs as they are now, where that is worth keeping.
  var snapshot: HistorySnapshot?

  init(base: String) { self.base = base }

  /// - Parameter part: that of the base.
  func applied(to part: HistoryPart) -> HistoryPart {
    var part = part
    let blobs = Set(blobs.map(\.description))
    part.sightings.all.removeAll { sighting in
      let location = sighting.location
      return location.blob.map(blobs.contains) ?? false
        || location.object.map(objects.contains) ?? false
    }
    part.sightings.merge(sightings)
    part.coverage = coverage
    return part
  }

  /// What tells this part's sightings from those of other changes.
  var digest: String {
    var writer = MemoryWriter()
    writer.text(base)
    writer.list(blobs.sorted()) { $0.id($1) }
    writer.list(objects.sorted()) { $0.text($1) }
    writer.sorted(sightings.all) { writer, sighting in
      writer.rule(sighting.rule)
      writer.sighting(sighting)
    }
    return SHA256.hexadecimal(writer.bytes)
  }
}

extension MemoryWriter {
  /// Elements in an order of their own, each with texts of its own: the same for any order.
  mutating func sorted<Element>(
    _ elements: [Element], _ body: (inout MemoryWriter, Element) -> Void
  ) {
    let parts = elements.map { element in
      var writer = MemoryWriter()
      body(&writer, element)
      return writer.bytes
    }
    list(parts.sorted { $0.lexicographicallyPrecedes($1) }) { writer, part in
      writer.number(part.count)
      writer.raw(part)
    }
  }
}

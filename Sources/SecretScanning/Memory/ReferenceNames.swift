import GitHistory

/// The names of references, as far as they decide what is reported about the names themselves.
struct ReferenceNames {
  private struct Entry: Hashable {
    var name: [UInt8]
    var isOwn: Bool
  }

  private let references: [Reference]

  /// - Parameter references: sorted by name.
  init(_ references: [Reference]) { self.references = references }

  func encoded() -> [UInt8] {
    var writer = MemoryWriter()
    writer.list(references) { writer, reference in
      writer.number(reference.name.count)
      writer.raw(reference.name)
      writer.number(Self.isOwn(reference) ? 1 : 0)
    }
    return writer.bytes
  }

  /// Nobody else gets it, or it leads nowhere.
  private static func isOwn(_ reference: Reference) -> Bool {
    reference.isStash || reference.target == nil
  }

  /// References that are not as they were, and texts of those that were otherwise.
  func changes(since encoded: [UInt8]) throws -> (added: [Reference], dropped: Set<String>) {
    if self.encoded() == encoded { return ([], []) }
    var reader = MemoryReader(encoded)
    let old = Set(
      try reader.list { reader in
        let name = Array(try reader.raw(try reader.number()))
        return Entry(name: name, isOwn: try reader.number() == 1)
      })
    var kept: Set<Entry> = []
    var added: [Reference] = []
    for reference in references {
      let entry = Entry(name: reference.name, isOwn: Self.isOwn(reference))
      if old.contains(entry) { kept.insert(entry) } else { added.append(reference) }
    }
    let dropped = old.subtracting(kept).map {
      "ref " + Reference(name: $0.name, target: nil).text
    }
    return (added, Set(dropped))
  }
}

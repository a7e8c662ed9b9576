import FindingModel
import GitHistory

/// What is to be known of a history that was searched whole, to tell what a grown one adds to it.
///
/// Kept only where nothing that counts is missing, unreadable or left out, so that what is old stays
/// as it is.
struct HistorySnapshot: Sendable, Hashable {
  /// The state that the history's part is kept for; it stands for the part.
  var state: String
  /// Packs and folders of objects, and the loose objects, when they were last looked at.
  var packs: [String]
  var loose: [ObjectID]
  /// Objects that have come since, to be searched in each scan.
  var since: [ObjectID] = []
  var head: ObjectID?
  /// Trees and blobs that a reference names.
  var others: [ObjectID]
  var shallow: [ObjectID]
  var isPartial: Bool
  var coverage: Coverage
  /// All objects: 16 bytes of each name, sorted.
  var names: MemoryTable
  /// Commits by name: 16 bytes, position in `order` and whether a reference reaches it.
  var commits: MemoryTable
  /// Oldest first: date, and the position in `commits`.
  var order: MemoryTable
  /// The commits that references name, sorted.
  var tips: MemoryTable
  /// Annotated tags that a reference names, sorted.
  var tags: MemoryTable
  /// Of the references, see `ReferenceNames`.
  var references: MemoryTable
  /// Objects with hits, sorted: 20 bytes each, kinds apart.
  var blobHits: MemoryTable
  var tagHits: MemoryTable
  /// See `RememberedPlaces`.
  var places: MemoryTable
  /// Entries of the index that hold such a blob.
  var index: MemoryTable
  /// Objects that only unreachable ones name and nobody has; sorted.
  var missing: MemoryTable

  private var tables: [MemoryTable] {
    [
      names, commits, order, tips, tags, references, blobHits, tagHits, places, index,
      missing,
    ]
  }

  func encoded() -> [UInt8] {
    var writer = MemoryWriter()
    writer.text(state)
    writer.list(packs) { $0.text($1) }
    writer.list(loose) { $0.id($1) }
    writer.list(since) { $0.id($1) }
    writer.list(head.map { [$0] } ?? []) { $0.id($1) }
    writer.list(others) { $0.id($1) }
    writer.list(shallow) { $0.id($1) }
    writer.number(isPartial ? 1 : 0)
    writer.coverage(coverage)
    for table in tables { table.write(to: &writer) }
    return writer.bytes
  }

}

extension HistorySnapshot {
  /// Nil where the bytes are not what `encoded` gives.
  init?(_ bytes: [UInt8]) {
    var reader = MemoryReader(bytes)
    do {
      state = try reader.text()
      packs = try reader.list { try $0.text() }
      loose = try reader.list { try $0.id() }
      since = try reader.list { try $0.id() }
      head = try reader.list { try $0.id() }.first
      others = try reader.list { try $0.id() }
      shallow = try reader.list { try $0.id() }
      isPartial = try reader.number() == 1
      coverage = try reader.coverage()
      names = try MemoryTable(from: &reader)
      commits = try MemoryTable(from: &reader)
      order = try MemoryTable(from: &reader)
      tips = try MemoryTable(from: &reader)
      tags = try MemoryTable(from: &reader)
      references = try MemoryTable(from: &reader)
      blobHits = try MemoryTable(from: &reader)
      tagHits = try MemoryTable(from: &reader)
      places = try MemoryTable(from: &reader)
      index = try MemoryTable(from: &reader)
      missing = try MemoryTable(from: &reader)
      guard reader.isAtEnd else { return nil }
    } catch {
      return nil
    }
  }
}

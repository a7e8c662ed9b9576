import GitHistory

/// What a push or a range adds, in the order in which it is searched: the versions of a file are
/// neighbours, newest first as packs build them, so that each is read and searched by what it does
/// not share with the one before.
struct Lineages: Sendable {
  /// Versions that are searched in a row by one worker; the first of a row is searched whole.
  private static let longestRow = 32

  /// Rows of objects. Each object stands in one.
  let rows: [[ObjectID]]

  /// - Parameter objects: blobs stand at the first of their places.
  init(_ objects: NewObjects) {
    var ages: [ObjectID: Int] = [:]
    ages.reserveCapacity(objects.commits.count)
    for (age, commit) in objects.commits.enumerated() { ages[commit] = age }
    var files: [[UInt8]: [(age: Int, blob: ObjectID)]] = [:]
    for (blob, places) in objects.blobs {
      let place = places.first
      files[place?.path ?? [], default: []].append(
        (place?.commit.flatMap { ages[$0] } ?? -1, blob))
    }
    var rows: [[ObjectID]] = []
    for (_, versions) in files.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let newestFirst = versions.sorted { ($1.age, $1.blob) < ($0.age, $0.blob) }.map(\.blob)
      rows += Self.cut(newestFirst)
    }
    let alone = Set(objects.commits + objects.tags).subtracting(objects.blobs.keys)
    self.rows = rows + Self.cut(alone.sorted())
  }

  private static func cut(_ objects: [ObjectID]) -> [[ObjectID]] {
    stride(from: 0, to: objects.count, by: longestRow).map {
      Array(objects[$0..<min($0 + longestRow, objects.count)])
    }
  }
}

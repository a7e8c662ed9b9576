import GitHistory
import GitPacks

/// Reads single commits out of packs, which is faster than through libgit2.
final class PackedCommitReader {
  private let forest: DeltaForest
  private let reader: ObjectReader

  /// - Returns: nil where memory is missing.
  init?(_ forest: DeltaForest) {
    guard let reader = ObjectReader(forest) else { return nil }
    self.forest = forest
    self.reader = reader
  }

  /// Nil where the packs' reader does not vouch for it: libgit2 is to be asked.
  func commit(_ id: ObjectID) -> CommitRecord? {
    guard let node = forest.node(named: ObjectName(id)), forest.kind(of: node) == .commit else {
      return nil
    }
    return (try? reader.read(node) { CommitRecord.parse($0) }) ?? nil
  }
}

public import BaselineStore
import Documents
public import GitHistory

/// The decision files of a commit, read through its objects.
public enum DecisionsAtCommit {
  /// - Parameter folder: below the root: `.secgate/baseline`.
  /// - Returns: nil where the commit has no such folder.
  public static func read(
    _ folder: String, at commit: ObjectID, in repository: borrowing Repository
  ) throws -> DecisionSet? {
    guard let tree = try tree(of: folder, at: commit, in: repository) else { return nil }
    var files: [(name: String, bytes: [UInt8])] = []
    var odd: [String] = []
    for entry in try repository.tree(tree) {
      let name = VisibleText.of(entry.name)
      guard entry.kind == .file else {
        if name.hasSuffix(".toml") { odd.append(name) }
        continue
      }
      guard name.hasSuffix(".toml"), !name.hasPrefix(".") else { continue }
      files.append((name, try repository.contents(of: entry.id, .blob)))
    }
    // A link or submodule in place of a decision is none, and the reader says so.
    files += odd.map { ($0, Array("link".utf8)) }
    return DecisionSet(files: files, folder: folder)
  }

  /// The object id of the folder's tree: names the text exactly, so that a store that followed it
  /// already need not read it again.
  public static func source(
    _ folder: String, at commit: ObjectID, in repository: borrowing Repository
  ) throws -> String? {
    try tree(of: folder, at: commit, in: repository)?.description
  }

  static func tree(
    of folder: String, at commit: ObjectID, in repository: borrowing Repository
  ) throws -> ObjectID? {
    guard let entry = try repository.entry(at: commit, Array(folder.utf8)),
      case .tree = entry.kind
    else { return nil }
    return entry.id
  }
}

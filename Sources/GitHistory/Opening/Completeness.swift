import GitPacks

/// What the repository itself says is not here.
public struct Completeness: Sendable, Hashable {
  /// Commits whose parents were cut off by a shallow clone or fetch.
  public var shallow: [ObjectID] = []
  /// Whether a promisor remote may hold what is missing here.
  public var isPartial = false
  /// Databases, packs and indexes that are not whole, in words.
  public var damaged: [String] = []
}

extension Repository {
  /// Reads the marks of shallow and partial clones, and looks for packs without index, indexes
  /// without pack, packs that are not what their index says and alternates that are not there.
  public func completeness() throws(GitError) -> Completeness {
    var result = Completeness()
    if let text = SmallFile.text(layout.commonDirectory + "/shallow") {
      result.shallow = text.split(separator: "\n").compactMap { ObjectID($0) }.sorted()
    }
    result.isPartial = try configuration().contains { entry in
      entry.key == "extensions.partialclone"
        || (entry.key.hasPrefix("remote.") && entry.key.hasSuffix(".promisor")
          && ["true", "yes", "on", "1"].contains(entry.value.lowercased()))
    }
    for directory in layout.objectDirectories {
      if !FileStatus.exists(directory) {
        result.damaged.append("the alternate object database \(directory) does not exist")
        continue
      }
      let names = Set(
        FileWalk.names(in: Array((directory + "/pack").utf8)).map {
          String(decoding: $0, as: UTF8.self)
        })
      if names.contains(where: { $0.hasSuffix(".promisor") }) { result.isPartial = true }
      for name in names.sorted() where name.hasPrefix("pack-") {
        if name.hasSuffix(".pack"), !names.contains(name.dropLast(5) + ".idx") {
          result.damaged.append(
            "\(directory)/pack/\(name) has no index; run `git index-pack` on it")
        } else if name.hasSuffix(".idx"), !names.contains(name.dropLast(4) + ".pack") {
          result.damaged.append("\(directory)/pack/\(name) has no pack")
        }
      }
    }
    result.damaged += GuardedPacks(folders: layout.objectDirectories).problems.map(\.advice)
    return result
  }
}

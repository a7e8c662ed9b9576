/// The object folders of one repository, its alternates included: what is there, by name.
///
/// Opening lists folders and opens no object; `DeltaForest` reads the packs.
public struct ObjectStore: Sendable {
  public let directories: [ObjectDirectory]
  /// What could not be listed; the objects behind it are unknown.
  public let problems: [StorageProblem]

  /// - Parameters:
  ///   - path: the `objects` folder of the common git directory.
  ///   - alternates: further folders, as from GIT_ALTERNATE_OBJECT_DIRECTORIES.
  public init(objects path: String, alternates: [String] = []) {
    var problems: [StorageProblem] = []
    var seen: Set<Directory.Identity> = []
    var found: [ObjectDirectory] = []
    for start in [path] + alternates {
      for directory in Alternates.directories(from: start, problems: &problems)
      where seen.insert(directory.identity).inserted {
        found.append(ObjectDirectory(directory))
      }
    }
    directories = found
    self.problems = problems + found.flatMap(\.problems)
  }

  /// One line for each pack and loose object, by which a later look tells that nothing changed;
  /// nil where something could not be listed or read.
  public func inventory() -> [String]? {
    guard problems.isEmpty else { return nil }
    var lines: [String] = []
    for directory in directories {
      lines.append("objects \(directory.path)")
      for stem in directory.packs {
        guard let pack = PackSeal(path: stem + ".pack"), let index = PackSeal(path: stem + ".idx")
        else { return nil }
        lines.append("pack \(stem) \(pack.text) \(index.text)")
      }
      lines += directory.loose.map { "loose \($0)" }
    }
    return lines
  }
}

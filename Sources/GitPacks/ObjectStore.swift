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
}

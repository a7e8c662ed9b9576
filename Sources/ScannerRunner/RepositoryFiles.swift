/// The files of the judged tree, by name only: enough to know which tools apply.
public struct RepositoryFiles: Sendable {
  /// Relative to the root, with `/`, sorted.
  public let paths: [String]

  public init(paths: [String]) { self.paths = paths.sorted() }

  /// Folders that hold other people's code or made files; no tool is pointed at them by itself.
  private static let foreign: Set<String> = [
    "node_modules", "vendor", "third_party", ".venv", "venv", ".git", "site-packages",
  ]

  /// Paths outside of foreign folders whose last part satisfies `matches`.
  public func named(_ matches: (String) -> Bool) -> [String] {
    paths.filter { path in
      let parts = path.split(separator: "/").map(String.init)
      guard let name = parts.last, matches(name) else { return false }
      return !parts.dropLast().contains { Self.foreign.contains($0) }
    }
  }

  public func contains(_ path: String) -> Bool {
    var (low, high) = (0, paths.count)
    while low < high {
      let middle = (low + high) / 2
      if paths[middle] < path { low = middle + 1 } else { high = middle }
    }
    return low < paths.count && paths[low] == path
  }
}

/// One file of the work tree.
public struct WorkTreeFile: Sendable, Hashable {
  public enum Status: Sendable, Hashable {
    case tracked, untracked, ignored
  }

  /// Below the work tree.
  public var path: [UInt8]
  public var status: Status
}

/// Everything in the work tree that is to be searched, and what is not.
public struct WorkTreeListing: Sendable {
  /// Regular files, sorted by path.
  public var files: [WorkTreeFile] = []
  /// Repositories inside the work tree: submodules and others; not entered.
  public var repositories: [[UInt8]] = []
  /// What the ignore rules leave out: the topmost folders (with `/`) and single files; empty where
  /// ignored files are asked for.
  public var ignored: [[UInt8]] = []
  /// What could not be read, with the system's words.
  public var problems: [Problem] = []

  public struct Problem: Sendable, Hashable {
    public var path: [UInt8]
    public var reason: String
  }
}

import FindingModel
public import Foundation
public import GitHistory

/// Where a command works: a repository with or without a work tree, or a plain folder.
public struct Project: Sendable {
  /// Absolute: the work tree, the bare repository, or the folder.
  public var root: String
  /// Nil outside of git.
  public var layout: RepositoryLayout?
  /// Whether repositories of other owners are read.
  public var trustsOwner: Bool

  /// Finds the project at a path, or the repository that a folder lies in.
  ///
  /// - Parameter mustBeRepository: false where a folder outside of git will do.
  /// - Throws: `GitError`; `notARepository` only where one was asked for.
  public static func find(_ path: String, trustOwner: Bool, mustBeRepository: Bool = false)
    throws(GitError) -> Project
  {
    let options = OpenOptions(trustOwner: trustOwner)
    do {
      let layout = try Repository.open(path, options).layout
      return Project(
        root: layout.workTree ?? layout.commonDirectory, layout: layout, trustsOwner: trustOwner)
    } catch {
      guard error.code == .notARepository, !mustBeRepository, isFolder(path) else { throw error }
      let folder = URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath()
      return Project(
        root: withoutSlash(folder.path(percentEncoded: false)), layout: nil,
        trustsOwner: trustOwner)
    }
  }

  /// Opens what ``find(_:trustOwner:mustBeRepository:)`` has opened, and checked, before.
  public func open(_ layout: RepositoryLayout) throws(GitError) -> Repository {
    try Repository.open(again: layout)
  }

  public var isBare: Bool { layout?.isBare == true }

  /// The repository's name, or the folder's.
  func nameForPeople() throws(GitError) -> String {
    guard let layout else { return root.split(separator: "/").last.map(String.init) ?? "/" }
    return VisibleText.of(try open(layout).nameForPeople().utf8)
  }

  /// The repository by what all its work trees share, or the folder; what trust is given to.
  public var identity: String { layout?.commonDirectory ?? root }

  /// The folder of the store and of what else is kept out of the tree.
  public var privateFolder: String {
    if let layout { return layout.commonDirectory + "/secgate" }
    // A scanned folder is somebody's data: what we remember of it stays with the user.
    let key = SHA256.hexadecimal(root.utf8).prefix(16)
    return Self.stateFolder() + "/folders/\(key)"
  }

  public var store: URL { URL(filePath: privateFolder + "/store.sqlite") }

  /// The folder of decision files and its name below the root; the name is nil where it is not
  /// part of the tree.
  public func baselineFolder(_ given: String? = nil) -> (url: URL, name: String?) {
    if let given {
      let absolute = given.hasPrefix("/") ? given : root + "/" + given
      let inside = absolute.hasPrefix(root + "/") && layout?.workTree != nil
      return (URL(filePath: absolute), inside ? String(absolute.dropFirst(root.count + 1)) : nil)
    }
    if layout?.workTree != nil || layout == nil {
      return (URL(filePath: root + "/" + Self.baselineName), Self.baselineName)
    }
    return (URL(filePath: privateFolder + "/baseline"), nil)
  }

  /// Where decisions lie below the root unless `--baseline` says otherwise.
  public static let baselineName = ".secgate/baseline"

  /// `$XDG_STATE_HOME/secgate`, or below `~/.local/state`.
  public static func stateFolder(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String {
    let state = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (state ?? (environment["HOME"] ?? NSHomeDirectory()) + "/.local/state") + "/secgate"
  }

  /// `$XDG_CONFIG_HOME/secgate/config.toml`, or below `~/.config`: the user's own word.
  public static func userConfiguration(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String {
    let folder = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (folder ?? (environment["HOME"] ?? NSHomeDirectory()) + "/.config")
      + "/secgate/config.toml"
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private static func withoutSlash(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }
}

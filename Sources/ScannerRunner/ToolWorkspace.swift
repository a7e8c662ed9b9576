import Foundation

/// A private folder for one scan's tools (0700): an empty home, empty configuration files, and
/// reports of tools that insist on a named file. Removed at the end, also when the scan is killed;
/// what even that left, as after a power cut, is removed at the next start.
public final class ToolWorkspace: Sendable {
  /// Absolute, of the repository that is scanned.
  public let root: String
  public let folder: String
  private let watch: WorkspaceGuard

  private static let prefix = "secgate-run-"

  /// - Parameter temporary: the folder to work in, normally that of the system.
  public init(root: String, temporary: String? = nil)
    throws(RunnerError)
  {
    self.root = root
    let given = temporary ?? FileManager.default.temporaryDirectory.path(percentEncoded: false)
    let base = given.hasSuffix("/") ? String(given.dropLast()) : given
    Self.removeLeftovers(in: base)
    let pid = ProcessInfo.processInfo.processIdentifier
    folder = "\(base)/\(Self.prefix)\(pid)-\(UUID().uuidString.prefix(8))"
    // Before there is anything to remove: a kill in between leaves nothing behind.
    watch = WorkspaceGuard(folder)
    do {
      for name in ["", "/home", "/tmp", "/reports", "/empty"] {
        try FileManager.default.createDirectory(
          atPath: folder + name, withIntermediateDirectories: false,
          attributes: [.posixPermissions: 0o700])
      }
    } catch {
      throw RunnerError(
        .workspace, "no private folder could be made in \(base); set TMPDIR to one that is writable"
      )
    }
  }

  deinit { remove() }

  public func remove() {
    // Where this fails, and where a tool still writes, the shell does the rest.
    try? FileManager.default.removeItem(atPath: folder)
    watch.end()
  }

  public var home: String { folder + "/home" }
  public var temporary: String { folder + "/tmp" }
  /// A folder that stays empty.
  public var empty: String { folder + "/empty" }

  /// A file of ours with the given contents, for explicit configuration.
  public func file(_ name: String, _ contents: String) throws(RunnerError) -> String {
    let path = "\(folder)/\(name)"
    guard
      FileManager.default.createFile(
        atPath: path, contents: Data(contents.utf8), attributes: [.posixPermissions: 0o600])
    else { throw RunnerError(.workspace, "\(path) could not be written") }
    return path
  }

  /// A new folder below ours.
  public func subfolder() throws(RunnerError) -> String {
    let path = "\(folder)/\(UUID().uuidString)"
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw RunnerError(.workspace, "\(path) could not be made")
    }
    return path
  }

  /// Copies a file of the repository without following links out of it.
  public func copy(_ relative: String, to path: String) throws(RunnerError) {
    let source = "\(root)/\(relative)"
    let resolved = URL(filePath: source).resolvingSymlinksInPath().path(percentEncoded: false)
    let home = URL(filePath: root).resolvingSymlinksInPath().path(percentEncoded: false)
    guard resolved.hasPrefix(home.hasSuffix("/") ? home : home + "/") else {
      throw RunnerError(.badTarget, "\(relative) leads out of the repository")
    }
    do {
      try FileManager.default.copyItem(atPath: resolved, toPath: path)
    } catch {
      throw RunnerError(.badTarget, "\(relative) could not be read")
    }
  }

  /// Folders of runs whose process is gone, and the tools that still work in them.
  private static func removeLeftovers(in base: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: base)) ?? []
    for name in names where name.hasPrefix(prefix) {
      let process = name.dropFirst(prefix.count).split(separator: "-").first.flatMap { Int32($0) }
      guard let process, !FileManager.default.fileExists(atPath: "/proc/\(process)") else {
        continue
      }
      Descendants.kill(marked: "TMPDIR=\(base)/\(name)/tmp")
      // Another user's folder stays: it is theirs to remove.
      try? FileManager.default.removeItem(atPath: "\(base)/\(name)")
    }
  }
}

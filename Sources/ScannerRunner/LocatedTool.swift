import Foundation

/// An executable that was found and may run, with what identifies it.
public struct LocatedTool: Sendable, Hashable {
  /// As found, absolute.
  public var path: String
  /// `sha256:` and 64 digits.
  public var digest: String
  /// `binary`, `python-package` or `node-package`.
  public var digestOf: String
  /// From the installed record, where there is one.
  public var recordedVersion: String?

  /// Looks for a tool: the trusted path, else PATH outside the scanned repository.
  ///
  /// - Parameter target: what it is to be run on; nil: any.
  /// - Throws: ``RunnerError`` `.notFound` or `.insideRepository`.
  public static func locate(
    _ tool: some ScannerTool, for target: ToolTarget? = nil, settings: ToolSettings, root: String,
    searchPath: String? = nil
  ) throws(RunnerError) -> LocatedTool {
    if let path = settings.path {
      let absolute = path.hasPrefix("/") ? path : "\(root)/\(path)"
      guard FileManager.default.isExecutableFile(atPath: absolute) else {
        throw RunnerError(.notFound, "\(path) ([tools.\(tool.name)] path) is no executable file")
      }
      return try identify(absolute, tool: tool)
    }
    let search =
      searchPath ?? ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let names = tool.executables(for: target)
    for folder in ToolEnvironment.searchPath(search, outside: root) {
      for name in names {
        let path = "\(folder)/\(name)"
        guard FileManager.default.isExecutableFile(atPath: path) else { continue }
        let resolved = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
        let home = URL(filePath: root).resolvingSymlinksInPath().path(percentEncoded: false)
        guard !ToolEnvironment.isInside(resolved, home) else { continue }
        return try identify(path, tool: tool)
      }
    }
    throw RunnerError(
      .notFound,
      "\(tool.name) is not installed: no \(names.joined(separator: " or ")) on PATH "
        + "outside the repository")
  }

  private static func identify(_ path: String, tool: some ScannerTool) throws(RunnerError)
    -> LocatedTool
  {
    let resolved = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
    guard let bytes = FileManager.default.contents(atPath: resolved) else {
      throw RunnerError(.notFound, "\(resolved) cannot be read")
    }
    if bytes.starts(with: Array("#!".utf8)) {
      if let record = InstalledRecord.python(script: bytes, at: resolved, package: tool.package) {
        return LocatedTool(
          path: path, digest: record.digest, digestOf: "python-package",
          recordedVersion: record.version)
      }
      if let record = InstalledRecord.node(script: resolved) {
        return LocatedTool(
          path: path, digest: record.digest, digestOf: "node-package",
          recordedVersion: record.version)
      }
    }
    return LocatedTool(
      path: path, digest: "sha256:" + FileDigest.sha256(bytes), digestOf: "binary")
  }
}

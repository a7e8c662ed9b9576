public import BaselineStore
import Documents
import FindingModel
public import Foundation
public import GitHistory

/// The files of the judged tree that steer a judgement, wherever that tree is: on disk, or only in
/// git.
public struct ProjectFiles: Sendable {
  public var project: Project
  /// Nil: the work tree or folder, else this commit's tree.
  public var commit: ObjectID?

  /// A configuration is a few kilobytes; more is no configuration.
  private static let largestConfiguration = 1 << 20
  private static let largestSource = 16 << 20

  public init(_ project: Project, commit: ObjectID? = nil) {
    self.project = project
    self.commit = commit
  }

  /// The commit that a bare repository is read at: HEAD, nil where it is unborn.
  public static func judged(_ project: Project) throws(GitError) -> ProjectFiles {
    guard let layout = project.layout, layout.isBare else { return ProjectFiles(project) }
    return ProjectFiles(project, commit: try project.open(layout).head().commit)
  }

  /// A file below the root; nil where there is none. Links are not followed.
  ///
  /// - Throws: `SmallFile.Failure`, `GitError` where it is there and cannot be read.
  public func bytes(_ path: String, limit: Int) throws -> [UInt8]? {
    if let commit, let layout = project.layout {
      return try project.open(layout).file(at: commit, path)
    }
    if project.isBare { return nil }
    let absolute = project.root + "/" + path
    guard (try? FileManager.default.attributesOfItem(atPath: absolute)) != nil else { return nil }
    return try SmallFile.bytes(Array(absolute.utf8), limit: limit, followingLink: false)
  }

  /// The text of a source file, for reports that do not quote what they flag.
  public func source(_ path: String) -> [UInt8]? {
    guard !path.hasPrefix("/"), !path.split(separator: "/").contains("..") else { return nil }
    return (try? bytes(path, limit: Self.largestSource)) ?? nil
  }

  /// `.secgate.toml`, or what `--config` names.
  ///
  /// - Returns: nil where there is none, so that the built-in one holds.
  /// - Throws: ``ConfigurationError`` with everything that is wrong.
  public func configuration(_ given: String? = nil) throws(ConfigurationError) -> Configuration? {
    let name = given ?? Configuration.fileName
    let content: [UInt8]?
    do {
      content =
        if let given {
          try SmallFile.bytes(Array(given.utf8), limit: Self.largestConfiguration)
        } else {
          try bytes(name, limit: Self.largestConfiguration)
        }
    } catch {
      throw ConfigurationError(problems: [
        DocumentError(.invalid, file: name, "cannot be read: \(Self.words(error))")
      ])
    }
    return try content.map { bytes throws(ConfigurationError) in
      try ConfigurationReader.read(bytes, file: name)
    }
  }

  /// The decisions of the tree. A bare repository has those of its commit and those that were made
  /// in it; the latter win.
  public func decisions(_ folder: (url: URL, name: String?)) throws -> DecisionSet {
    guard let commit, let layout = project.layout else {
      return DecisionFolder(folder.url, name: folder.name).load()
    }
    let repository = try project.open(layout)
    let name = folder.name ?? Project.baselineName
    var files: [(name: String, bytes: [UInt8])] = []
    for file in try repository.files(at: commit, below: Array(name.utf8)) where file.kind == .file {
      let path = file.path.split(separator: 0x2f).last.map { String(decoding: $0, as: UTF8.self) }
      files.append((path ?? "", try repository.contents(of: file.id, .blob)))
    }
    let committed = DecisionSet(files: files, folder: name)
    guard project.isBare, folder.name == nil else { return committed }
    let own = DecisionFolder(folder.url).load()
    return own.decisions.isEmpty && own.problems.isEmpty ? committed : own.over(committed)
  }

  private static func words(_ error: any Error) -> String {
    switch error {
    case SmallFile.Failure.system(let reason): reason
    case SmallFile.Failure.tooLarge(let size): "it has \(size) bytes"
    case SmallFile.Failure.notRegular: "it is no regular file"
    default: "\(error)"
    }
  }
}

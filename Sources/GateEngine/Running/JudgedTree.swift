public import GitHistory
public import ScannerRunner

/// The tree that a judgement is about: the commit at HEAD, or the work tree where it differs.
public struct JudgedTree: Sendable {
  public var commit: ObjectID?
  public var tree: ObjectID?
  public var branch: String?
  /// Paths that differ from HEAD, those that do not count left out.
  public var changes: [String]
  /// Names of all files.
  public var files: RepositoryFiles
  /// References and HEAD when it was looked at: what must not move meanwhile.
  public var references: ReferenceSnapshot

  public var isDirty: Bool { !changes.isEmpty }

  /// - Parameters:
  ///   - ignoring: paths below the root that never make a tree dirty: secgate's own outputs and
  ///     the folder of decisions; a folder ends with `/`.
  public static func read(_ project: Project, ignoring: [String] = []) throws -> JudgedTree {
    guard let layout = project.layout else { return folder(project.root) }
    let repository = try project.open(layout)
    let head = try repository.head()
    let changes = try repository.changes().map { VisibleText.of($0.path) }.filter { path in
      !ignoring.contains { $0.hasSuffix("/") ? path.hasPrefix($0) : path == $0 }
    }
    return JudgedTree(
      commit: head.commit, tree: try head.commit.map { try repository.commit($0).tree },
      branch: head.branch, changes: changes.sorted(),
      files: RepositoryFiles(paths: try paths(repository, head.commit)),
      references: try ReferenceSnapshot.take(repository))
  }

  private static func paths(_ repository: borrowing Repository, _ commit: ObjectID?) throws
    -> [String]
  {
    if repository.layout.isBare {
      return try commit.map { try repository.files(at: $0).map { VisibleText.of($0.path) } } ?? []
    }
    // A damaged index is the scan's gap to tell; the files are there all the same.
    let index = (try? repository.index()) ?? []
    return repository.workTreeFiles(index: index).files.map { VisibleText.of($0.path) }
  }

  private static func folder(_ root: String) -> JudgedTree {
    var paths: [String] = []
    var walk = FileWalk()
    walk.run(Array(root.utf8)) { path, kind in
      if kind == .file { paths.append(VisibleText.of(path)) }
      return kind == .directory
        && path.split(separator: 0x2f).last.map(Array.init)
          != Array(".git".utf8)
    }
    return JudgedTree(
      commit: nil, tree: nil, branch: nil, changes: [], files: RepositoryFiles(paths: paths),
      references: ReferenceSnapshot())
  }
}

/// All references with what they name, to tell whether one moved.
public struct ReferenceSnapshot: Sendable, Hashable {
  var targets: [String: String] = [:]

  static func take(_ repository: borrowing Repository) throws -> ReferenceSnapshot {
    var snapshot = ReferenceSnapshot()
    for reference in try repository.references().references {
      snapshot.targets[reference.text] = reference.target?.description ?? ""
    }
    snapshot.targets["HEAD"] = try repository.head().commit?.description ?? ""
    return snapshot
  }

  /// Names that are new, gone or moved since, sorted.
  public func moved(in project: Project) throws -> [String] {
    guard let layout = project.layout else { return [] }
    let now = try Self.take(try project.open(layout))
    return Set(targets.keys).union(now.targets.keys).filter { targets[$0] != now.targets[$0] }
      .sorted()
  }
}

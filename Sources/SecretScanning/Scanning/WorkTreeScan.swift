import FindingModel
import GitHistory

/// Searches tracked and untracked files as they stand, and nothing of history.
struct WorkTreeScan: Sendable {
  private let context: ScanContext

  init(_ context: ScanContext) { self.context = context }

  func run(_ path: String) async throws -> SecretScanResult {
    var (result, items) = try prepare(path)
    let output = try await FileSearch(context: context).search(items)
    result.coverage.add(output)
    try context.finish(output.sightings, &result)
    return result
  }

  private func prepare(_ path: String) throws -> (SecretScanResult, [FileItem]) {
    let repository = try context.open(path)
    guard !repository.layout.isBare else {
      throw GitError(
        .notARepository, "\(VisibleText.of(path.utf8)): a bare repository has no work tree")
    }
    var result = SecretScanResult(scope: try context.scope("worktree", repository))
    result.scope.dirty = try !repository.changes().isEmpty
    let items = try Self.items(repository, context, &result.coverage)
    return (result, items)
  }

  /// Build folders are full of ignored files: so many are named, the rest counted.
  private static let mostIgnored = 50

  private static func skipped(_ ignored: [[UInt8]]) -> [Coverage.Skipped] {
    var skipped = ignored.prefix(mostIgnored).map {
      Coverage.Skipped(kind: "ignored", subject: VisibleText.of($0), reason: "git ignores it")
    }
    if ignored.count > mostIgnored {
      let rest = "\(ignored.count - mostIgnored) more"
      skipped.append(.init(kind: "ignored", subject: rest, reason: "git ignores them"))
    }
    return skipped
  }

  /// The files of the work tree; what is not entered or not readable goes into the coverage.
  static func items(
    _ repository: borrowing Repository, _ context: ScanContext, _ coverage: inout Coverage
  ) throws -> [FileItem] {
    guard let workTree = repository.layout.workTree else { return [] }
    let index: [IndexEntry]
    do {
      index = try repository.index(file: context.options.indexFile)
    } catch {
      coverage.gaps.append(Gap(kind: .unreadable, subject: "index", detail: "\(error)"))
      index = []
    }
    let listing = repository.workTreeFiles(index: index, ignored: context.options.includesIgnored)
    coverage.gaps += listing.problems.map {
      GapWords.unreadable(VisibleText.of($0.path), $0.reason)
    }
    let submodules = index.filter { $0.kind == .submodule }.map(\.path)
    for path in Set(submodules + listing.repositories) {
      coverage.skipped.append(.init(kind: "submodule", subject: VisibleText.of(path)))
    }
    coverage.skipped += skipped(listing.ignored)
    let root = Array(workTree.utf8) + [0x2f]
    return listing.files.map {
      FileItem(absolute: root + $0.path, path: VisibleText.of($0.path))
    }
  }
}

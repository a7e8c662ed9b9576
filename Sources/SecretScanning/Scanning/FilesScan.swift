import FindingModel
import GitHistory

/// Searches a folder, single files or bytes from a pipe, without git.
struct FilesScan: Sendable {
  private let context: ScanContext

  init(_ context: ScanContext) { self.context = context }

  func run(directory: String) async throws -> SecretScanResult {
    let name = directory.split(separator: "/").last.map(String.init) ?? directory
    var result = SecretScanResult(scope: Scope(kind: "directory", name: VisibleText.of(name.utf8)))
    var items: [FileItem] = []
    let root = Array(directory.utf8)
    var walk = FileWalk()
    walk.run(root) { path, kind in
      let shown = VisibleText.of(path)
      switch kind {
      case .directory:
        guard path.split(separator: 0x2f).last.map(Array.init) == Array(".git".utf8) else {
          return true
        }
        result.coverage.skipped.append(
          .init(kind: "git-directory", subject: shown, reason: "scan the repository itself"))
      case .file: items.append(FileItem(absolute: root + [0x2f] + path, path: shown))
      case .symbolicLink, .special: break
      }
      return false
    }
    let problems = walk.problems.map {
      GapWords.unreadable($0.path.isEmpty ? "." : VisibleText.of($0.path), $0.reason)
    }
    result.coverage.gaps += problems
    return try await search(items, followsLinks: false, result)
  }

  func run(files: [String]) async throws -> SecretScanResult {
    let name = files.count == 1 ? files[0] : "\(files.count) files"
    let result = SecretScanResult(scope: Scope(kind: "files", name: VisibleText.of(name.utf8)))
    let items = files.map { FileItem(absolute: Array($0.utf8), path: VisibleText.of($0.utf8)) }
    return try await search(items, followsLinks: true, result)
  }

  func run(input: [UInt8], name: String) throws -> SecretScanResult {
    var result = SecretScanResult(scope: Scope(kind: "stdin", name: VisibleText.of(name.utf8)))
    var output = FileSearch.Output()
    output.files = 1
    try FileSearch.search(
      input, VisibleText.of(name.utf8), context, context.matcher.makeWorker(), &output)
    return try finish(output, &result)
  }

  private func search(_ items: [FileItem], followsLinks: Bool, _ start: SecretScanResult)
    async throws -> SecretScanResult
  {
    var result = start
    let output = try await FileSearch(context: context).search(items, followsLinks: followsLinks)
    return try finish(output, &result)
  }

  private func finish(_ output: FileSearch.Output, _ result: inout SecretScanResult) throws
    -> SecretScanResult
  {
    result.coverage.add(output)
    try context.finish(output.sightings, &result)
    return result
  }
}

extension Coverage {
  /// Counts files that were searched.
  mutating func add(_ output: FileSearch.Output) {
    files += output.files
    bytes += output.bytes
    skipped += output.pointers.map { Skipped(kind: "lfs-pointer", subject: $0) }
  }

  /// Takes over what the objects and references of a repository contribute.
  mutating func add(_ history: Coverage) {
    commits += history.commits
    trees += history.trees
    blobs += history.blobs
    tags += history.tags
    references += history.references
    bytes += history.bytes
    gaps += history.gaps
    skipped += history.skipped
  }

  /// Counts objects that were searched.
  mutating func add(_ objects: ObjectSearchResult) {
    commits += objects.commits.count
    trees += objects.trees.count
    blobs += objects.blobs.count
    tags += objects.tags.count
    bytes += objects.bytes
    gaps += objects.gaps
    let told = Set(objects.gaps.map(\.subject))
    skipped += objects.readOneByOne.filter { !told.contains("object \($0)") }.map {
      Skipped(
        kind: "delta-walk", subject: "object \($0)",
        reason: "not vouched for by the pack reader; searched through libgit2 instead")
    }
  }
}

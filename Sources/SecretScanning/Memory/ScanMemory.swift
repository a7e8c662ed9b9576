import FindingModel
import GitHistory
import GitPacks

/// What earlier scans of a repository found, in `secgate` below its common git directory: the
/// finished result, for when nothing has changed; the finished part of the whole history, for when
/// only files have; what is to be known of the history to tell what a grown one adds; and the
/// objects that were searched, for when that is not enough. All are sealed with a key of the user.
struct ScanMemory: Sendable {
  private let key: [UInt8]
  private let folder: String
  /// Everything that decides what is found in an object.
  private let rules: String
  /// That, and everything else that is asked for.
  private let settings: String

  /// Nil where no key can be had: then nothing is remembered.
  init?(_ options: ScanMemoryOptions, _ layout: RepositoryLayout, _ context: ScanContext) {
    // A key inside the repository would be no secret from those who write there.
    let homes = [layout.workTree, layout.commonDirectory].compactMap { $0 }
    guard layout.quarantine == nil,
      !homes.contains(where: { (options.stateDirectory + "/").hasPrefix($0 + "/") }),
      let key = MemoryKey.made(in: options.stateDirectory)
    else { return nil }
    self.key = key.bytes
    folder = layout.commonDirectory + "/secgate"
    MemoryFile.removeLeftovers(in: folder)
    rules = [
      layout.commonDirectory, SecgateVersion.current, context.matcher.digest,
      String(context.options.maximumBlob),
    ].joined(separator: "\n")
    let wishes =
      context.options.exclusions.map(\.pattern) + ["engine \(context.options.engine.rawValue)"]
    settings = ([rules] + wishes).joined(separator: "\n")
  }

  /// A digest of all that decides the history's part of a scan; nil where it cannot be told.
  func state(_ layout: RepositoryLayout, _ completeness: Completeness, _ index: [IndexEntry])
    -> String?
  {
    guard let references = layout.referenceFiles(),
      var lines = ObjectStore(objects: layout.commonDirectory + "/objects").inventory()
    else { return nil }
    lines += completeness.shallow.map { "shallow \($0)" }
    lines.append("partial \(completeness.isPartial)")
    lines += index.map { "index \($0.id) \($0.kind) \(VisibleText.of($0.path))" }
    lines.append(settings)
    var hash = KeyedHash(key: MessageCode.code(Array("state".utf8), key: key))
    hash.update(Array(lines.joined(separator: "\n").utf8))
    for file in references {
      let size = file.content.map { String($0.count) } ?? "none"
      hash.update(Array("\nfile \(file.name.count) \(size) ".utf8) + file.name)
      if let content = file.content { hash.update(content) }
    }
    return hash.finalized().hexadecimal
  }

  func finished() -> FinishedResult? {
    file("scan-memory.result", rules).read().flatMap { FinishedResult($0) }
  }

  func keep(_ result: FinishedResult) {
    guard let bytes = result.encoded() else { return }
    file("scan-memory.result", rules).write(bytes)
  }

  func part(for state: String) -> HistoryPart? {
    file("scan-memory.history", rules + "\n" + state).read().flatMap { HistoryPart($0) }
  }

  /// Keeps the finished part, unless a text of it holds what the rules would report.
  ///
  /// - Returns: whether it was kept.
  func keep(_ part: HistoryPart, for state: String, _ mask: SecretMask) -> Bool {
    if part.texts.contains(where: { mask.holdsSecret($0) }) { return false }
    return file("scan-memory.history", rules + "\n" + state).write(part.encoded())
  }

  func snapshot() -> HistorySnapshot? {
    file("scan-memory.snapshot", settings).read().flatMap { HistorySnapshot($0) }
  }

  func keep(_ snapshot: HistorySnapshot) {
    file("scan-memory.snapshot", settings).write(snapshot.encoded())
  }

  /// Keeps a snapshot with its tables; they have no seal of their own, see `MemoryTable`.
  func keep(_ snapshot: HistorySnapshot, tables: [UInt8]) {
    if MemoryFile.replace(tablesPath, with: tables) { keep(snapshot) }
  }

  func reader(_ table: MemoryTable) -> MemoryTableReader {
    MemoryTableReader(tablesPath, table, key: tableKey)
  }

  var tableKey: [UInt8] { MessageCode.code(Array("tables".utf8), key: key) }

  private var tablesPath: String { folder + "/scan-memory.tables" }

  func searched() -> SearchedObjects? {
    file("scan-memory.objects", rules).read().flatMap { SearchedObjects($0) }
  }

  func keep(_ objects: SearchedObjects) {
    file("scan-memory.objects", rules).write(objects.encoded())
  }

  private func file(_ name: String, _ subject: String) -> MemoryFile {
    MemoryFile(path: folder + "/" + name, key: key, subject: subject)
  }
}

import FindingModel
import GitHistory
import GitPacks

/// What earlier scans of a repository found, in `secgate` below its common git directory.
///
/// Two files: the finished part of the whole history, for when nothing has changed; and the
/// objects that were searched, for when something has. Both are sealed with a key of the user.
struct ScanMemory: Sendable {
  private let key: [UInt8]
  private let folder: String
  /// Everything that decides what is found in an object.
  private let rules: String

  /// Nil where no key can be had: then nothing is remembered.
  init?(_ options: ScanMemoryOptions, _ layout: RepositoryLayout, _ context: ScanContext) {
    // A key inside the repository would be no secret from those who write there.
    let homes = [layout.workTree, layout.commonDirectory].compactMap { $0 }
    guard !homes.contains(where: { (options.stateDirectory + "/").hasPrefix($0 + "/") }),
      let key = MemoryKey.made(in: options.stateDirectory)
    else { return nil }
    self.key = key.bytes
    folder = layout.commonDirectory + "/secgate"
    rules = [
      layout.commonDirectory, SecgateVersion.current, context.matcher.digest,
      String(context.options.maximumBlob),
    ].joined(separator: "\n")
  }

  /// A digest of all that decides the history's part of a scan; nil where it cannot be told.
  func state(
    _ store: ObjectStore, _ references: [Reference], _ tips: Tips, _ completeness: Completeness,
    _ index: [IndexEntry], _ exclusions: [PathExclusion]
  ) -> String? {
    guard var lines = store.inventory() else { return nil }
    lines.append("head \(tips.head.map(\.description) ?? "")")
    lines += completeness.shallow.map { "shallow \($0)" }
    lines.append("partial \(completeness.isPartial)")
    lines += index.map { "index \($0.id) \(VisibleText.of($0.path))" }
    lines += exclusions.map { "excluded \($0.pattern)" }
    var bytes = Array(lines.joined(separator: "\n").utf8)
    // There may be fifty thousand: as they are, each with its length before it.
    for reference in references {
      bytes += "\nref \(reference.name.count) ".utf8
      bytes += reference.name
      bytes.append(reference.target == nil ? 0 : 1)
      if let target = reference.target { bytes += target.bytes }
    }
    bytes += "\ntips".utf8
    for tip in tips.commits { bytes += tip.bytes }
    var hash = SHA256()
    hash.update(bytes)
    return hash.finalized().hexadecimal
  }

  func part(for state: String) -> HistoryPart? {
    file("scan-memory.history", rules + "\n" + state).read().flatMap { HistoryPart($0) }
  }

  /// Keeps the finished part, unless a text of it holds what the rules would report.
  func keep(_ part: HistoryPart, for state: String, _ mask: SecretMask) {
    guard !part.texts.contains(where: { mask.holdsSecret($0) }) else { return }
    file("scan-memory.history", rules + "\n" + state).write(part.encoded())
  }

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

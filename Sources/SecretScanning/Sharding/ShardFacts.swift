import FindingModel
import GitHistory
import GitPacks

/// Digests of what all shards of one scan must have in common.
struct ShardFacts: Sendable, Equatable {
  /// Of the ids of all objects.
  let objectSet: String
  let layout: String
  let references: String
  let rules: String

  init(
    _ forest: DeltaForest, _ store: ObjectStore, _ references: [Reference], head: ObjectID?,
    _ context: ScanContext
  ) {
    objectSet = Self.digest(forest.nodesByName.map { "\(forest.name(of: $0))" })
    // Paths differ from machine to machine: the last part of each is enough.
    layout = Self.digest(
      (store.inventory() ?? ["damaged"]).filter { !$0.hasPrefix("objects ") }
        .map { String($0[($0.lastIndex(of: "/") ?? $0.startIndex)...]) })
    self.references = Self.digest(
      references.map { "\($0.text) \($0.target.map(\.description) ?? "")" }
        + ["HEAD \(head.map(\.description) ?? "")"])
    rules = Self.digest([context.matcher.digest, String(context.options.maximumBlob)])
  }

  static func digest(_ lines: [String]) -> String {
    var hash = SHA256()
    hash.update(Array(lines.joined(separator: "\n").utf8))
    return hash.finalized().hexadecimal
  }
}

import FindingModel
import GitHistory
import GitPacks

/// Digests of what all shards of one scan must have in common.
struct ShardFacts: Sendable, Equatable {
  /// Of the names of all objects.
  let objectSet: String
  let layout: String
  let references: String
  let rules: String

  init(
    _ forest: DeltaForest, _ store: ObjectStore, _ references: [Reference], head: ObjectID?,
    _ context: ScanContext
  ) {
    objectSet = Self.digest(of: forest)
    // Paths differ from machine to machine: the last part of each is enough.
    layout = Self.digest(
      (store.inventory() ?? ["damaged"]).filter { !$0.hasPrefix("objects ") }
        .map { String($0[($0.lastIndex(of: "/") ?? $0.startIndex)...]) })
    self.references = Self.digest(
      references.map { "\($0.text) \($0.target.map(\.description) ?? "")" }
        + ["HEAD \(head.map(\.description) ?? "")"])
    rules = Self.digest([context.matcher.digest, String(context.options.maximumBlob)])
  }

  /// Of the bytes of all names in their order, a piece of which is hashed at a time.
  private static func digest(of forest: DeltaForest) -> String {
    var hash = SHA256()
    var bytes: [UInt8] = []
    let piece = 1 << 16
    bytes.reserveCapacity(piece + 20)
    for name in forest.namesInOrder {
      name.append(to: &bytes)
      if bytes.count >= piece {
        hash.update(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    hash.update(bytes)
    return hash.finalized().hexadecimal
  }

  static func digest(_ lines: [String]) -> String {
    var hash = SHA256()
    hash.update(Array(lines.joined(separator: "\n").utf8))
    return hash.finalized().hexadecimal
  }
}

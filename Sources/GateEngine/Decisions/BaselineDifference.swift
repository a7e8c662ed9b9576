public import FindingModel

/// How two sets of decisions differ: `baseline diff`.
public struct BaselineDifference: Sendable {
  public var added: [Decision] = []
  public var removed: [Decision] = []
  /// Before and after.
  public var changed: [(before: Decision, after: Decision)] = []

  /// All sorted by id.
  public init(from old: [Decision], to new: [Decision]) {
    let before = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (id, decision) in after.sorted(by: { $0.key < $1.key }) {
      guard let known = before[id] else {
        added.append(decision)
        continue
      }
      if known != decision { changed.append((known, decision)) }
    }
    removed = old.filter { after[$0.id] == nil }.sorted { $0.id < $1.id }
  }

  public var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }
}

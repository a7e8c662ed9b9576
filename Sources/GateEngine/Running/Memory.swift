public import BaselineStore
import FindingModel

/// The store where it can be used. A verdict stands without it, with a warning; a decision does
/// not.
public struct Memory: Sendable {
  public private(set) var store: BaselineStore?
  /// What people must be told.
  public private(set) var warnings: [String]

  public static func open(_ project: Project) -> Memory {
    do {
      let store = try BaselineStore.open(at: project.store)
      return Memory(store: store, warnings: store.notices)
    } catch {
      return Memory(store: nil, warnings: ["\(error.message); the verdict stands without it"])
    }
  }

  private init(store: BaselineStore?, warnings: [String]) {
    self.store = store
    self.warnings = warnings
  }

  /// Asks the store; its failure becomes a warning.
  public mutating func read<Value>(
    _ standard: Value, _ body: (BaselineStore) throws(StoreError) -> Value
  ) -> Value {
    guard let store else { return standard }
    do {
      return try body(store)
    } catch {
      warn(error)
      return standard
    }
  }

  /// Records a run; nil where that failed.
  @discardableResult
  public mutating func record(_ run: RunRecord) -> Int? {
    read(nil) { store throws(StoreError) in try store.record(run) }
  }

  private mutating func warn(_ error: StoreError) {
    let text = "\(error.message); the verdict stands without it"
    if !warnings.contains(text) { warnings.append(text) }
  }
}

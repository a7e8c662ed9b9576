import CLibgit2
import Synchronization

/// Handles that somebody is done with, for whoever opens the same repository again: opening one reads
/// its configuration and lists its packs anew.
///
/// For a process that ends after one short task only: a handle remembers small objects that it has
/// read.
final class HandlePool: Sendable {
  static let shared = HandlePool()

  struct Key: Hashable {
    var opened: String
    var quarantine: String?

    init(_ layout: RepositoryLayout) {
      opened = layout.opened
      quarantine = layout.quarantine
    }
  }

  /// `@unchecked Sendable`: one owner at a time, which libgit2 allows to be any thread.
  @safe struct Handles: @unchecked Sendable {
    let repository: OpaquePointer
    let database: OpaquePointer
  }

  private struct State {
    var isOn = false
    var kept: [Key: [Handles]] = [:]
  }

  private let state = Mutex(State())

  func turnOn() { state.withLock { $0.isOn = true } }

  func take(_ layout: RepositoryLayout) -> Handles? {
    state.withLock { $0.isOn ? $0.kept[Key(layout)]?.popLast() : nil }
  }

  /// False where it is not kept: the caller frees it.
  func keep(_ handles: Handles, of layout: RepositoryLayout) -> Bool {
    state.withLock { state in
      guard state.isOn else { return false }
      state.kept[Key(layout), default: []].append(handles)
      return true
    }
  }
}

extension Repository {
  /// From now on what is opened again may be a handle of before; see ``open(again:)``.
  public static func keepHandles() { HandlePool.shared.turnOn() }
}

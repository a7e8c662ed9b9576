import Synchronization

/// An order of commits that is asked for several times and worked out once.
final class CommitOrder: Sendable {
  private let known = Mutex<[Int]?>(nil)

  func value(_ make: () -> [Int]) -> [Int] {
    known.withLock { known in
      if let known { return known }
      let order = make()
      known = order
      return order
    }
  }
}

import GitPacks
import Synchronization

/// What a search has read of commits on its way, for the first who asks: it is large, and nobody
/// needs it twice.
final class ReadCommits: Sendable {
  private let parts: Mutex<[CommitListing.Part]?>

  init(_ parts: [CommitListing.Part]) { self.parts = Mutex(parts) }

  /// Nil from the second time on.
  func take() -> [CommitListing.Part]? {
    parts.withLock { parts in
      defer { parts = nil }
      return parts
    }
  }
}

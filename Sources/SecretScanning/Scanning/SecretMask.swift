public import FindingModel
import GitHistory
import Synchronization

/// The one boundary for free text of foreign origin: whatever a rule recognises in it is replaced
/// by its preview, and control characters become visible.
public final class SecretMask: TextMasking {
  private let mask: Mutex<CachedMask>

  public init(_ matcher: any SecretMatcher) throws {
    mask = Mutex(CachedMask(try matcher.makeWorker()))
  }

  public func masked(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20...0x7e).contains($0) || $0 == 0x0a }) {
      return mask.withLock { $0.text(text) }
    }
    let shown = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { VisibleText.of($0.utf8) }.joined(separator: "\n")
    return mask.withLock { $0.text(shown) }
  }

  /// Whether a text holds something that a rule recognises; such a reason is refused.
  public func holdsSecret(_ text: String) -> Bool { mask.withLock { $0.text(text) != text } }

  /// A content with every byte of every match as `*`, line breaks kept, so that single lines of it
  /// can be shown; nil where it could not be judged.
  public func redacted(_ content: [UInt8]) -> [UInt8]? {
    mask.withLock { $0.redacted(content) }
  }
}

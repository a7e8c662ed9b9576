/// How far a scan is.
public struct ScanProgress: Sendable, Hashable {
  public enum Phase: String, Sendable {
    /// References, indexes of packs, and how their objects hang together.
    case listing
    case objects, files
    /// Where in history each match stands.
    case attribution
    /// What is found, from the matches and where they stand.
    case judging
  }

  public var phase: Phase
  public var done: Int
  public var total: Int
  /// Searched so far, uncompressed.
  public var bytes: Int

  public init(phase: Phase, done: Int = 0, total: Int = 0, bytes: Int = 0) {
    self.phase = phase
    self.done = done
    self.total = total
    self.bytes = bytes
  }

  /// Called from any worker, a few hundred times in a scan; cheap handlers only.
  public typealias Handler = @Sendable (ScanProgress) -> Void
}

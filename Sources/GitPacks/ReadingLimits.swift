/// What reading may cost; anything beyond is an `UnreadableObject`, never an allocation.
public struct ReadingLimits: Sendable, Hashable {
  /// Largest object, in bytes, that is held in memory.
  public var objectBytes: Int
  /// All buffers of one worker together, in bytes: a chain of large objects keeps several alive.
  public var workerBytes: Int

  /// - Parameter objectBytes: below 2 GiB; offsets inside an object are kept in 32 bits.
  public init(objectBytes: Int = 64 << 20, workerBytes: Int = 384 << 20) {
    self.objectBytes = min(max(objectBytes, 0), 1 << 31 - 1)
    self.workerBytes = workerBytes
  }

  /// No deflate stream expands by more than this factor (RFC 1951: 258 bytes for 2 bits).
  static let largestRatio = 1032

  /// Incompressible bytes grow a little when packed.
  static func largestEntry(_ limits: ReadingLimits) -> Int {
    limits.objectBytes + limits.objectBytes / 1000 + 4096
  }
}

/// Copies of a delta that follow each other both in the base and in the result, joined into one.
public struct CopyRun: Hashable, Sendable {
  /// First byte in the base.
  public var source: Int32
  /// First byte in the result.
  public var destination: Int32
  public var length: Int32

  public init(source: Int32, destination: Int32, length: Int32) {
    self.source = source
    self.destination = destination
    self.length = length
  }
}

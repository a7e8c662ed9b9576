/// Bytes of a content that stand in its base as well.
public struct CopiedStretch: Hashable, Sendable {
  /// First byte in the base.
  public var source: Int32
  /// First byte in the content.
  public var destination: Int32
  public var length: Int32

  public init(source: Int32, destination: Int32, length: Int32) {
    self.source = source
    self.destination = destination
    self.length = length
  }
}

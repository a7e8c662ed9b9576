/// One file of a piece of evidence, as it was handed over.
public struct EvidenceFile: Sendable {
  /// What people call it, for messages: a path or `-`.
  public var name: String
  public var bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

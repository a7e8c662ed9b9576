/// A base score as a tool or advisory states it.
public struct CVSS: Codable, Sendable, Hashable {
  /// 0.0 to 10.0.
  public var score: Double
  public var vector: String?

  public init(score: Double, vector: String? = nil) {
    self.score = score
    self.vector = vector
  }
}

/// The part of a history scan that one machine of several does.
public struct ShardSelection: Sendable, Hashable {
  /// What decides to which shard an object belongs.
  public enum Division: String, Sendable, Codable {
    /// The delta tree of this very layout of packs: each base is read once.
    case tree
    /// A hash of the object's id: the same for every clone, however it is packed.
    case object
  }

  /// From 1 to `count`.
  public let number: Int
  public let count: Int
  public let division: Division

  /// More shards than anybody has machines; it bounds what a merge expects.
  public static let most = 65_536

  /// Nil unless 1 ≤ number ≤ count ≤ `most`.
  public init?(number: Int, count: Int, division: Division = .tree) {
    guard number >= 1, count <= Self.most, number <= count else { return nil }
    (self.number, self.count, self.division) = (number, count, division)
  }

  /// Reads `i/n`; nil for anything else.
  public init?(_ text: String, division: Division = .tree) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]) else {
      return nil
    }
    self.init(number: number, count: count, division: division)
  }
}

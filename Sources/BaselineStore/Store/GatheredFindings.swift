public import FindingModel
import Foundation

/// Findings of one report on their way into the store, packed as they come: those of a large
/// report are never in memory all at once.
public struct GatheredFindings: Sendable {
  private var waiting: [Finding] = []
  private var packed = Data()

  /// Enough blocks for all cores to pack side by side.
  private static let most = 4 * FindingBlocks.size

  public init() {}

  /// - Parameter finding: masked.
  /// - Throws: an error of encoding.
  public mutating func add(_ finding: Finding) throws {
    waiting.append(finding)
    if waiting.count == Self.most { try pack() }
  }

  private mutating func pack() throws {
    packed.append(try FindingBlocks.encode(waiting))
    waiting.removeAll(keepingCapacity: true)
  }

  /// What is stored.
  func data() throws -> Data {
    var all = self
    try all.pack()
    return all.packed
  }
}

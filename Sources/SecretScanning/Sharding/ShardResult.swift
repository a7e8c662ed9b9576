import FindingModel
import Foundation
import GitHistory

/// What one shard found, as the file that it hands on: ids and offsets, no content.
public struct ShardResult: Codable, Sendable {
  public static let schema = "secgate.shard/1"

  struct Hit: Codable, Sendable {
    var object: String
    var kind: String
    /// Rule, start, length, and 1 where it was judged; for each match.
    var matches: [[Int]]
  }

  var schema: String
  var number: Int
  var count: Int
  var division: ShardSelection.Division
  /// SHA-256 of what all shards of one scan must agree on.
  var objectSet: String
  /// Of the packs; only shards by tree depend on it.
  var layout: String
  var references: String
  var rules: String
  var version: String
  /// Of the ids that this shard searched, and how many they were.
  var searched: String
  var searchedCount: Int
  var hits: [Hit]
  /// Kinds of the objects that only libgit2 can place.
  var unplaced: [String: String]
  var pointers: [String]
  var unreadable: [String]
  var gaps: [Gap]
  var bytes: Int

  enum CodingKeys: String, CodingKey {
    case schema, number, count, division, layout, references, rules, version, searched, hits
    case unplaced, pointers, unreadable, gaps, bytes
    case objectSet = "object_set"
    case searchedCount = "searched_count"
  }

  /// The file's bytes; the same for the same result.
  public func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(self)) + [0x0a]
  }

  /// - Throws: `ShardError` for anything but a shard's file of this version.
  public init(file bytes: [UInt8], name: String) throws(ShardError) {
    do {
      self = try JSONDecoder().decode(ShardResult.self, from: Data(bytes))
    } catch {
      throw ShardError("\(name): no result of a shard")
    }
    guard schema == Self.schema else {
      throw ShardError("\(name): \(Self.schema) is expected, it says \(schema)")
    }
    guard ShardSelection(number: number, count: count) != nil else {
      throw ShardError("\(name): shard \(number)/\(count) cannot be")
    }
  }
}

extension ShardResult {
  init(
    _ selection: ShardSelection, _ facts: ShardFacts, searched: [String],
    unplaced: [String: String], _ result: ObjectSearchResult
  ) {
    self.unplaced = unplaced
    schema = Self.schema
    (number, count, division) = (selection.number, selection.count, selection.division)
    (objectSet, layout) = (facts.objectSet, facts.layout)
    (references, rules, version) = (facts.references, facts.rules, SecgateVersion.current)
    self.searched = ShardFacts.digest(searched)
    searchedCount = searched.count
    hits = result.hits.map { hit in
      Hit(
        object: "\(hit.object)", kind: hit.kind.rawValue,
        matches: hit.matches.map {
          [$0.rule, $0.secret.lowerBound, $0.secret.count, $0.isJudged ? 1 : 0]
        })
    }
    pointers = result.pointers.map(\.description)
    unreadable = result.unreadable.map(\.description)
    gaps = result.gaps
    bytes = result.bytes
  }
}

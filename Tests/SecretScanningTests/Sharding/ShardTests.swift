import FindingModel
import Foundation
import TestSupport
import Testing

@testable import SecretScanning

/// Shards joined are what one run gives; anything else is refused by name.
struct ShardTests {
  private let planted: PlantedRepository

  init() throws { planted = try PlantedRepository() }

  private func options(_ path: String? = nil) -> SecretScanOptions {
    SecretScanOptions(.history(path ?? planted.repository.path))
  }

  private func shards(
    _ count: Int, _ division: ShardSelection.Division, _ path: String? = nil
  ) async throws -> [ShardResult] {
    var shards: [ShardResult] = []
    for number in 1...count {
      let selection = try #require(
        ShardSelection(number: number, count: count, division: division))
      let shard = try await SecretScan.shard(selection, options(path), matcher: TokenMatcher())
      shards.append(try ShardResult(file: try shard.encoded(), name: "\(number).json"))
    }
    return shards
  }

  private func merged(_ shards: [ShardResult], _ path: String? = nil) async throws
    -> SecretScanResult
  {
    try await SecretScan.merge(shards, options(path), matcher: TokenMatcher())
  }

  private func bytes(_ result: SecretScanResult) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try encoder.encode(result.findings) + encoder.encode(result.suspects)
      + encoder.encode(result.coverage) + encoder.encode(result.suppressions)
  }

  @Test(arguments: [1, 2, 3, 7, 40], [ShardSelection.Division.tree, .object])
  func `shards in any order give what one run gives`(
    _ count: Int, _ division: ShardSelection.Division
  ) async throws {
    try planted.repository.git("repack", "-a", "-d", "-q")
    let whole = try await SecretScan.run(options(), matcher: TokenMatcher())
    let joined = try await merged(try await shards(count, division).reversed())
    #expect(try bytes(joined) == bytes(whole))
    #expect(whole.findings.count > 10)
  }

  @Test func `objects that the packs' reader cannot place are in exactly one shard`() async throws {
    let repository = planted.repository
    try repository.git("repack", "-a", "-d", "-q")
    let folder = repository.path + "/.git/objects/pack"
    let index = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".idx") })
    try IndexDamage.breakChecksums(URL(filePath: folder + "/" + index), share: 3)
    let whole = try await SecretScan.run(options(), matcher: TokenMatcher())
    let joined = try await merged(try await shards(3, .tree))
    #expect(try bytes(joined) == bytes(whole))
  }

  @Test func `what does not belong together is refused by name`() async throws {
    let three = try await shards(3, .tree)
    let two = try await shards(2, .tree)
    await #expect(throws: ShardError("missing: shard 2/3")) {
      try await merged([three[0], three[2]])
    }
    await #expect(throws: ShardError("shard 1/3 is given twice")) {
      try await merged([three[0], three[0], three[2]])
    }
    await #expect(throws: ShardError.self) { try await merged([three[0], two[1]]) }
    await #expect(throws: ShardError("no shard is given")) { try await merged([]) }
    var fewer = three
    fewer[1].searchedCount -= 1
    await #expect(throws: ShardError("shard 2/3 did not search the objects that belong to it")) {
      try await merged(fewer)
    }
    var other = three
    other[2].rules = "x"
    await #expect(throws: ShardError("shard 3/3 used other rules")) { try await merged(other) }
    try planted.repository.commit("more\n", to: "more.txt")
    await #expect(throws: ShardError("shard 1/3 saw other objects than this repository has")) {
      try await merged(three)
    }
  }

  @Test func `clones that are packed in another way join by object only`() async throws {
    let folder = try TemporaryDirectory()
    let (one, two) = (folder.path + "/one", folder.path + "/two")
    for path in [one, two] {
      try planted.repository.git(
        "clone", "-q", "--mirror", "file://" + planted.repository.path, path)
    }
    try planted.repository.git("-C", two, "repack", "-a", "-d", "-f", "-q", "--depth=1")
    for division in [ShardSelection.Division.object, .tree] {
      var mixed = try await shards(2, division, one)
      mixed[1] = try await shards(2, division, two)[1]
      if division == .object {
        let whole = try await SecretScan.run(options(one), matcher: TokenMatcher())
        #expect(try bytes(try await merged(mixed, one)) == bytes(whole))
      } else {
        await #expect(throws: ShardError.self) { try await merged(mixed, one) }
      }
    }
  }

  @Test(arguments: ["", "{}", "[1]", #"{"schema":"secgate.shard/2"}"#])
  func `a file that is no shard is refused`(_ text: String) {
    #expect(throws: ShardError.self) { try ShardResult(file: Array(text.utf8), name: "x.json") }
  }

  @Test(arguments: ["1/4", "4/4"]) func `a selection is read`(_ text: String) {
    #expect(ShardSelection(text)?.count == 4)
  }

  @Test(arguments: ["0/4", "5/4", "1/0", "1", "a/b", "1/2/3", "-1/2", "1/99999999"])
  func `a selection that cannot be is refused`(_ text: String) {
    #expect(ShardSelection(text) == nil)
  }

  @Test func `no shard has much more to do than its share`() {
    var loads = ShardLoads(count: 16)
    var sums = [UInt64](repeating: 0, count: 17)
    var random = SmallRandom(state: 1)
    let weights = (0..<2000).map { _ in UInt64(random.below(10_000)) }.sorted(by: >)
    for weight in weights { sums[loads.take(weight)] += weight }
    let mean = weights.reduce(0, +) / 16
    #expect(sums.dropFirst().allSatisfy { $0 > mean * 9 / 10 && $0 < mean * 11 / 10 })
  }
}

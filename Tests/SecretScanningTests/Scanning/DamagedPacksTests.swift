import FindingModel
import Foundation
import SecretScanning
import TestSupport
import Testing

@testable import GitPacks

/// A damaged index must neither crash a scan nor hide what it no longer names, and the rest is still
/// searched. The limit is for what hangs: a test waits for its turn among all others.
@Suite(.timeLimit(.minutes(15)))
struct DamagedPacksTests {
  typealias Engine = SecretScanOptions.Engine
  private static let engines = [Engine.delta, .plain]
  /// Where the names begin in an index of version 2.
  private static let names = 8 + 1024

  private let source: GitRepository

  init() throws {
    source = try GitRepository()
    for number in 0..<12 {
      try source.commit("tok_\(100_000_000_000 + number)\n", to: "folder/\(number % 3).txt")
    }
    try source.git("-c", "repack.useDeltaBaseOffset=false", "repack", "-a", "-d", "-q", "-f")
    // Objects of a second pack, and one that stands alone.
    try source.commit("tok_second000000\n", to: "second.txt")
    try source.git("repack", "-d", "-q")
    try source.commit("tok_loose0000000\n", to: "loose.txt")
    try FileManager.default.removeItem(at: source.url.appending(path: "loose.txt"))
  }

  private func scan(_ engine: Engine) async throws -> SecretScanResult {
    var options = SecretScanOptions(.history(source.path))
    options.engine = engine
    return try await SecretScan.run(options, matcher: TestPatternMatcher())
  }

  private var folder: URL { source.url.appending(path: ".git/objects/pack") }

  /// The largest of the indexes.
  private func index() throws -> URL {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false))
    let indexes = names.filter { $0.hasSuffix(".idx") }.map { folder.appending(path: $0) }
    return try #require(
      try indexes.max { try Data(contentsOf: $0).count < Data(contentsOf: $1).count })
  }

  /// - Parameter isSealed: whether the index's own checksum is made right again.
  private func damage(_ file: URL, isSealed: Bool, _ change: (inout [UInt8]) throws -> Void) throws
  {
    var bytes = [UInt8](try Data(contentsOf: file))
    try change(&bytes)
    if isSealed {
      var digest = SHA1()
      digest.update(Array(bytes.dropLast(20)))
      bytes = bytes.dropLast(20) + digest.finalized().bytes
    }
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: file.path(percentEncoded: false))
    try Data(bytes).write(to: file)
  }

  private static func count(_ index: [UInt8]) -> Int {
    index[1028..<1032].reduce(0) { $0 << 8 | Int($1) }
  }

  @Test(arguments: engines, [true, false])
  func `an offset outside of the pack is a gap`(_ engine: Engine, _ isSealed: Bool) async throws {
    let before = try await scan(engine)
    #expect(before.coverage.gaps == [])
    try damage(try index(), isSealed: isSealed) { bytes in
      let count = Self.count(bytes)
      for entry in stride(from: 0, to: count, by: 5) {
        let place = Self.names + count * 24 + entry * 4
        bytes.replaceSubrange(place..<place + 4, with: [0, 0xff, 0xff, 0xff])
      }
    }
    let result = try await scan(engine)
    #expect(result.coverage.gaps.contains { $0.kind == .corrupt })
    let names = result.coverage.gaps.map(\.subject)
    #expect(names.contains("object database") != isSealed)
    #expect(result.coverage.blobs >= 2 && result.coverage.blobs < before.coverage.blobs)
  }

  /// As a hook reads: no forest has looked at the pack.
  @Test(arguments: engines)
  func `a range whose objects are outside of the pack is not clean`(_ engine: Engine) async throws {
    func scan() async throws -> SecretScanResult {
      var options = SecretScanOptions(.range(source.path, range: "HEAD~5..HEAD"))
      options.engine = engine
      return try await SecretScan.run(options, matcher: TestPatternMatcher())
    }
    #expect(try await scan().coverage.gaps == [])
    try damage(try index(), isSealed: true) { bytes in
      let count = Self.count(bytes)
      for place in Self.names + count * 24..<Self.names + count * 28 where place % 4 == 1 {
        bytes[place] = 0xff
      }
    }
    let result = try? await scan()
    #expect(result.map { !$0.coverage.gaps.isEmpty } ?? true)
  }

  /// So many of them that the rest may pass for a table of large offsets; names and offsets are then
  /// those of other objects, and bases lead anywhere.
  @Test(
    arguments: engines, [(4, true), (4, false), (8, true), (8, false), (24, true), (24, false)])
  func `inserted bytes are a gap`(_ engine: Engine, _ insertion: (count: Int, isSealed: Bool))
    async throws
  {
    try damage(try index(), isSealed: insertion.isSealed) { bytes in
      bytes.insert(
        contentsOf: [UInt8](repeating: 1, count: insertion.count), at: Self.names + 20)
    }
    let result = try await scan(engine)
    #expect(
      result.coverage.gaps.contains { $0.kind == .corrupt && $0.subject == "object database" })
    // What stands in the other pack and alone.
    #expect(result.coverage.blobs >= 2)
  }

  @Test(arguments: engines)
  func `a pack that was cut off is a gap, its index is not used`(_ engine: Engine) async throws {
    let pack = try index().deletingPathExtension().appendingPathExtension("pack")
    try damage(pack, isSealed: false) { $0.removeLast(100) }
    let gaps = try await scan(engine).coverage.gaps
    #expect(gaps.contains { $0.subject == "object database" && $0.detail.contains("damaged pack") })
  }

  /// Nobody reads it: each pack's own index says the same.
  @Test(arguments: engines)
  func `a damaged multi-pack index does no harm`(_ engine: Engine) async throws {
    try source.git("multi-pack-index", "write")
    let whole = try await scan(engine)
    #expect(whole.coverage.gaps == [] && whole.coverage.blobs == 14)
    let file = folder.appending(path: "multi-pack-index")
    let sound = [UInt8](try Data(contentsOf: file))
    var random = SmallRandom(state: 11)
    for _ in 0..<5 {
      try damage(file, isSealed: true) { bytes in
        bytes = sound
        let place = random.below(bytes.count)
        bytes.replaceSubrange(
          place..<min(place + 8, bytes.count), with: [0, 0xff, 0xff, 0, 0, 0x80])
      }
      let result = try await scan(engine)
      #expect(result.coverage == whole.coverage && result.suspects == whole.suspects)
    }
  }

  /// Neighbours get one name, so that the pack holds it twice with different content.
  @Test(arguments: engines)
  func `one name for two objects of a pack is a gap`(_ engine: Engine) async throws {
    try damage(try index(), isSealed: true) { bytes in
      let count = Self.count(bytes)
      let neighbours = (1..<count).first { number in
        bytes[Self.names + number * 20] == bytes[Self.names + number * 20 - 20]
      }
      let second = Self.names + (try #require(neighbours)) * 20
      bytes.replaceSubrange(second - 20..<second, with: bytes[second..<second + 20])
    }
    let gaps = try await scan(engine).coverage.gaps
    #expect(gaps.contains { $0.subject == "object database" && $0.detail.contains("twice") })
  }
}

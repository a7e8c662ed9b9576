import Foundation
import TestSupport

/// Repositories whose blobs are edits of each other at and around what ``TestPatternMatcher``
/// finds: the hard cases of a search by copies.
enum GeneratedHistory {
  private static let pieces = [
    "tok_abcdefgh0123", "key-abc-def-0123456789-abcdefghijkl", "end=abcdefgh",
    "my_pass1 = hunter22x", "someone@host/123456", "mail", "123456789",
    "abcd0123456789SECRETXabcdef", "\n", " ", "tok_abc", "SECRETXaaaa", "x", "end=", "Pass",
    "some text of no interest that stands in the way\n", "@host/999", "q",
  ]
  private static let rounds = 14

  /// Three files over some commits, now and then under another name, and a tag.
  static func repository(_ seed: Int) throws -> GitRepository {
    let repository = try GitRepository()
    var random = HistoryGenerator(seed: seed)
    var stream = Data()
    var files = (0..<3).map { _ in
      (0..<60).flatMap { _ in Array((pieces.randomElement(using: &random) ?? "").utf8) }
    }
    for round in 0..<rounds {
      stream.append(contentsOf: "commit refs/heads/main\n".utf8)
      stream.append(contentsOf: "committer Ada Test <ada@example.org> \(1000 + round) +0000\n".utf8)
      append(Array("round \(round) tok_abcdefgh0123".utf8), to: &stream)
      for index in files.indices {
        files[index] = edited(files[index], &random)
        let isRenamed = Int.random(in: 0..<4, using: &random) == 0
        let name = isRenamed ? "moved/\(round)-\(index).txt" : "file\(index).txt"
        stream.append(contentsOf: "M 100644 inline \(name)\n".utf8)
        append(files[index], to: &stream)
      }
    }
    stream.append(contentsOf: "tag v1\nfrom refs/heads/main\n".utf8)
    stream.append(contentsOf: "tagger Ada Test <ada@example.org> 2000 +0000\n".utf8)
    append(Array("mail 123456789".utf8), to: &stream)
    // A limit of 0 keeps the pack, however few objects there are.
    try repository.git(["-c", "fastimport.unpackLimit=0", "fast-import", "--quiet"], input: stream)
    return repository
  }

  private static func append(_ bytes: [UInt8], to stream: inout Data) {
    stream.append(contentsOf: "data \(bytes.count)\n".utf8)
    stream.append(contentsOf: bytes)
    stream.append(0x0a)
  }

  private static func edited(_ bytes: [UInt8], _ random: inout HistoryGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let at = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, at + Int.random(in: 0...40, using: &random))
      let piece = Array((pieces.randomElement(using: &random) ?? "").utf8)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes.replaceSubrange(at..<end, with: piece)
      case 1: bytes.insert(contentsOf: piece, at: at)
      case 2: bytes.removeFirst(min(bytes.count, Int.random(in: 0...30, using: &random)))
      case 3: bytes.removeLast(min(bytes.count, Int.random(in: 0...30, using: &random)))
      case 4:
        let moved = Array(bytes[at..<end])
        bytes.removeSubrange(at..<end)
        bytes.insert(contentsOf: moved, at: Int.random(in: 0...bytes.count, using: &random))
      default: bytes.insert(contentsOf: bytes[at..<end], at: bytes.count)
      }
    }
    return bytes
  }
}

/// The same numbers in every run for one seed.
private struct HistoryGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9e37_79b9_7f4a_7c15 &+ 7 }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 29) ^ (state << 31)
  }
}

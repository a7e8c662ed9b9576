import Foundation
import TestSupport
import Testing

@testable import GitPacks

/// The same digest with the processor's instructions and without, and the one that others have.
@Suite struct SHA1Tests {
  /// The examples of RFC 3174, section 7.3.
  @Test(arguments: [
    ("abc", 1, "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
      "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
    ),
    ("a", 1_000_000, "34aa973cd4c4daa4f61eeb2bdbad27316534016f"),
    (
      "0123456701234567012345670123456701234567012345670123456701234567", 10,
      "dea356a2cddd90c7a7ecedc5ebb563934f460452"
    ),
  ])
  func `published examples`(_ text: String, _ count: Int, _ digest: String) {
    for usesInstructions in [true, false] {
      var sum = SHA1(usesInstructions: usesInstructions)
      for _ in 0..<count { sum.update(Array(text.utf8)) }
      #expect("\(sum.finalized())" == digest)
    }
  }

  @Test func `every length, in pieces of every size`() {
    var random = Generator(state: 4)
    for length in 0..<400 {
      let bytes = (0..<length).map { _ in UInt8(random.below(256)) }
      var whole = SHA1(usesInstructions: false)
      whole.update(bytes)
      var pieces = SHA1()
      var rest = bytes[...]
      while !rest.isEmpty {
        let piece = rest.prefix(random.below(150))
        pieces.update(Array(piece))
        rest = rest.dropFirst(piece.count)
      }
      #expect(pieces.finalized() == whole.finalized())
    }
  }

  @Test(.enabled(if: SHA1Tests.isKnownToHaveInstructions))
  func `the instructions are found where the system tells of them`() {
    #expect(SHA1.hasInstructions)
  }

  private static var isKnownToHaveInstructions: Bool {
    guard let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8) else {
      return false
    }
    return text.split(separator: "\n").contains {
      $0.hasPrefix("flags") && $0.split(separator: " ").contains("sha_ni")
    }
  }
}

import Foundation
import TestSupport
import Testing

@testable import GitPacks

/// Single flipped bits: each is noticed, or what is read is the truth.
@Suite struct DamageTests {
  /// How many flips for each kind of file; `SECGATE_FLIPS=1000` for a long run.
  static let flips =
    Int(ProcessInfo.processInfo.environment["SECGATE_FLIPS"] ?? "") ?? 60

  @Test(arguments: [".pack", ".idx"])
  func `a flipped bit is noticed or does no harm`(_ suffix: String) throws {
    let repository = try RepositoryMaker.make(seed: 11, commits: 6)
    try repository.git("repack", "-a", "-d", "-q")
    let expected = try repository.objectsByGit()
    let folder = URL(filePath: repository.objectsPath + "/pack")
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder.path()).first {
        $0.hasSuffix(suffix)
      })
    let file = folder.appending(path: name)
    let whole = try Data(contentsOf: file)
    try FileManager.default.removeItem(at: file)
    var random = Generator(state: 42)
    for _ in 0..<Self.flips {
      var damaged = whole
      let at = random.below(whole.count)
      damaged[at] ^= 1 << UInt8(random.below(8))
      try damaged.write(to: file)
      let found = try CollectingVisitor.collect(repository.objectsPath)
      let noticed = !found.forest.problems.isEmpty || !found.unread.isEmpty
      #expect(noticed || found.objects == expected, "byte \(at)")
      for (name, object) in found.objects { #expect(expected[name] == object, "byte \(at)") }
    }
  }
}

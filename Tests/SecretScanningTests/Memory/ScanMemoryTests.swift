import FindingModel
import Foundation
import GitHistory
import TestSupport
import Testing

@testable import SecretScanning

/// A second scan gives what a first one would, looks at what is new only, and believes nobody.
struct ScanMemoryTests {
  private let planted: PlantedRepository
  private let state: TemporaryDirectory
  private let counter = CountingMatcher.Counter()

  init() throws {
    planted = try PlantedRepository()
    state = try TemporaryDirectory()
  }

  private var source: GitRepository { planted.repository }
  private var folder: String { source.path + "/.git/secgate" }

  private func scan(_ path: String, memory: Bool = true, digest: Character) async throws
    -> SecretScanResult
  {
    var options = SecretScanOptions(.history(path))
    options.memory =
      memory ? ScanMemoryOptions(stateDirectory: state.path + "/secgate") : nil
    return try await SecretScan.run(options, matcher: CountingMatcher(counter, digest: digest))
  }

  /// Scans with the memory and holds the result against a fresh scan.
  ///
  /// - Returns: the bytes of content that were searched for it.
  @discardableResult
  private func searched(_ digest: Character = "0", in other: GitRepository? = nil) async throws
    -> Int
  {
    let path = (other ?? source).path
    counter.reset()
    let remembered = try await scan(path, digest: digest)
    let bytes = counter.bytes
    let fresh = try await scan(path, memory: false, digest: digest)
    #expect(remembered.findings == fresh.findings)
    #expect(remembered.suspects == fresh.suspects)
    #expect(remembered.coverage == fresh.coverage)
    #expect(remembered.suppressions == fresh.suppressions)
    #expect(remembered.scope == fresh.scope)
    #expect(other == nil ? remembered.findings.count > 5 : remembered.findings.count == 1)
    return bytes
  }

  private static let files = [
    "scan-memory.result", "scan-memory.history", "scan-memory.snapshot", "scan-memory.tables",
    "scan-memory.objects",
  ]

  @Test func `whatever decides the result is looked at`() async throws {
    let git = source.path + "/.git/"
    func write(_ text: String, _ path: String) throws {
      try Data(text.utf8).write(to: URL(filePath: path))
    }
    func head(_ reference: String) throws -> String { try source.git("rev-parse", reference) }
    let changes: [() throws -> Void] = [
      { try source.git("update-ref", "refs/heads/other", "HEAD~1") },
      { try source.git("pack-refs", "--all") },
      { try write(try head("HEAD") + "\n", git + "refs/heads/other") },
      { try write("ref: refs/heads/nowhere\n", git + "refs/heads/symbolic") },
      { try write("ref: refs/heads/other\n", git + "refs/heads/symbolic") },
      { try source.git("symbolic-ref", "HEAD", "refs/heads/other") },
      { try source.git("checkout", "-q", "--detach") },
      { try source.git("worktree", "add", "-q", "--detach", state.path + "/linked", "HEAD~1") },
      { try write("\(String(repeating: "1", count: 40))\n", git + "refs/heads/lost") },
      { try write("no id\n", git + "refs/heads/broken") },
      {
        let address = "https://a:\(MadeUpSecret.githubToken(77))@b.c/d"
        try source.git("config", "remote.x.url", address)
      },
      { try write("t = \(MadeUpSecret.githubToken(78))\n", source.path + "/untracked.txt") },
      { try write("t = \(MadeUpSecret.githubToken(79))\n", source.path + "/untracked.txt") },
      { try source.git("add", "untracked.txt") },
      { try FileManager.default.removeItem(atPath: source.path + "/untracked.txt") },
      { try write("\(try head("HEAD"))\n", git + "shallow") },
    ]
    for change in changes {
      try change()
      for _ in 0..<2 { try await searched() }
    }
  }

  @Test func `nothing new costs no object`() async throws {
    let first = try await searched()
    let second = try await searched()
    let third = try await searched()
    #expect(second == third)
    // Files, references and configuration are looked at each time.
    #expect(second < first / 2)
  }

  @Test func `a new commit, a branch, a repack and new loose objects give what is there`()
    async throws
  {
    let all = try await searched()
    let quiet = try await searched()
    try source.commit("token = \(MadeUpSecret.githubToken(900))\n", to: "new/x.txt")
    #expect(try await searched() < all)
    try source.git("repack", "-a", "-d", "-q")
    #expect(try await searched() < all)
    try source.git("branch", "-D", "topic")
    #expect(try await searched() < all)
    try source.git("stash", "drop", "-q")
    try source.git("reflog", "expire", "--expire=now", "--all")
    try source.git("gc", "--prune=now", "-q")
    try await searched()
    #expect(try await searched() < quiet + 1000)
  }

  @Test func `other rules search everything again`() async throws {
    let first = try await searched("0")
    #expect(try await searched("1") == first)
    #expect(try await searched("1") < first)
  }

  @Test func `histories that grow at random give the same each time`() async throws {
    for seed in 0..<6 {
      let history = try RandomHistory(seed: UInt64(seed) + 500)
      var random = SmallRandom(state: UInt64(seed))
      for step in 0..<4 {
        if random.below(3) > 0 {
          try history.repository.commit(
            "t = \(MadeUpSecret.githubToken(random.below(5)))\n",
            to: "a\(random.below(3))/b\(step).txt")
        }
        if random.below(3) == 0 { try history.repository.git("gc", "-q") }
        var options = SecretScanOptions(.history(history.repository.path))
        let fresh = try await SecretScan.run(options, matcher: TokenMatcher())
        options.memory = ScanMemoryOptions(stateDirectory: state.path + "/secgate")
        let remembered = try await SecretScan.run(options, matcher: TokenMatcher())
        #expect(remembered.findings == fresh.findings)
        #expect(remembered.coverage == fresh.coverage)
      }
    }
  }

  @Test(arguments: Self.files)
  func `a damaged or forged memory is not used`(_ name: String) async throws {
    let plain = try GitRepository()
    try plain.commit(
      String(repeating: "a line\n", count: 500) + MadeUpSecret.githubToken(7) + "\n", to: "a.txt")
    try plain.git("rm", "-q", "a.txt")
    try plain.git("commit", "-q", "-m", "Remove")
    let folder = plain.path + "/.git/secgate/"
    let first = try await searched(in: plain)
    let quiet = try await searched(in: plain)
    #expect(quiet < first / 4)
    let url = URL(filePath: folder + name)
    let others = Self.files.filter { $0 != name }
    let whole = try Data(contentsOf: url)
    var random = SmallRandom(state: 3)
    for round in 0..<12 {
      if round < 10 {
        var damaged = whole
        damaged[random.below(whole.count)] ^= 1 << UInt8(random.below(8))
        try damaged.write(to: url)
      } else {
        // Sealed again by somebody without the key.
        let key = [UInt8](repeating: 7, count: 32)
        let forged = MemoryFile(path: url.path(), key: key, subject: "")
        #expect(forged.write([UInt8](whole.dropLast(16 + 32 + 22))))
      }
      for other in others { try? FileManager.default.removeItem(atPath: folder + other) }
      #expect(try await searched(in: plain) == first)
    }
  }

  @Test func `a key that others can read, or that is a link, is no key`() async throws {
    let first = try await searched()
    let quiet = try await searched()
    let many = quiet + (first - quiet) / 2
    let key = state.path + "/secgate/scan-memory.key"
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
    #expect(try await searched() > many)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
    #expect(try await searched() < many)
    try FileManager.default.moveItem(atPath: key, toPath: key + ".real")
    try FileManager.default.createSymbolicLink(atPath: key, withDestinationPath: key + ".real")
    #expect(try await searched() > many)
  }

  @Test func `no secret is in the memory, not even one of a commit's author`() async throws {
    try await searched()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let url = URL(filePath: folder + "/" + name)
      let mode = try FileManager.default.attributesOfItem(atPath: url.path())[.posixPermissions]
      #expect(mode as? Int == 0o600)
      let bytes = try Data(contentsOf: url)
      for place in PlantedRepository.places {
        let token = Array(PlantedRepository.token(place.name).utf8)
        for start in 4..<token.count - 6 {
          #expect(bytes.range(of: Data(token[start..<start + 6])) == nil, "\(name) \(place.name)")
        }
      }
    }
  }

  @Test func `nothing is written into a folder of states inside the repository`() async throws {
    var options = SecretScanOptions(.history(source.path))
    options.memory = ScanMemoryOptions(stateDirectory: source.path + "/state")
    _ = try await SecretScan.run(options, matcher: TokenMatcher())
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test func `keyed hashes are those of SipHash's authors, however the bytes come`() {
    let key = (0..<16).map { UInt8($0) }
    #expect(KeyedHash.hash([], key: key).hexadecimal == "a3817f04ba25a8e66df67214c7550293")
    #expect(KeyedHash.hash([0], key: key).hexadecimal == "da87c1d86b99af44347659119b22fc45")
    let bytes = (0..<100).map { UInt8($0) }
    for split in 0...bytes.count {
      var hash = KeyedHash(key: key)
      hash.update(Array(bytes[..<split]))
      hash.update(Array(bytes[split...]))
      #expect(hash.finalized() == KeyedHash.hash(bytes, key: key))
    }
  }

  @Test func `message codes are those of RFC 4231`() {
    let code = MessageCode.code(
      Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8))
    #expect(
      code.hexadecimal == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    let long = MessageCode.code(
      Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      key: [UInt8](repeating: 0xaa, count: 131))
    #expect(
      long.hexadecimal == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
  }
}

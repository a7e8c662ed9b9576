import Foundation
import TestSupport
import Testing

/// A store that cannot be used: the verdict stands, with a warning; a decision is made whole or not
/// at all.
@Suite struct StoreTroubleTests {
  private struct Stage {
    let program: Program
    let repository: GitRepository
    let ids: [String]

    /// A repository that was scanned, with its open findings.
    init(findings: Int = 1) throws {
      program = try Program()
      repository = try GitRepository()
      for seed in 0..<findings {
        try repository.commit(
          "token = \"\(MadeUpSecret.githubToken(60 + seed))\"\n", to: "app\(seed).env")
      }
      let scan = try program.run("scan", "--offline", "--format", "json", in: repository.url)
      ids = try SecretsAnswer(scan).failing.sorted()
      guard ids.count == findings else { throw Command.Failure(description: scan.errorText) }
    }

    var store: URL { repository.url.appending(path: ".git/secgate/store.sqlite") }

    func scan() throws -> Command { try program.run("scan", "--offline", in: repository.url) }

    func words(_ id: String) throws -> [String] {
      [
        "accept", id, "--reason", "revoked", "--owner", "Ada", "--expires", try Program.day(10),
      ]
    }

    func accept() throws -> Command { try program.run(try words(ids[0]), in: repository.url) }

    func decisionFiles() -> [String] {
      (try? FileManager.default.contentsOfDirectory(atPath: repository.path + "/.secgate/baseline"))
        ?? []
    }

    /// Runs the program where no file may grow beyond `blocks` KiB, as on a disk that is full.
    func run(_ arguments: [String], blocks: Int) throws -> Command {
      try Command.run(
        [
          "bash", "-c", "trap '' XFSZ; ulimit -f \(blocks); exec \"$0\" \"$@\"",
          Program.binary.path(percentEncoded: false),
        ] + arguments, in: repository.url, environment: program.environment)
    }
  }

  @Test func `a damaged store is set aside, and decisions are read from their files`() throws {
    let stage = try Stage()
    #expect(try stage.accept().status == 0)
    try Data(repeating: 0x5a, count: 9000).write(to: stage.store)
    let scan = try stage.scan()
    #expect(scan.status == 0, "\(scan.text)\(scan.errorText)")
    #expect(scan.errorText.contains("damaged"))
    let names = try FileManager.default.contentsOfDirectory(
      atPath: stage.store.deletingLastPathComponent().path(percentEncoded: false))
    #expect(names.contains { $0.hasPrefix("store.sqlite.damaged-") })
    let again = try stage.scan()
    #expect(again.status == 0)
    #expect(!again.errorText.contains("damaged"))
  }

  @Test func `a newer store is left alone: the verdict stands, a decision does not`() throws {
    let stage = try Stage()
    var bytes = try [UInt8](Data(contentsOf: stage.store))
    // The user version of SQLite's file header (sqlite.org/fileformat.html, section 1.3).
    bytes[63] = 99
    try Data(bytes).write(to: stage.store)
    let scan = try stage.scan()
    #expect(scan.status == 1, "\(scan.text)\(scan.errorText)")
    #expect(scan.errorText.contains("newer secgate"))
    let accept = try stage.accept()
    #expect(accept.status == 4, "\(accept.errorText)")
    #expect(accept.errorText.contains("no decision was recorded"))
    #expect(stage.decisionFiles().isEmpty)
    #expect(try [UInt8](Data(contentsOf: stage.store)) == bytes)
  }

  @Test func `where no store can be made the verdict stands and a decision does not`() throws {
    let stage = try Stage()
    let folder = stage.store.deletingLastPathComponent()
    try FileManager.default.removeItem(at: folder)
    // Not even root can write below a file.
    try Data().write(to: folder)
    let scan = try stage.scan()
    #expect(scan.status == 1, "\(scan.text)\(scan.errorText)")
    #expect(scan.errorText.contains("the verdict stands without it"))
    let accept = try stage.accept()
    #expect(accept.status == 4, "\(accept.errorText)")
    #expect(stage.decisionFiles().isEmpty)
  }

  @Test func `on a full disk the verdict stands and a decision does not`() throws {
    let stage = try Stage()
    let scan = try stage.run(["scan", "--offline"], blocks: 16)
    #expect(scan.status == 1, "\(scan.text)\(scan.errorText)")
    #expect(scan.errorText.contains("the verdict stands without it"), "\(scan.errorText)")
    let accept = try stage.run(try stage.words(stage.ids[0]), blocks: 16)
    #expect(accept.status == 4, "\(accept.text)\(accept.errorText)")
    #expect(accept.errorText.contains("no decision was recorded"), "\(accept.errorText)")
    #expect(stage.decisionFiles().filter { $0.hasSuffix(".toml") }.isEmpty)
    #expect(try stage.accept().status == 0)
  }

  @Test func `scans and decisions at the same time all come through`() async throws {
    let stage = try Stage(findings: 4)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for id in stage.ids {
        group.addTask {
          let accept = try stage.program.run(try stage.words(id), in: stage.repository.url)
          #expect(accept.status == 0, "\(accept.errorText)")
        }
      }
      group.addTask {
        let scan = try stage.scan()
        #expect([0, 1].contains(scan.status), "\(scan.text)\(scan.errorText)")
        #expect(!scan.errorText.contains("warning"), "\(scan.errorText)")
      }
      try await group.waitForAll()
    }
    #expect(stage.decisionFiles().count == 4)
    #expect(try stage.scan().status == 0)
  }

  @Test func `two decisions on one finding and a wrong key are told by file, line and key`() throws
  {
    let stage = try Stage()
    #expect(try stage.accept().status == 0)
    let folder = stage.repository.path + "/.secgate/baseline"
    let name = try #require(stage.decisionFiles().first)
    try FileManager.default.copyItem(
      atPath: "\(folder)/\(name)", toPath: "\(folder)/copy.toml")
    let twice = try stage.scan()
    #expect(twice.status != 0, "neither of the two counts")
    #expect(twice.text.contains(name) && twice.text.contains("copy.toml"), "\(twice.text)")
    let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    try text.replacing("owner =", with: "ownr =")
      .write(toFile: "\(folder)/copy.toml", atomically: false, encoding: .utf8)
    let line = (text.split(separator: "\n").firstIndex { $0.hasPrefix("owner =") } ?? -1) + 1
    let wrong = try stage.scan()
    #expect(wrong.text.contains("copy.toml:\(line)"), "\(wrong.text)")
    #expect(wrong.text.contains("ownr"), "\(wrong.text)")
  }
}

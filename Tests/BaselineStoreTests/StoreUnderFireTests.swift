import BaselineStore
import FindingModel
import Foundation
import TestSupport
import Testing

@Suite struct StoreUnderFireTests {
  private static let exerciser = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "store-exerciser").path(percentEncoded: false)

  /// `SECGATE_KILLS=1000` for the long run.
  private static let kills =
    ProcessInfo.processInfo.environment["SECGATE_KILLS"].flatMap(Int.init) ?? 12

  private func acknowledged(_ text: String) -> [String] {
    // The last line may be cut by the kill; it counts only with its end.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.dropLast().map(String.init)
  }

  private func expectWhole(_ place: Place, holds ids: [String]) throws {
    let store = try place.open()
    #expect(store.notices.isEmpty)
    #expect(try store.integrityProblems().isEmpty)
    let text = place.folder.load()
    #expect(text.problems.isEmpty)
    let written = Set(text.decisions.map(\.id))
    #expect(ids.allSatisfy(written.contains))
    let indexed = Set(try store.decisions().map(\.id))
    #expect(ids.allSatisfy(indexed.contains))
    #expect(indexed.isSubset(of: written))
    try store.follow(text.decisions, fromCommit: nil)
    #expect(try store.decisions() == text.decisions)
  }

  @Test func `no acknowledged decision is lost by a kill at any moment`() throws {
    let place = try Place()
    var all: [String] = []
    for round in 0..<Self.kills {
      // `timeout` kills after 20 to 170 ms, so that opening, deciding and recording are all hit.
      let delay = 0.02 + Double((round * 37) % 150) / 1000
      let result = try Command.run([
        "timeout", "-s", "KILL", String(delay), Self.exerciser,
        place.store.path(percentEncoded: false), place.folder.url.path(percentEncoded: false),
        "k\(round)-", "100000",
      ])
      #expect(result.status != 0)
      #expect(result.errorText.isEmpty)
      all += acknowledged(result.text)
      try expectWhole(place, holds: all)
    }
    #expect(!all.isEmpty)
  }

  @Test func `what a killed process left beside the decisions goes with the next one`() throws {
    let place = try Place()
    let (old, young) = (".0b7c5a3e-1f2d-x.toml.new", ".9d8e7f6a-5b4c-x.toml.new")
    for name in [old, young, ".gitignore", "notes.new"] {
      try place.directory.write("half", to: "baseline/" + name)
    }
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -3600)],
      ofItemAtPath: place.folder.url.appending(path: old).path(percentEncoded: false))
    try place.open().decide(Samples.decision("sg1:sec:a"), files: place.folder, by: "Ada")
    let names = try FileManager.default.contentsOfDirectory(
      atPath: place.folder.url.path(percentEncoded: false))
    #expect(!names.contains(old))
    #expect(Set(names).isSuperset(of: [young, ".gitignore", "notes.new"]))
  }

  @Test func `processes at the same time all get their decisions in`() async throws {
    let place = try Place()
    let ids = try await withThrowingTaskGroup(of: [String].self) { group in
      for name in ["a", "b", "c"] {
        group.addTask {
          let result = try Command.run([
            Self.exerciser, place.store.path(percentEncoded: false),
            place.folder.url.path(percentEncoded: false), name, "40",
          ])
          #expect(result.status == 0, "\(result.errorText)")
          return acknowledged(result.text)
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(ids.count == 120)
    try expectWhole(place, holds: ids)
    #expect(try place.open().trail().count == 120)
  }

  @Test func `a full disk is told as such and nothing is half recorded`() throws {
    let place = try Place()
    // Blocks of 1024 bytes: the log reaches the limit after some decisions.
    let result = try Command.run([
      "bash", "-c", "ulimit -f 400; exec \"$0\" \"$@\"", Self.exerciser,
      place.store.path(percentEncoded: false), place.folder.url.path(percentEncoded: false), "f",
      "100000",
    ])
    #expect(result.status != 0)
    #expect(
      result.errorText.contains("no decision was recorded") || result.errorText.contains("full"))
    try expectWhole(place, holds: acknowledged(result.text))
  }

  @Test func `a newer schema is left alone`() throws {
    let place = try Place()
    try place.open().close()
    try SQLiteBytes.setUserVersion(99, in: place.store)
    let before = try Data(contentsOf: place.store)
    let error = #expect(throws: StoreError.self) { try place.open() }
    #expect(error?.code == .newer)
    #expect(error?.message.contains("newer secgate") == true)
    #expect(error?.canContinue == true)
    #expect(try Data(contentsOf: place.store) == before)
  }

  @Test(arguments: 0..<24)
  func `a damaged file is set aside and rebuilt from the text`(seed: Int) throws {
    let place = try Place()
    let store = try place.open()
    let decisions = (0..<50).map { Samples.decision("sg1:sec:\($0)") }
    try store.decide(decisions, files: place.folder, by: "Ada")
    try store.close()
    var bytes = try [UInt8](Data(contentsOf: place.store))
    switch seed % 4 {
    case 0: bytes = Array(bytes.prefix(bytes.count / 2 + seed))
    case 1: bytes = Array("not a database, but long enough to be one".utf8) + bytes.dropFirst(41)
    case 2: for index in stride(from: seed, to: bytes.count, by: 97) { bytes[index] ^= 0x20 }
    default: for index in 4096..<min(bytes.count, 12_288) { bytes[index] = 0xff }
    }
    try Data(bytes).write(to: place.store)
    let again = try place.open()
    #expect(again.notices.count == 1)
    #expect(try again.integrityProblems().isEmpty)
    try again.follow(place.folder.load().decisions, fromCommit: nil)
    #expect(try again.decisions().count == 50)
    let kept = try FileManager.default.contentsOfDirectory(
      atPath: place.store.deletingLastPathComponent().path(percentEncoded: false))
    #expect(kept.contains { $0.contains("damaged") })
  }

  @Test(arguments: ["/proc/secgate/store.sqlite", "/dev/null/store.sqlite"])
  func `a place that cannot be written lets the verdict stand`(path: String) {
    let error = #expect(throws: StoreError.self) {
      try BaselineStore.open(at: URL(filePath: path))
    }
    #expect(error?.canContinue == true)
  }

  @Test func `file and folder are the owner's alone`() throws {
    let place = try Place()
    let store = try place.open()
    try store.note("x", about: "y", by: "Ada")
    let folder = place.store.deletingLastPathComponent().path(percentEncoded: false)
    let manager = FileManager.default
    #expect(try manager.attributesOfItem(atPath: folder)[.posixPermissions] as? Int == 0o700)
    for file in try manager.contentsOfDirectory(atPath: folder) {
      let mode = try manager.attributesOfItem(atPath: folder + "/" + file)[.posixPermissions]
      #expect(mode as? Int == 0o600, "\(file)")
    }
  }
}

/// Fields of SQLite's file header (sqlite.org/fileformat.html, section 1.3).
enum SQLiteBytes {
  static func setUserVersion(_ version: UInt8, in file: URL) throws {
    var bytes = try [UInt8](Data(contentsOf: file))
    bytes[63] = version
    try Data(bytes).write(to: file)
  }
}

import FindingModel
import Foundation
import TestSupport
import Testing

/// Looks for planted secrets in what a command left behind: in its output, and in every file that
/// it wrote, its own folders for state and temporary files included.
enum Leak {
  /// Holds every token that ``MadeUpSecret`` makes for the tests.
  static let watch = LeakWatch(
    tokens: (Array(0..<200) + Array(1000..<1400)).map { MadeUpSecret.githubToken($0) }
      + (0..<20).map { MadeUpSecret.awsKeyID($0) })

  static func expectNone(of token: String, in command: Command) throws {
    expectNone(in: command, LeakWatch(tokens: [token]))
  }

  static func expectNone(of token: String, below folder: URL) throws {
    expectNone(below: folder, since: .distantPast, LeakWatch(tokens: [token]))
  }

  static func expectNone(in command: Command, _ watch: LeakWatch = watch) {
    for (name, data) in [("the output", command.output), ("standard error", command.errors)] {
      if let piece = watch.find(in: data) { report(piece, name) }
    }
  }

  /// Files below a folder, but for objects of git, that were written at that time or later.
  static func expectNone(below folder: URL, since: Date, _ watch: LeakWatch = watch) {
    let keys: [URLResourceKey] = [.contentModificationDateKey, .isRegularFileKey]
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: keys)
    while let file = files?.nextObject() as? URL {
      if file.lastPathComponent == "objects" { files?.skipDescendants() }
      guard let values = try? file.resourceValues(forKeys: Set(keys)),
        values.isRegularFile == true, let changed = values.contentModificationDate,
        changed >= since, let data = try? Data(contentsOf: file)
      else { continue }
      if let piece = watch.find(in: data) { report(piece, file.path(percentEncoded: false)) }
    }
  }

  private static func report(_ form: String, _ place: String) {
    Issue.record("\(place) holds a piece of a planted secret, \(form)")
  }
}

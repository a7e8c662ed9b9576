import Foundation
import TestSupport

/// Repositories with a history of small edits, so that git finds deltas.
enum RepositoryMaker {
  static func make(seed: UInt64 = 1, commits: Int = 12) throws -> GitRepository {
    var random = Generator(state: seed)
    let repository = try GitRepository()
    var files = (0..<4).map { _ in (0..<120).map { _ in random.line() } }
    for commit in 0..<commits {
      for file in files.indices {
        edit(&files[file], &random)
        try repository.directory.write(
          files[file].joined(separator: "\n"), to: "folder\(file % 2)/file\(file).txt")
      }
      try repository.git("add", "-A")
      try repository.git("commit", "-q", "-m", "Change \(commit)")
    }
    try repository.git("tag", "-a", "-m", "First", "v1")
    return repository
  }

  private static func edit(_ lines: inout [String], _ random: inout Generator) {
    let at = random.below(lines.count)
    switch random.below(5) {
    case 0: lines.insert(random.line(), at: at)
    case 1: lines[at] = random.line()
    case 2: lines.swapAt(at, random.below(lines.count))
    case 3: lines.removeFirst(min(3, lines.count - 20))
    default: lines.append(random.line())
    }
  }
}

/// A small linear congruential generator: the same repositories in every run.
struct Generator {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }

  mutating func line() -> String { "line \(below(1000)) of \(below(1_000_000)) words" }
}

import Foundation
import TestSupport

/// The ways in which git keeps the objects of a repository.
enum ObjectStorage: String, CaseIterable, Sendable {
  case loose, onePack, severalPacks, alternates, aggressive

  /// Brings all objects of a repository, reachable or not, into this form.
  ///
  /// - Throws: also where git did not do it, so that no test passes on another form.
  func apply(to repository: GitRepository) throws {
    switch self {
    case .loose:
      try require(repository, packs: 0...0)
    case .onePack:
      try pack(repository, groups: 1)
      try require(repository, packs: 1...1, loose: 0...0)
    case .severalPacks:
      try pack(repository, groups: 4)
      try require(repository, packs: 4...4, loose: 0...0)
    case .alternates:
      let elsewhere = repository.path + "/.git/elsewhere"
      let objects = repository.path + "/.git/objects"
      try FileManager.default.moveItem(atPath: objects, toPath: elsewhere)
      try repository.directory.write(elsewhere + "\n", to: ".git/objects/info/alternates")
      try require(repository, packs: 0...0, loose: 0...0)
    case .aggressive:
      // What is unreachable is kept, loose or in a pack of its own: it is younger than two weeks.
      try repository.git("gc", "-q", "--aggressive")
      try require(repository, packs: 1...2)
    }
  }

  private func pack(_ repository: GitRepository, groups: Int) throws {
    let all = try repository.git(
      "cat-file", "--batch-all-objects", "--batch-check=%(objectname)")
    let ids = all.split(separator: "\n")
    for group in 0..<groups {
      let share = ids.enumerated().filter { $0.offset % groups == group }.map(\.element)
      try repository.git(
        ["pack-objects", "-q", ".git/objects/pack/pack"],
        input: Data((share.joined(separator: "\n") + "\n").utf8))
    }
    try repository.git("prune-packed", "-q")
  }

  private func require(
    _ repository: GitRepository, packs: ClosedRange<Int>, loose: ClosedRange<Int>? = nil
  ) throws {
    let counts = try repository.git("count-objects", "-v")
    func count(_ name: String) -> Int? {
      counts.split(separator: "\n").first { $0.hasPrefix(name + ": ") }
        .flatMap { Int($0.dropFirst(name.count + 2)) }
    }
    guard let found = count("packs"), packs.contains(found), let left = count("count"),
      loose?.contains(left) ?? true
    else { throw Command.Failure(description: "not \(self): \(counts)") }
  }
}

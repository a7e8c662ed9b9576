import Foundation
import TestSupport

/// Repositories of random shape: branches, merges, moves, the same content at several places,
/// stash, notes, tags of all kinds, commits that nothing names; optionally packed.
struct RandomHistory {
  private(set) var random: SmallRandom
  let repository: GitRepository

  init(seed: UInt64, steps: Int = 14) throws {
    random = SmallRandom(state: seed)
    repository = try GitRepository()
    try repository.commit("start\n", to: "start.txt")
    for step in 0..<steps { try act(step) }
    try tag()
    if random.below(2) == 0 {
      let depth = random.below(30) + 1
      try repository.git("repack", "-q", "-a", "-d", "-f", "--depth=\(depth)", "-k")
    }
    if random.below(3) == 0 { try repository.commit("loose again\n", to: "late.txt") }
  }

  /// How many objects to lose: half of the histories are whole.
  mutating func damage() -> Int { random.below(2) * (1 + random.below(3)) }

  /// Removes blobs and trees that history names.
  mutating func lose(_ count: Int) throws {
    let pack = repository.path + "/.git/objects/pack"
    for name in try FileManager.default.contentsOfDirectory(atPath: pack)
    where name.hasSuffix(".pack") {
      let moved = repository.path + "/" + name
      try FileManager.default.moveItem(atPath: pack + "/" + name, toPath: moved)
      for other in try FileManager.default.contentsOfDirectory(atPath: pack) {
        try FileManager.default.removeItem(atPath: pack + "/" + other)
      }
      try repository.git(
        ["unpack-objects", "-q"], input: try Data(contentsOf: URL(filePath: moved)))
    }
    let named = try repository.git("rev-list", "--objects", "--all").split(separator: "\n")
      .filter { $0.contains(" ") && $0.split(separator: " ").count == 2 }
    for _ in 0..<count {
      let id = named[random.below(named.count)].prefix(40)
      let path = "\(repository.path)/.git/objects/\(id.prefix(2))/\(id.dropFirst(2))"
      if FileManager.default.fileExists(atPath: path) {
        try FileManager.default.removeItem(atPath: path)
      }
    }
  }

  private mutating func act(_ step: Int) throws {
    let date = "\(1_700_000_000 + random.below(3) * 1000 + step) +0000"
    let environment = ["GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date]
    switch random.below(9) {
    case 0: try branch(step)
    case 1: try merge(environment)
    case 2: try move(environment)
    case 3: try abandon(step, environment)
    case 4 where step > 2: try stash(step)
    case 5: try repository.git("notes", "add", "-f", "-m", content(), environment: environment)
    default: try write(step, environment)
    }
  }

  /// A few contents only, so that blobs and trees stand at several places.
  private mutating func content() -> String {
    let number = random.below(12)
    return String(repeating: "line of content \(number)\n", count: number + 1)
  }

  private mutating func path() -> String {
    (0..<random.below(4)).map { _ in "d\(random.below(3))/" }.joined() + "f\(random.below(6)).txt"
  }

  private mutating func write(_ step: Int, _ environment: [String: String]) throws {
    for _ in 0...random.below(4) {
      let path = path()
      try? FileManager.default.removeItem(at: repository.url.appending(path: path))
      try repository.directory.write(content(), to: path)
    }
    try commit("Write \(step)", environment)
  }

  private func commit(_ message: String, _ environment: [String: String]) throws {
    try repository.git("add", "-A")
    try repository.git(
      "commit", "-q", "--allow-empty", "-m", message, environment: environment)
  }

  private mutating func branch(_ step: Int) throws {
    if random.below(2) == 0 {
      try repository.git("checkout", "-q", "-b", "branch\(step)")
    } else {
      let names = try repository.git("branch", "--format=%(refname:short)").split(separator: "\n")
      try repository.git("checkout", "-q", String(names[random.below(names.count)]))
    }
  }

  private mutating func merge(_ environment: [String: String]) throws {
    let names = try repository.git("branch", "--format=%(refname:short)").split(separator: "\n")
    let other = String(names[random.below(names.count)])
    try repository.git(
      "merge", "-q", "-s", "ours", "--allow-unrelated-histories", "-m", "Merge", other,
      environment: environment)
  }

  private mutating func move(_ environment: [String: String]) throws {
    let files = try repository.git("ls-files").split(separator: "\n").map(String.init)
    let folder = "moved\(random.below(3))"
    try repository.directory.write("", to: folder + "/.keep")
    try repository.git(
      "mv", "-f", files[random.below(files.count)], folder + "/x\(random.below(9))")
    try commit("Move", environment)
  }

  private mutating func abandon(_ step: Int, _ environment: [String: String]) throws {
    try write(step, environment)
    try repository.git("reset", "-q", "--hard", "HEAD~1")
  }

  private mutating func stash(_ step: Int) throws {
    try repository.directory.write("stashed \(step)\n" + content(), to: "start.txt")
    try repository.git("stash", "-q")
  }

  private mutating func tag() throws {
    try repository.git("tag", "-a", "-m", "A commit", "on-commit")
    try repository.git("tag", "on-tree", "HEAD^{tree}")
    let files = try repository.git("ls-files", "-s").split(separator: "\n")
    let words = files[random.below(files.count)].split(separator: " ")
    try repository.git("tag", "on-blob", String(words[1]))
    try repository.git("tag", "-a", "-m", "A blob", "tagged-blob", String(words[1]))
  }
}

/// A linear congruential generator: the same repositories in every run.
struct SmallRandom {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(limit, 1)))
  }
}

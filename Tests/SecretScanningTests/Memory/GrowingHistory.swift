import Foundation
import TestSupport

/// A repository to which all kinds of things happen, one after the other.
struct GrowingHistory {
  let repository: GitRepository
  private var random: SmallRandom
  private var step = 0

  init(seed: UInt64) throws {
    repository = try GitRepository()
    random = SmallRandom(state: seed)
    for number in 0..<4 {
      try repository.commit("t = \(MadeUpSecret.githubToken(number))\n", to: "old\(number)/a.txt")
    }
  }

  mutating func secret() -> String { "t = \(MadeUpSecret.githubToken(random.below(6)))\n" }

  private mutating func path() -> String { "d\(random.below(3))/f\(random.below(4)).txt" }

  /// Dates go back and forth, so that the order of commits is no matter of course.
  private mutating func dates() -> [String: String] {
    let date = "2026-0\(1 + random.below(9))-1\(random.below(10))T00:00:00Z"
    return ["GIT_COMMITTER_DATE": date, "GIT_AUTHOR_DATE": date]
  }

  private func commit(_ message: String, _ dates: [String: String]) throws {
    try repository.git("commit", "-q", "--allow-empty", "-m", message, environment: dates)
  }

  /// What happened, for the message of a failed test.
  mutating func grow() throws -> String {
    step += 1
    let kind = random.below(16)
    let git = repository
    switch kind {
    case 0...3:
      let (name, text, when) = (path(), random.below(3) > 0 ? secret() : "plain \(step)\n", dates())
      try git.directory.write(text, to: name)
      try git.git("add", "-A")
      try commit("Change \(step)", when)
    case 4:
      try commit("Say \(secret())", dates())
    case 5:
      guard let file = try git.git("ls-files").split(separator: "\n").last else { break }
      try git.git("rm", "-q", "-f", String(file))
      try commit("Remove \(step)", dates())
    case 6:
      guard let file = try git.git("ls-files").split(separator: "\n").first else { break }
      try git.git("mv", "-f", String(file), "moved\(step).txt")
      try commit("Move \(step)", dates())
    case 7: try git.git("branch", "branch\(step)", "HEAD~\(random.below(3))")
    case 8:
      try git.git("tag", "-a", "tag\(step)", "-m", "Tag \(secret())", environment: dates())
    case 9:
      try git.git("checkout", "-q", "-f", "-b", "side\(step)", "HEAD~\(random.below(3))")
      try git.directory.write(secret(), to: path())
      try git.git("add", "-A")
      try commit("Side \(step)", dates())
    case 10:
      try git.git("checkout", "-q", "-f", "main")
      try git.git(
        "merge", "-q", "-X", "ours", "-m", "Merge \(step)", "--no-ff",
        try git.git("for-each-ref", "--format=%(refname)", "refs/heads").split(separator: "\n")
          .randomName(random.below(1000)), environment: dates())
    case 11:
      try git.git("commit", "-q", "--amend", "--allow-empty", "-m", "Again \(step)")
    case 12:
      try git.directory.write(secret(), to: "staged\(step).txt")
      try git.git("add", "-A")
    case 13: try git.git("gc", "-q")
    case 14:
      let tree = try git.git("rev-parse", "HEAD~1^{tree}")
      try git.git("commit-tree", tree, "-p", "HEAD", "-m", "Dangling \(secret())")
    default: try git.git("pack-refs", "--all")
    }
    return "step \(step), kind \(kind)"
  }
}

extension [Substring] {
  fileprivate func randomName(_ number: Int) -> String { String(self[number % count]) }
}

import FindingModel
import Foundation
import TestSupport

/// A repository with a token of its own in each place where git keeps text.
struct PlantedRepository {
  /// The places, with the exposure that a scan must tell.
  static let places: [(name: String, exposure: Exposure)] = [
    ("current file", .head), ("deleted file", .refs), ("unmerged branch", .refs),
    ("merge only", .refs), ("stash", .unreachable), ("dangling commit", .unreachable),
    ("tag message", .refs), ("commit message", .refs), ("author name", .refs), ("note", .refs),
    ("reference name", .refs), ("remote URL", .worktree), ("index only", .worktree),
    ("untracked file", .worktree),
  ]

  /// Those that a clone brings along.
  static let cloned: Set<String> = [
    "current file", "deleted file", "unmerged branch", "merge only", "tag message",
    "commit message", "author name", "reference name", "note",
  ]

  /// Places that belong to one work tree.
  static let local: Set<String> = ["index only", "untracked file"]

  let repository: GitRepository

  init() throws {
    repository = try GitRepository()
    try repository.commit("nothing here\n", to: "README")
    try plantHistory()
    try plantText()
    try plantLocal()
  }

  static func token(_ place: String) -> String {
    MadeUpSecret.githubToken(100 + (places.firstIndex { $0.name == place } ?? -1))
  }

  static func id(_ place: String) -> String {
    Fingerprint.secret(value: Array(token(place).utf8), path: "", name: "")
  }

  private func line(_ place: String) -> String { "token = \(Self.token(place))\n" }

  private func plantHistory() throws {
    try repository.commit("first line\n" + line("current file"), to: "src/config.py")
    try repository.commit(line("deleted file"), to: "old.txt")
    try repository.git("rm", "-q", "old.txt")
    try repository.git("commit", "-q", "-m", "Remove")
    try repository.git("checkout", "-q", "-b", "topic")
    try repository.commit(line("unmerged branch"), to: "topic.txt")
    try repository.git("checkout", "-q", "-b", "merged", "main")
    try repository.commit("side\n", to: "side.txt")
    try repository.git("checkout", "-q", "main")
    try repository.commit("main\n", to: "main.txt")
    try repository.git("merge", "-q", "--no-commit", "merged")
    try repository.directory.write(line("merge only"), to: "merge.txt")
    try repository.git("add", "merge.txt")
    try repository.git("commit", "-q", "-m", "Merge")
    try repository.git("rm", "-q", "merge.txt")
    try repository.git("commit", "-q", "-m", "Remove")
    try repository.commit(line("dangling commit"), to: "dangling.txt")
    try repository.git("reset", "-q", "--hard", "HEAD~1")
    try repository.directory.write(line("stash"), to: "README")
    try repository.git("stash", "-q")
  }

  private func plantText() throws {
    try repository.git("tag", "-a", "-m", line("tag message"), "v1")
    try repository.commit("a\n", to: "a.txt", message: "Add a\n\n" + line("commit message"))
    try repository.directory.write("b\n", to: "b.txt")
    try repository.git("add", "b.txt")
    try repository.git(
      "commit", "-q", "-m", "Add b", environment: ["GIT_AUTHOR_NAME": Self.token("author name")])
    try repository.git("notes", "add", "-m", line("note"))
    try repository.git("branch", "feature/" + Self.token("reference name"))
  }

  private func plantLocal() throws {
    let url = "https://someone:\(Self.token("remote URL"))@example.org/x.git"
    try repository.git("remote", "add", "origin", url)
    try repository.directory.write(line("index only"), to: "staged.txt")
    try repository.git("add", "staged.txt")
    try repository.directory.write("clean\n", to: "staged.txt")
    try repository.directory.write(line("untracked file"), to: "new/untracked.txt")
  }
}

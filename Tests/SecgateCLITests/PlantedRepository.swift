import FindingModel
import Foundation
import TestSupport

/// A repository with a made-up token in every place that git can hold one.
struct PlantedRepository {
  /// Where a token stands, and which exposure that is.
  enum Place: String, CaseIterable, Sendable {
    case deletedFile, unmergedBranch, mergeOnly, stash, dangling, tagMessage, commitMessage
    case authorName, note, refName, remoteURL, indexOnly, untracked

    var exposure: String {
      switch self {
      case .deletedFile, .unmergedBranch, .mergeOnly, .tagMessage, .commitMessage, .authorName,
        .note, .refName:
        "refs"
      case .stash, .dangling: "unreachable"
      case .remoteURL, .indexOnly, .untracked: "worktree"
      }
    }

    var token: String { MadeUpSecret.githubToken(100 + (Self.allCases.firstIndex(of: self) ?? 0)) }

    /// The identity of the finding.
    var id: String { Fingerprint.secret(value: Array(token.utf8), path: "", name: "") }
  }

  let repository: GitRepository

  /// - Parameter places: which tokens are planted; the rest of the repository is the same.
  init(_ places: Set<Place> = Set(Place.allCases)) throws {
    repository = try GitRepository()
    try repository.commit("hello\n", to: "README", message: "Start")
    if places.contains(.deletedFile) { try plantDeletedFile() }
    if places.contains(.unmergedBranch) { try plantBranch() }
    if places.contains(.mergeOnly) { try plantMerge() }
    try plantMessages(places)
    if places.contains(.dangling) { try plantDangling() }
    if places.contains(.stash) { try plantStash() }
    try Self.plantWorkTree(places, in: repository.url)
  }

  /// What a scan must find of these places: the exposure by the finding's identity.
  static func expected(_ places: Set<Place>) -> [String: String] {
    Dictionary(uniqueKeysWithValues: places.map { ($0.id, $0.exposure) })
  }

  private static func line(_ place: Place) -> String { "token = \"\(place.token)\"\n" }

  private func line(_ place: Place) -> String { Self.line(place) }

  private func plantDeletedFile() throws {
    try repository.commit(line(.deletedFile), to: "old.env")
    try repository.git("rm", "-q", "old.env")
    try repository.git("commit", "-q", "-m", "Remove")
  }

  private func plantBranch() throws {
    try repository.git("checkout", "-q", "-b", "side")
    try repository.commit(line(.unmergedBranch), to: "side.env")
    try repository.git("checkout", "-q", "main")
  }

  private func plantMerge() throws {
    try repository.git("checkout", "-q", "-b", "feature")
    try repository.commit("feature\n", to: "feature.txt")
    try repository.git("checkout", "-q", "main")
    try repository.commit("main\n", to: "main.txt")
    try repository.git("merge", "-q", "--no-ff", "--no-commit", "feature")
    try repository.directory.write(line(.mergeOnly), to: "merge.env")
    try repository.git("add", "merge.env")
    try repository.git("commit", "-q", "-m", "Merge")
    try repository.git("rm", "-q", "merge.env")
    try repository.git("commit", "-q", "-m", "Clean up")
  }

  private func plantMessages(_ places: Set<Place>) throws {
    if places.contains(.commitMessage) {
      try repository.git(
        "commit", "-q", "--allow-empty", "-m", "Use \(Place.commitMessage.token) for now")
    }
    if places.contains(.authorName) {
      try repository.git(
        ["commit", "-q", "--allow-empty", "-m", "Odd author"],
        environment: ["GIT_AUTHOR_NAME": Place.authorName.token])
    }
    if places.contains(.tagMessage) {
      try repository.git("tag", "-a", "v1", "-m", "Release with \(Place.tagMessage.token)")
    }
    if places.contains(.note) {
      try repository.git("notes", "add", "-m", "see \(Place.note.token)")
    }
    if places.contains(.refName) {
      try repository.git("branch", "try/\(Place.refName.token)", "HEAD~0")
    }
    if places.contains(.remoteURL) {
      try repository.git(
        "remote", "add", "origin", "https://ci:\(Place.remoteURL.token)@git.example.org/a.git")
    }
  }

  private func plantDangling() throws {
    try repository.git("checkout", "-q", "-b", "lost")
    try repository.commit(line(.dangling), to: "lost.env")
    try repository.git("checkout", "-q", "main")
    try repository.git("branch", "-q", "-D", "lost")
    try repository.git("reflog", "expire", "--expire-unreachable=now", "--all")
  }

  private func plantStash() throws {
    try repository.directory.write(line(.stash), to: "README")
    try repository.git("stash", "-q")
  }

  /// What stands in index and work tree alone; also of a linked work tree.
  static func plantWorkTree(_ places: Set<Place>, in folder: URL) throws {
    if places.contains(.indexOnly) {
      let file = folder.appending(path: "staged.env")
      try Data(line(.indexOnly).utf8).write(to: file)
      try GitRepository.git("add", "staged.env", in: folder)
      try FileManager.default.removeItem(at: file)
    }
    if places.contains(.untracked) {
      try Data(line(.untracked).utf8).write(to: folder.appending(path: "untracked.env"))
    }
  }
}

import Foundation
import GitHistory
import TestSupport
import Testing

struct OpeningTests {
  private let source: GitRepository

  init() throws {
    source = try GitRepository()
    try source.commit("one\n", to: "a.txt")
    try source.commit("two\n", to: "folder/b.txt")
  }

  private func path(_ name: String) -> String { source.path + "/" + name }

  private func failure(_ path: String, _ options: OpenOptions = OpenOptions()) -> GitError? {
    do {
      _ = try Repository.open(path, options)
      return nil
    } catch {
      return error
    }
  }

  @Test func `a work tree, a folder in it and its git folder open the same repository`() throws {
    for opened in [source.path, path("folder"), path(".git")] {
      let repository = try Repository.open(opened)
      #expect(repository.layout.gitDirectory == path(".git").replacing("//", with: "/"))
      #expect(try repository.head().branch == "refs/heads/main")
      #expect(try repository.listObjects().count == 7)
    }
  }

  @Test func `a bare clone has no work tree`() throws {
    let folder = try TemporaryDirectory()
    try source.git("clone", "-q", "--bare", ".", folder.path + "/bare.git")
    let repository = try Repository.open(folder.path + "/bare.git")
    #expect(repository.layout.isBare)
    #expect(try repository.listObjects().count == 7)
    #expect(try repository.changes().isEmpty)
  }

  @Test func `a linked work tree shares the objects and has its own HEAD`() throws {
    let folder = try TemporaryDirectory()
    try source.git("worktree", "add", "-q", "-b", "side", folder.path + "/linked", "HEAD~1")
    let repository = try Repository.open(folder.path + "/linked")
    #expect(try repository.head().branch == "refs/heads/side")
    #expect(try repository.listObjects().count == 7)
    #expect(repository.layout.commonDirectory.hasSuffix(".git"))
    #expect(repository.layout.gitDirectory.hasSuffix(".git/worktrees/linked"))
  }

  @Test func `objects of an alternate are listed`() throws {
    let folder = try TemporaryDirectory()
    try source.git("clone", "-q", "--shared", ".", folder.path + "/shared")
    let repository = try Repository.open(folder.path + "/shared")
    #expect(repository.layout.objectDirectories.count == 2)
    #expect(try repository.listObjects().count == 7)
  }

  @Test func `a partial and sparse clone opens and says what it is`() throws {
    let folder = try TemporaryDirectory()
    try source.git("config", "uploadpack.allowFilter", "true")
    let url = "file://" + source.path
    try source.git("clone", "-q", "--filter=blob:none", "--sparse", url, folder.path + "/part")
    let repository = try Repository.open(folder.path + "/part")
    #expect(try repository.completeness().isPartial)
    #expect(try repository.head().commit != nil)
  }

  @Test func `a shallow clone names the commits at its edge`() throws {
    let folder = try TemporaryDirectory()
    try source.git("clone", "-q", "--depth=1", "file://" + source.path, folder.path + "/shallow")
    let repository = try Repository.open(folder.path + "/shallow")
    let head = try #require(try repository.head().commit)
    #expect(try repository.completeness().shallow == [head])
  }

  @Test func `a folder that is no repository is a clear error`() throws {
    let folder = try TemporaryDirectory()
    #expect(failure(folder.path)?.code == .notARepository)
    #expect(failure(folder.path + "/nowhere")?.message.contains("no such file") == true)
    #expect(
      failure(path("folder"), OpenOptions(searchesParents: false))?.code == .notARepository)
  }

  @Test func `an empty repository has an unborn HEAD`() throws {
    let empty = try GitRepository()
    let repository = try Repository.open(empty.path)
    #expect(try repository.head().isUnborn)
    #expect(try repository.listObjects().isEmpty)
    #expect(try repository.references().references.isEmpty)
  }

  @Test func `a sha256 repository is refused by name`() throws {
    let folder = try TemporaryDirectory()
    try source.git("init", "-q", "--object-format=sha256", folder.path)
    let error = try #require(failure(folder.path))
    #expect(error.code == .unsupportedFormat)
    #expect(error.message.contains("sha256"))
  }

  @Test(arguments: [("refstorage", "reftable"), ("shinynew", "true")])
  func `extensions that nobody can read are refused by name`(name: String, value: String) throws {
    try source.git("config", "core.repositoryformatversion", "1")
    try source.git("config", "extensions." + name, value)
    let error = try #require(failure(source.path))
    #expect(error.code == .unsupportedFormat)
    #expect(error.message.contains(name == "refstorage" ? value : name))
  }

  @Test(.enabled(if: getuid() == 0, "only root can give files away"))
  func `a repository of another owner is refused unless it is trusted`() throws {
    try FileManager.default.setAttributes(
      [.ownerAccountID: 65_534], ofItemAtPath: source.path)
    let home = try TemporaryDirectory()
    let plain = OpenOptions { $0 == "HOME" ? home.path : $0 == "GIT_CONFIG_NOSYSTEM" ? "1" : nil }
    let error = try #require(failure(source.path, plain))
    #expect(error.code == .foreignOwner)
    #expect(error.message.contains("65534") && error.message.contains("user 0"))
    #expect(error.message.contains("safe.directory") && error.message.contains("--trust-owner"))
    #expect(failure(source.path, OpenOptions(trustOwner: true)) == nil)
    for allowed in ["*", source.path, source.url.deletingLastPathComponent().path() + "*"] {
      try home.write("[safe]\n\tdirectory = \"\(allowed)\"\n", to: ".gitconfig")
      #expect(failure(source.path, plain) == nil)
    }
    try home.write("[safe]\n\tdirectory = *\n\tdirectory =\n", to: ".gitconfig")
    #expect(failure(source.path, plain)?.code == .foreignOwner)
    let variables = [
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_COUNT": "1",
      "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*",
    ]
    #expect(failure(source.path, OpenOptions { variables[$0] }) == nil)
    for parameters in ["'safe.directory'='*'", "'a.b=c' 'safe.directory=*'"] {
      let handedOn = ["GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_PARAMETERS": parameters]
      #expect(failure(source.path, OpenOptions { handedOn[$0] }) == nil)
    }
  }
}

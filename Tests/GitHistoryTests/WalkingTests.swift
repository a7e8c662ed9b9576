import Foundation
import GitHistory
import TestSupport
import Testing

struct WalkingTests {
  private let source: GitRepository

  init() throws { source = try GitRepository() }

  private func attribution(_ blob: ObjectID) throws -> [Place] {
    let repository = try Repository.open(source.path)
    let tips = try repository.tips(repository.references().references)
    let commits = try repository.listObjects().filter {
      try repository.header(of: $0).kind == .commit
    }
    let graph = CommitGraph(roots: commits.shuffled(), shallow: [], in: repository)
    return try Attribution(of: [blob], graph: graph, tips: tips, in: repository).places(of: blob)
  }

  private func blob(_ contents: String) throws -> ObjectID {
    let text = try source.git(["hash-object", "--stdin"], input: Data(contents.utf8))
    return try #require(ObjectID(text))
  }

  @Test func `a blob gets each of its paths with the commit that brought it there`() throws {
    let one = try source.commit("secret\n", to: "a.txt")
    try source.git("mv", "a.txt", "b.txt")
    try source.git("commit", "-q", "-m", "move")
    let two = try source.git("rev-parse", "HEAD")
    let three = try source.commit("secret\n", to: "deep/er/c.txt")
    let places = try attribution(try blob("secret\n"))
    #expect(places.map { VisibleText.of($0.path ?? []) } == ["a.txt", "b.txt", "deep/er/c.txt"])
    #expect(places.map { $0.commit?.description } == [one, two, three])
    #expect(places.map(\.reach) == [.refs, .head, .head])
  }

  @Test func `content of a merge alone is found in the merge`() throws {
    try source.commit("one\n", to: "a.txt")
    try source.git("checkout", "-q", "-b", "side")
    try source.commit("two\n", to: "b.txt")
    try source.git("checkout", "-q", "main")
    try source.commit("three\n", to: "c.txt")
    try source.git("merge", "-q", "--no-commit", "side")
    try source.directory.write("evil\n", to: "m.txt")
    try source.git("add", "m.txt")
    try source.git("commit", "-q", "-m", "merge")
    let merge = try source.git("rev-parse", "HEAD")
    try source.git("rm", "-q", "m.txt")
    try source.git("commit", "-q", "-m", "gone")
    let places = try attribution(try blob("evil\n"))
    #expect(places.map { $0.commit?.description } == [merge])
    #expect(places.map(\.reach) == [.refs])
  }

  @Test func `stash and dangling commits are unreachable, unmerged branches not`() throws {
    try source.commit("one\n", to: "a.txt")
    try source.directory.write("stashed\n", to: "a.txt")
    try source.git("stash", "-q")
    try source.commit("dangling\n", to: "d.txt")
    try source.git("reset", "-q", "--hard", "HEAD~1")
    try source.git("checkout", "-q", "-b", "side")
    try source.commit("side\n", to: "s.txt")
    try source.git("checkout", "-q", "main")
    #expect(try attribution(try blob("stashed\n")).map(\.reach) == [.unreachable])
    #expect(try attribution(try blob("dangling\n")).map(\.reach) == [.unreachable])
    #expect(try attribution(try blob("side\n")).map(\.reach) == [.refs])
    #expect(try attribution(try blob("one\n")).map(\.reach) == [.head])
  }

  @Test func `a few trees that stand for billions of paths end soon`() throws {
    var tree = ""
    let leaf = try source.git(["hash-object", "-w", "--stdin"], input: Data("bomb\n".utf8))
    for level in 0..<12 {
      let kind = level == 0 ? "100644 blob \(leaf)" : "040000 tree \(tree)"
      let lines = (0..<10).map { "\(kind)\t\($0)\n" }.joined()
      tree = try source.git(["mktree"], input: Data(lines.utf8))
    }
    let commit = try source.git("commit-tree", tree, "-m", "bomb")
    try source.git("update-ref", "refs/heads/main", commit)
    let places = try attribution(try blob("bomb\n"))
    #expect(places.count == Attribution.mostPlaces)
  }

  @Test func `what a push adds is neither known history nor unchanged files`() throws {
    let base = try source.commit("one\n", to: "a.txt")
    try source.commit("deep\n", to: "x/y/z.txt")
    let known = try source.git("rev-parse", "HEAD")
    let first = try source.commit("leak\n", to: "x/y/leak.txt")
    try source.git("rm", "-q", "x/y/leak.txt")
    try source.git("commit", "-q", "-m", "gone")
    let tip = try source.git("rev-parse", "HEAD")
    try source.git("tag", "-a", "-m", "release", "v1")
    let tag = try source.git("rev-parse", "v1")
    let repository = try Repository.open(source.path)
    let ids = try [tag, known, base].map { try #require(ObjectID($0)) }
    let new = try repository.newObjects(from: [ids[0]], excluding: [ids[1], ids[2], .zero])
    #expect(new.commits.map(\.description) == [first, tip])
    #expect(new.tags == [ids[0]])
    let commits = try repository.newCommits(from: [ids[0]], excluding: [ids[1]])
    #expect(commits == Set(new.commits))
    #expect(new.boundary == [ids[1]])
    #expect(Array(new.blobs.keys) == [try blob("leak\n")])
    #expect(new.blobs.values.first?.first?.commit?.description == first)
    let all = try repository.newObjects(from: [ids[0]], excluding: [])
    #expect(all.blobs.count == 3)
    #expect(all.commits.count == 4)
  }

  @Test func `a range over the edge of a shallow clone is told`() throws {
    try source.commit("one\n", to: "a.txt")
    try source.commit("two\n", to: "a.txt")
    let folder = try TemporaryDirectory()
    try source.git("clone", "-q", "--depth=1", "file://" + source.path, folder.path + "/shallow")
    let repository = try Repository.open(folder.path + "/shallow")
    let head = try #require(try repository.head().commit)
    let new = try repository.newObjects(from: [head], excluding: [])
    #expect(new.cutOff == [head])
    #expect(new.problems.isEmpty)
  }

  @Test func `references that hold a blob at their tip are named`() throws {
    try source.commit("held\n", to: "deep/er/a.txt")
    try source.git("branch", "old")
    try source.git("tag", "-a", "-m", "t", "v1")
    try source.git("rm", "-q", "-r", "deep")
    try source.git("commit", "-q", "-m", "gone")
    let repository = try Repository.open(source.path)
    var holders = TipHolders(of: [try blob("held\n")])
    let found = holders.holders(among: try repository.references().references, in: repository)
    #expect(found.values.first?.map(\.text) == ["refs/heads/old", "refs/tags/v1"])
  }

  @Test func `renames are found one to one`() throws {
    let text = (0..<40).map { "line \($0)\n" }.joined()
    let old = try #require(ObjectID(try source.commit(text, to: "old.txt")))
    try source.git("mv", "old.txt", "new.txt")
    let new = try #require(ObjectID(try source.commit(text + "more\n", to: "new.txt")))
    let repository = try Repository.open(source.path)
    let changes = try repository.changes(from: old, to: new, renames: true)
    #expect(changes.count == 1)
    #expect(changes.first?.isRename == true)
    #expect(try repository.changes(from: old, to: new).count == 2)
    #expect(try repository.changes(from: nil, to: new).map(\.oldPath) == [nil])
  }

  @Test func `missing objects count where a reference reaches them`() throws {
    try source.commit("one\n", to: "a.txt")
    let lost = try source.git("rev-parse", "HEAD:a.txt")
    let path = ".git/objects/\(lost.prefix(2))/\(lost.dropFirst(2))"
    try FileManager.default.removeItem(at: source.url.appending(path: path))
    let repository = try Repository.open(source.path)
    let all = try repository.listObjects()
    let trees = try all.filter { try repository.header(of: $0).kind == .tree }
    let stored = StoredObjects(
      trees: trees, blobs: [], commits: Set(all).subtracting(trees), tags: [], unread: [])
    let finding = Connectivity.check(trees, against: stored, repository)
    let missing = finding.missing
    #expect(missing.map(\.description) == [lost])
    #expect(finding.problems.isEmpty && finding.misnamed.isEmpty)
    let tips = try repository.tips(repository.references().references)
    let graph = CommitGraph(roots: tips.commits, shallow: [], in: repository)
    let reached = try Connectivity.reachable(missing, graph: graph, tips: tips, in: repository)
    #expect(reached.values.first?.path == Array("a.txt".utf8))
  }
}

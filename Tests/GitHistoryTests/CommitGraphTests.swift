import Foundation
import TestSupport
import Testing

@testable import GitHistory

/// Graphs made of numbers, held against what their words say.
struct CommitGraphTests {
  /// A made-up commit; ids of few first words, so that many share one.
  private struct Commit {
    var id: ObjectID
    var seconds: Int
    var parents: [ObjectID]
  }

  /// A linear congruential generator: the same graphs in every run.
  private struct Random {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(limit, 1)))
    }
  }

  private static func commits(seed: Int) -> [Commit] {
    var random = Random(state: UInt64(seed))
    let dates = [1, 3, 1 << 20, 253_402_300_799][random.below(4)]
    var commits: [Commit] = []
    for number in 0..<random.below(300) {
      let first = seed % 2 == 0 ? random.below(3) : random.below(1 << 31) << 32
      let id = ObjectID(high: UInt64(first), middle: UInt64(number), low: 7)
      let parents = (0..<random.below(4)).compactMap { _ -> ObjectID? in
        if random.below(9) == 0 { return ObjectID(high: 1, middle: 1 << 40, low: UInt32(number)) }
        // Also the same one twice.
        return commits.isEmpty ? nil : commits[max(0, number - 1 - random.below(6))].id
      }
      commits.append(Commit(id: id, seconds: random.below(dates), parents: parents))
    }
    return commits
  }

  private static func rows(_ commits: some Sequence<Commit>) -> CommitRows {
    var rows = CommitRows()
    for commit in commits {
      rows.append(commit.id, tree: commit.id, seconds: commit.seconds, parents: commit.parents)
    }
    return rows
  }

  private static func graph(_ commits: [Commit]) -> CommitGraph {
    CommitGraph(
      commits.map { commit in
        let who = Signature(Array("A <a@example.com> \(commit.seconds) +0000".utf8))
        return (
          commit.id,
          CommitRecord(tree: commit.id, parents: commit.parents, author: who, committer: who)
        )
      })
  }

  /// Of all commits whose parents are told, the oldest, then the one of the smallest id.
  private static func oldestFirst(_ commits: [Commit]) -> [ObjectID] {
    let ids = Set(commits.map(\.id))
    var waiting = commits
    var told: [ObjectID] = []
    while true {
      let ready = waiting.filter { commit in
        commit.parents.allSatisfy { !ids.contains($0) || told.contains($0) }
      }
      guard let next = ready.min(by: { ($0.seconds, $0.id) < ($1.seconds, $1.id) }) else {
        return told
      }
      told.append(next.id)
      waiting.removeAll { $0.id == next.id }
    }
  }

  @Test(arguments: 0..<24)
  func `parents come first, then older ones, then smaller ids`(_ seed: Int) {
    let commits = Self.commits(seed: seed)
    let graph = Self.graph(commits.reversed())
    #expect(graph.commits == commits.map(\.id).sorted())
    #expect(graph.oldestFirst().map { graph.commits[$0] } == Self.oldestFirst(commits))
    for commit in commits {
      let place = graph.position(of: commit.id)
      #expect(place.map { graph.commits[$0] } == commit.id)
      #expect(place.map { graph.parents(of: $0) } == commit.parents)
      #expect(graph.tree(of: commit.id) == commit.id)
    }
    #expect(!graph.contains(ObjectID(high: 1, middle: 1 << 40, low: 0)))
    #expect(!graph.contains(ObjectID(high: .max, middle: .max, low: .max)))
  }

  @Test(arguments: 0..<24)
  func `what is read later stands where it belongs`(_ seed: Int) {
    let commits = Self.commits(seed: seed)
    let parts = [0, 1].map { part in
      commits.enumerated().filter { $0.offset % 3 % 2 == part }.map(\.element)
    }
    let whole = CommitColumns().adding(Self.rows(commits))
    // One of the second part is there twice.
    let joined = CommitColumns().adding(Self.rows(parts[0]))
      .adding(Self.rows(parts[1] + parts[1].prefix(1)))
    #expect(joined.commits == whole.commits && joined.trees == whole.trees)
    #expect(joined.seconds == whole.seconds && joined.parents.count == whole.parents.count)
    for place in whole.commits.indices {
      #expect(
        joined.edges(of: place).map { joined.id(ofParent: joined.parents[$0]) }
          == whole.edges(of: place).map { whole.id(ofParent: whole.parents[$0]) })
    }
    #expect(joined.parents.map { $0 < 0 } == whole.parents.map { $0 < 0 })
  }

  @Test func `dates of any size keep their order`() {
    let seconds = [Int.max, 0, -1, Int.min, 5, 5, 253_402_300_799, 0]
    #expect(CommitAges(seconds).places == [3, 2, 1, 7, 4, 5, 6, 0])
    #expect(CommitAges(seconds).ranks == [7, 2, 1, 0, 4, 5, 6, 3])
    #expect(CommitAges([]).places.isEmpty)
  }

  @Test(arguments: [1, 2, 64, 65, 4096, 4097, 300_000])
  func `the smallest number is taken first`(_ count: Int) {
    var random = Random(state: UInt64(count))
    var queue = NumberQueue(count: count)
    var numbers: Set<Int> = []
    for _ in 0..<400 {
      let number = random.below(count)
      queue.insert(number)
      numbers.insert(number)
      guard random.below(3) == 0 else { continue }
      let least = numbers.min()
      #expect(queue.popFirst() == least)
      numbers = numbers.filter { $0 != least }
    }
    queue.insert(count - 1)
    numbers.insert(count - 1)
    for number in numbers.sorted() { #expect(queue.popFirst() == number) }
    #expect(queue.popFirst() == nil)
  }

  @Test func `a parent that nobody has is told where a tip reaches it`() throws {
    let source = try GitRepository()
    let first = try source.commit("one\n", to: "a.txt")
    let second = try source.commit("two\n", to: "a.txt")
    let path = ".git/objects/\(first.prefix(2))/\(first.dropFirst(2))"
    try FileManager.default.removeItem(at: source.url.appending(path: path))
    let tip = try #require(ObjectID(second))
    let repository = try Repository.open(source.path)
    let graph = CommitGraph(roots: [tip], shallow: [], in: repository)
    #expect(graph.commits == [tip])
    #expect(graph.oldestFirst() == [0])
    #expect(graph.problems(from: [tip]).keys.map(\.description) == [first])
    #expect(graph.problems(from: []).isEmpty)
    let shallow = CommitGraph(roots: [tip], shallow: [tip], in: repository)
    #expect(shallow.commits == [tip] && shallow.problems.isEmpty)
  }
}

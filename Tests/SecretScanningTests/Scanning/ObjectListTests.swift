import FindingModel
import Foundation
import GitHistory
import GitPacks
import TestSupport
import Testing

@testable import SecretScanning

/// What packs hold of a kind, without a list of it.
struct ObjectListTests {
  @Test func `lists of a forest hold what git lists`() throws {
    let history = try RandomHistory(seed: 3)
    let repository = try Repository.open(history.repository.path)
    let objects = repository.layout.commonDirectory + "/objects"
    let forest = DeltaForest.build(ObjectStore(objects: objects))
    let ids = try repository.listObjects()
    let kinds: [(GitPacks.ObjectKind, GitHistory.ObjectKind)] = [
      (.blob, .blob), (.commit, .commit), (.tree, .tree), (.tag, .tag),
    ]
    for (kind, same) in kinds {
      let expected = try ids.filter { try repository.header(of: $0).kind == same }.sorted()
      let list = ObjectList(kind, in: forest)
      #expect(list.all == expected && list.count == expected.count)
      // Of other objects none is left out that is of another kind.
      let some = Set(ids.enumerated().filter { $0.offset % 3 == 0 }.map(\.element))
      let rest = ObjectList(kind, in: forest, without: some)
      #expect(rest.all == expected.filter { !some.contains($0) })
      #expect(rest.count == rest.all.count)
      var joined = ObjectList(expected.filter(some.contains).reversed())
      joined += rest
      joined.sort()
      #expect(joined == list && joined.count == expected.count)
      var both = ObjectList(kind, in: forest)
      both += rest
      #expect(both.count == expected.count + rest.count && both.all.count == both.count)
    }
    let unknown = ObjectID(high: 1, middle: 2, low: 3)
    #expect(ObjectList(.blob, in: forest, without: [unknown]) == ObjectList(.blob, in: forest))
  }

  @Test func `what was read of commits is there once`() {
    let read = ReadCommits([CommitListing().part])
    #expect(read.take()?.count == 1)
    #expect(read.take() == nil)
  }

  @Test func `a value that a person chose has an identity at each place`() {
    let value = Array("hunter2".utf8)
    let secret = AssessedSecret(
      rule: RuleWords(id: "test", title: "Test", severity: .high), confidence: .high, signals: [],
      value: SecretValue(value), normalised: value, name: "password")
    let judged = JudgedMatch(secret, comment: nil)
    let ids = ["a.txt", "b.txt", "a.txt"].map(judged.id(at:))
    #expect(ids[0] == ids[2] && ids[0] != ids[1])
    #expect(ids[1] == Fingerprint.secret(value: value, path: "b.txt", name: "password"))
  }
}

import BaselineStore
import FindingModel
import Foundation
import TestSupport
import Testing

@Suite struct BaselineStoreTests {
  @Test func `a run is recorded whole and read back as it was`() throws {
    let place = try Place()
    let store = try place.open()
    let findings = (0..<2500).map { Samples.finding($0) }
    let evidence = Samples.evidence("e1")
    let outcome = Samples.outcome(findings)
    #expect(try store.lastOutcome() == nil)
    try store.record(
      RunRecord(
        commit: "c1", results: [.init(evidence: evidence, findings: findings)], findings: findings,
        outcome: outcome))
    let again = try place.open()
    #expect(try again.evidence(for: "c1") == [evidence])
    #expect(try again.latestEvidence("bandit") == evidence)
    #expect(try again.latestEvidence("trivy") == nil)
    #expect(try again.findings(of: evidence) == findings)
    #expect(try again.lastOutcome()?.findings == findings)
    #expect(try again.trend().map(\.open) == [["high": 2500]])
    #expect(try again.integrityProblems().isEmpty)
  }

  @Test func `equal reports of two commits are two pieces of evidence`() throws {
    let store = try Place().open()
    for commit in ["c1", "c2", "c1"] {
      try store.record(
        RunRecord(results: [.init(evidence: Samples.evidence("e", commit: commit), findings: [])]))
    }
    #expect(try store.evidence(for: "c1").count == 1)
    #expect(try store.evidence(for: "c2").count == 1)
    #expect(try store.latestEvidence("bandit")?.commit == "c1")
  }

  @Test func `dates of a finding survive a clock that is set back`() throws {
    let place = try Place()
    let finding = Samples.finding(1)
    for offset in [0, 100, -5000] {
      let store = try place.open(at: Timestamp(seconds: Samples.start.seconds + offset))
      try store.record(RunRecord(findings: [finding], outcome: Samples.outcome([finding])))
      try store.note("x", about: "y", by: "Ada")
    }
    let store = try place.open()
    let dates = try #require(try store.seenDates()[finding.id])
    #expect(dates.first == Samples.start)
    #expect(dates.last.seconds == Samples.start.seconds + 100)
    #expect(try store.sightings(finding.id).count == 3)
    #expect(
      try store.trend(limit: 2).map { $0.at.seconds - Samples.start.seconds } == [100, -5000])
    #expect(try store.trail().map(\.number) == [1, 2, 3])
  }

  @Test func `the store follows the text and says in the trail what changed`() throws {
    let store = try Place().open()
    let (a, b) = (Samples.decision("sg1:sec:a"), Samples.decision("sg1:sec:b"))
    #expect(try store.follow([a, b], fromCommit: "c1", source: "t1").added == [a.id, b.id])
    #expect(try store.decisions(ifFollowed: "t1") == [a, b])
    #expect(try store.decisions(ifFollowed: "t2") == nil)
    #expect(try store.decisions(on: [b.id, "sg1:sec:none"]) == [b])
    let changed = Samples.decision(a.id, reason: "other")
    let changes = try store.follow(
      [changed], fromCommit: "c2", source: "t2", actors: [a.id: "Grace <g@example.org>"])
    #expect(changes.changed == [a.id])
    #expect(changes.removed == [b.id])
    #expect(try store.follow([changed], fromCommit: "c3", source: "t2").isEmpty)
    #expect(try store.decisions() == [changed])
    let trail = try store.trail(a.id)
    #expect(trail.map(\.action) == [.added, .changed])
    #expect(trail.last?.actor == "Grace <g@example.org>")
    #expect(trail.last?.commit == "c2")
    #expect(trail.last?.before?.contains("no untrusted input") == true)
  }

  @Test func `a decision stands in text, index and trail, and so does its withdrawal`() throws {
    let place = try Place()
    let store = try place.open()
    let decision = Samples.decision("sg1:sec:a")
    try store.decide(decision, files: place.folder, by: "Ada")
    #expect(place.folder.load().decisions == [decision])
    #expect(try store.decisions() == [decision])
    try store.withdraw([decision.id], files: place.folder, by: "Grace")
    #expect(place.folder.load().decisions.isEmpty)
    #expect(try store.decisions().isEmpty)
    #expect(try store.trail().map(\.actor) == ["Ada", "Grace"])
  }

  @Test func `a store opened for reading refuses a decision and leaves no text`() throws {
    let place = try Place()
    try place.open().note("x", about: "y", by: "Ada")
    let store = try BaselineStore.open(at: place.store, mode: .readOnly)
    #expect(try store.trail().count == 1)
    let error = #expect(throws: StoreError.self) {
      try store.decide(Samples.decision("sg1:sec:a"), files: place.folder, by: "Ada")
    }
    #expect(error?.canContinue == false)
    #expect(place.folder.load().decisions.isEmpty)
  }

  @Test func `a decision after following makes the text be read again`() throws {
    let place = try Place()
    let store = try place.open()
    try store.follow([], fromCommit: "c", source: "t")
    try store.decide(Samples.decision("sg1:sec:a"), files: place.folder, by: "Ada")
    #expect(try store.decisions(ifFollowed: "t") == nil)
    #expect(try store.follow([], fromCommit: "c", source: "t").removed == ["sg1:sec:a"])
  }

  @Test func `a decision whose text cannot be written leaves nothing behind`() throws {
    let place = try Place()
    let store = try place.open()
    // A file where the folder should be.
    try place.directory.write("x", to: "baseline")
    let error = #expect(throws: StoreError.self) {
      try store.decide(Samples.decision("sg1:sec:a"), files: place.folder, by: "Ada")
    }
    #expect(error?.canContinue == false)
    #expect(try store.decisions().isEmpty)
    #expect(try store.trail().isEmpty)
  }

  @Test func `of several decisions one that fails takes the others' text back`() throws {
    let place = try Place()
    let store = try place.open()
    let first = Samples.decision("sg1:sec:a")
    try store.decide(first, files: place.folder, by: "Ada")
    let blocked = DecisionFile.name(for: "sg1:sec:b")
    try FileManager.default.createDirectory(
      at: place.folder.url.appending(path: blocked).appending(path: "x"),
      withIntermediateDirectories: true)
    #expect(throws: StoreError.self) {
      try store.decide(
        [Samples.decision(first.id, reason: "new"), Samples.decision("sg1:sec:b")],
        files: place.folder, by: "Ada")
    }
    #expect(place.folder.load().decisions == [first])
    #expect(try store.decisions() == [first])
  }
}

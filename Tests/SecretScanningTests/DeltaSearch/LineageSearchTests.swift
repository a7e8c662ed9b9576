import FindingModel
import GitHistory
import TestSupport
import Testing

@testable import SecretScanning

/// The search of a push against the plain one: the same result, whatever the versions of a file
/// share.
@Suite struct LineageSearchTests {
  private func objects(_ repository: GitRepository) throws -> (NewObjects, RepositoryLayout) {
    let opened = try Repository.open(repository.path)
    let tips = [try opened.object(named: "main"), try opened.object(named: "refs/tags/v1")]
    return (try opened.newObjects(from: tips, excluding: []), opened.layout)
  }

  @Test(arguments: 0..<DeltaEngineTests.histories)
  func `both searches say the same of made-up histories`(seed: Int) async throws {
    let repository = try GeneratedHistory.repository(seed)
    let (objects, layout) = try objects(repository)
    let matcher = try TestPatternMatcher()
    let ids = objects.commits + objects.tags + objects.blobs.keys
    let plain = try await PlainObjectEngine(layout: layout, matcher: matcher, jobs: 1)
      .search(.these(ids)) { _ in }
    let search = LineageSearch(
      layout: layout, matcher: matcher, jobs: 2, maximumBlob: 64 << 20)
    let lineages = try await search.search(objects) { _ in }
    #expect(lineages.hits == plain.hits)
    #expect(Set(lineages.hits.map(\.kind)) == [.blob, .commit, .tag])
    #expect(lineages.blobs == plain.blobs)
    #expect(lineages.commits == plain.commits)
    #expect(lineages.tags == plain.tags)
    #expect(lineages.bytes == plain.bytes)
    #expect(lineages.gaps.isEmpty && plain.gaps.isEmpty)
  }

  @Test func `what is too large or cannot be read is the same gap`() async throws {
    let repository = try GeneratedHistory.repository(7)
    var (objects, layout) = try objects(repository)
    let missing = try #require(ObjectID(String(repeating: "d", count: 40)))
    objects.blobs[missing] = [Place(path: Array("file0.txt".utf8), commit: nil, reach: .refs)]
    let matcher = try TestPatternMatcher()
    let ids = objects.commits + objects.tags + objects.blobs.keys
    let plain = try await PlainObjectEngine(
      layout: layout, matcher: matcher, jobs: 1, maximumBlob: 600
    ).search(.these(ids)) { _ in }
    let lineages = try await LineageSearch(
      layout: layout, matcher: matcher, jobs: 2, maximumBlob: 600
    ).search(objects) { _ in }
    #expect(lineages.gaps == plain.gaps)
    #expect(Set(lineages.gaps.map(\.kind)) == [.blobLimit, .missing])
    #expect(lineages.unreadable == [missing])
    #expect(lineages.hits == plain.hits)
  }

  @Test func `each object stands in one row, versions of a file beside each other`() throws {
    let repository = try GeneratedHistory.repository(3)
    let (objects, _) = try objects(repository)
    let rows = Lineages(objects).rows
    let all = rows.flatMap(\.self)
    #expect(Set(all).count == all.count)
    #expect(Set(all) == Set(objects.commits + objects.tags + objects.blobs.keys))
    let versions = rows.filter { $0.count > 1 && objects.blobs[$0[0]] != nil }
    #expect(!versions.isEmpty)
    for row in versions {
      #expect(Set(row.map { objects.blobs[$0]?.first?.path }).count == 1)
    }
  }
}

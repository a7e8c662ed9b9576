import Foundation
import GitHistory
import TestSupport
import Testing

/// A real project's whole history, held against git itself, where it lies beside this one.
struct RealHistoryTests {
  private static let bundle = Shared.directory?.appending(path: "repos/requests.bundle")

  private static var isThere: Bool {
    bundle.map { FileManager.default.fileExists(atPath: $0.path()) } ?? false
  }

  private struct Pair: Hashable {
    var blob: String
    var path: String
  }

  @Test(.enabled(if: isThere, "no requests.bundle beside the project"))
  func `every blob has the paths that git log tells`() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/r.git"
    let bundle = try #require(Self.bundle)
    #expect(try Command.run(["git", "clone", "-q", "--mirror", bundle.path(), path]).status == 0)
    let repository = try Repository.open(path)
    let tips = try repository.tips(repository.references().references)
    let objects = try repository.listObjects()
    let kinds = try objects.map { try repository.header(of: $0).kind }
    let commits = zip(objects, kinds).filter { $0.1 == .commit }.map(\.0)
    let blobs = zip(objects, kinds).filter { $0.1 == .blob }.map(\.0)
    let graph = CommitGraph(roots: commits, shallow: [], in: repository)
    let attribution = try Attribution(of: Set(blobs), graph: graph, tips: tips, in: repository)
    let found = blobs.flatMap { blob in
      attribution.places(of: blob).map {
        Pair(blob: blob.description, path: VisibleText.of($0.path ?? []))
      }
    }
    #expect(found.count == Set(found).count)
    let told = try told(path)
    #expect(Set(found) == told)
  }

  @Test(.enabled(if: isThere, "no requests.bundle beside the project"))
  func `ranges hold the objects that git rev-list tells`() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/r.git"
    let bundle = try #require(Self.bundle)
    let clone = try Command.run(["git", "clone", "-q", "--mirror", bundle.path(), path])
    #expect(clone.status == 0)
    let repository = try Repository.open(path)
    let tags = try Command.run(["git", "-C", path, "tag", "--sort=creatordate"]).text
      .split(separator: "\n").map(String.init)
    for (from, to) in zip(tags, tags.dropFirst(7)).enumerated().filter({ $0.offset % 9 == 0 })
      .map(\.element)
    {
      let range = try repository.range("\(from)..\(to)")
      let new = try repository.newObjects(from: [range.tip], excluding: [try #require(range.from)])
      let boundary = Set(try new.boundary.flatMap { try repository.files(at: $0).map(\.id) })
      let found = Set(new.commits + new.tags).union(new.blobs.keys).subtracting(boundary)
      let told = try objects(path, "\(from)..\(to)", in: repository)
      #expect(found.subtracting(told).isEmpty, "\(from)..\(to)")
      #expect(told.subtracting(found).isEmpty, "\(from)..\(to)")
    }
  }

  /// The commits and blobs of a range, as git tells.
  private func objects(_ path: String, _ range: String, in repository: borrowing Repository) throws
    -> Set<ObjectID>
  {
    let listed = try Command.run(["git", "-C", path, "rev-list", "--objects", range])
    var objects: Set<ObjectID> = []
    for line in listed.text.split(separator: "\n") {
      let id = try #require(ObjectID(line.prefix(40)))
      if try repository.header(of: id).kind != .tree { objects.insert(id) }
    }
    return objects
  }

  /// Each blob and path on the new side of any difference, merges against each parent.
  private func told(_ path: String) throws -> Set<Pair> {
    let log = try Command.run([
      "git", "-C", path, "-c", "core.quotePath=false", "log", "--all", "-m", "--raw", "--no-abbrev",
      "--no-renames", "--root", "--format=",
    ])
    var pairs: Set<Pair> = []
    for line in log.text.split(separator: "\n") where line.hasPrefix(":") {
      let parts = line.split(separator: "\t", maxSplits: 1)
      let fields = parts[0].split(separator: " ")
      guard parts.count == 2, fields.count == 5, !fields[3].allSatisfy({ $0 == "0" }),
        fields[1] != "160000"
      else { continue }
      pairs.insert(Pair(blob: String(fields[3]), path: String(parts[1])))
    }
    return pairs
  }
}

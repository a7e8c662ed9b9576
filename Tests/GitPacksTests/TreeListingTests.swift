import Foundation
import TestSupport
import Testing

@testable import GitPacks

/// Every edge that git prints of every tree, though their objects are looked up many at once.
@Suite struct TreeListingTests {
  /// Where an entry leads.
  private struct Edge: Hashable {
    var name: [UInt8]
    var object: ObjectName
    var isFolder: Bool
  }

  @Test(arguments: [TreeWalkTests.Packing.deep, .offsets, .loose, .split])
  func `edges are what git prints`(_ packing: TreeWalkTests.Packing) throws {
    let repository = try RepositoryMaker.make(seed: 11, commits: 60)
    try packing.apply(to: repository)
    try check(repository, without: [])
  }

  @Test func `what is missing is an edge too`() throws {
    let repository = try RepositoryMaker.make(seed: 12, commits: 60)
    let expected = try repository.objectsByGit()
    let blobs = expected.filter { $0.value.kind == .blob }.keys.sorted()
    let lost = Set(blobs.enumerated().filter { $0.offset % 5 == 0 }.map(\.element))
    for name in lost {
      let digits = "\(name)"
      let path = repository.objectsPath + "/\(digits.prefix(2))/\(digits.dropFirst(2))"
      try FileManager.default.removeItem(atPath: path)
    }
    try check(repository, without: lost)
  }

  /// - Parameter lost: objects that trees name and nobody has.
  private func check(_ repository: GitRepository, without lost: Set<ObjectName>) throws {
    let objects = try repository.objectsByGit()
    let forest = DeltaForest.build(ObjectStore(objects: repository.objectsPath))
    var wanted = NodeSet(count: forest.nodeCount)
    var targets: Set<ObjectName> = []
    for (number, name) in objects.keys.sorted().enumerated() where number % 3 == 0 {
      wanted.insert(try #require(forest.node(named: name)))
      targets.insert(name)
    }
    let listing = TreeListing(forest, wanted: wanted)
    let walker = try #require(TreeWalker(forest))
    let order = WalkOrder(forest, [.tree])
    for place in 0..<order.count { for tree in order[place] { walker.walk(tree, listing) } }
    let graph = TreeGraph([listing.take()], of: forest)
    #expect(graph.malformed.isEmpty)
    var named: Set<ObjectName> = []
    var trees = 0
    for (name, object) in objects where object.kind == .tree {
      let entries = try Self.entries(object.content)
      named.formUnion(entries.map(\.object))
      let kept = entries.filter { entry in
        entry.isFolder || targets.contains(entry.object) || objects[entry.object] == nil
      }
      let node = try #require(forest.node(named: name))
      let found = graph.edges(of: node).map { edge in
        Edge(
          name: Array(graph.name(edge.label >> 1)), object: Self.object(edge.child, graph, forest),
          isFolder: edge.isFolder)
      }
      #expect(found == kept)
      trees += 1
    }
    // More than are looked up at once, or nothing is seen here.
    #expect(named.count > 200)
    #expect(trees > 60)
    #expect(Set(graph.missing) == lost.intersection(named))
  }

  private static func object(
    _ number: Int32, _ graph: TreeGraph, _ forest: DeltaForest
  ) -> ObjectName {
    Int(number) < forest.nodeCount
      ? forest.name(of: number) : graph.missing[Int(number) - forest.nodeCount]
  }

  private static func entries(_ content: [UInt8]) throws -> [Edge] {
    var entries: [Edge] = []
    var rest = content[...]
    while !rest.isEmpty {
      let space = try required(rest.firstIndex(of: 0x20))
      let zero = try required(rest.firstIndex(of: 0))
      let isFolder = rest[..<space].elementsEqual("40000".utf8)
      entries.append(
        Edge(
          name: Array(rest[(space + 1)..<zero]),
          object: try required(ObjectName(bytes: Array(rest[(zero + 1)...].prefix(20)))),
          isFolder: isFolder))
      rest = rest[(zero + 21)...]
    }
    return entries
  }
}

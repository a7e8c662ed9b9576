import GitHistory
import GitPacks

/// The commits of a forest in the order of their ids, with the nodes of their trees.
struct PackedCommits: Sendable {
  /// Commits whose trees and parents are looked up at once.
  private static let run = 1024

  private(set) var columns = CommitColumns()
  /// For each commit the node of its tree, -1 where the forest has none.
  private(set) var treeNodes: [DeltaForest.Node] = []
  /// Commits that the packs' reader does not vouch for.
  let missed: [ObjectID]

  /// - Parameters:
  ///   - parts: what the workers have read of the forest's commits, each once.
  ///   - shallow: commits whose parents are cut off.
  init(_ parts: [CommitListing.Part], of forest: DeltaForest, shallow: Set<ObjectID>) {
    missed = parts.flatMap(\.missed).map { ObjectID(forest.name(of: $0)) }
    let rows = Rows(parts)
    // For each node the number of its row, and then its place among the commits.
    var places = [Int32](repeating: -1, count: forest.nodeCount)
    for (number, node) in rows.nodes.enumerated() { places[Int(node)] = Int32(number) }
    var nodes: [DeltaForest.Node] = []
    nodes.reserveCapacity(rows.count)
    var order: [Int32] = []
    order.reserveCapacity(rows.count)
    for node in forest.nodes(of: .commit) where places[Int(node)] >= 0 {
      order.append(places[Int(node)])
      places[Int(node)] = Int32(nodes.count)
      nodes.append(node)
    }
    precondition(nodes.count == rows.count, "each commit of the forest is read once")
    columns.reserveCapacity(rows.count)
    treeNodes.reserveCapacity(rows.count)
    var names: [ObjectName] = []
    var found: [DeltaForest.Node] = []
    for start in stride(from: 0, to: rows.count, by: Self.run) {
      let range = start..<min(start + Self.run, rows.count)
      names.removeAll(keepingCapacity: true)
      for place in range { rows.addNames(of: Int(order[place]), to: &names) }
      forest.find(names, into: &found)
      var next = 0
      for place in range {
        let row = rows[Int(order[place])]
        let id = ObjectID(forest.name(of: nodes[place]))
        columns.append(id, tree: ObjectID(row.tree), seconds: row.seconds)
        treeNodes.append(found[next])
        let parents = next + 1..<next + 1 + row.parents.count
        next = parents.upperBound
        if !shallow.isEmpty, shallow.contains(id) { continue }
        for index in parents {
          let parent = found[index] < 0 ? -1 : places[Int(found[index])]
          if parent >= 0 {
            columns.addParent(parent)
          } else {
            columns.addParent(outside: ObjectID(names[index]))
          }
        }
      }
    }
  }

  /// The rows of all workers, numbered one after the other.
  private struct Rows {
    let parts: [CommitListing.Part]
    private let starts: [Int]
    let count: Int

    init(_ parts: [CommitListing.Part]) {
      self.parts = parts
      var starts: [Int] = []
      var count = 0
      for part in parts {
        starts.append(count)
        count += part.rows.count
      }
      (self.starts, self.count) = (starts, count)
    }

    var nodes: some Sequence<DeltaForest.Node> { parts.lazy.flatMap { $0.rows.lazy.map(\.node) } }

    private func part(of number: Int) -> Int {
      var part = starts.count - 1
      while starts[part] > number { part -= 1 }
      return part
    }

    subscript(number: Int) -> CommitListing.Row {
      let part = part(of: number)
      return parts[part].rows[number - starts[part]]
    }

    /// The names of a commit's tree and parents.
    func addNames(of number: Int, to names: inout [ObjectName]) {
      let part = part(of: number)
      let row = parts[part].rows[number - starts[part]]
      names.append(row.tree)
      for index in row.parents { names.append(parts[part].parents[Int(index)]) }
    }
  }
}

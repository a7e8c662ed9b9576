/// Reads packs and loose headers of a store into a `DeltaForest`.
struct ForestBuilder {
  private var packs: [PackFile] = []
  private var packStarts: [Int] = []
  private var loose: [LooseEntry] = []
  private var links = ForestLinks()
  /// Own weight of each node, later its subtree's.
  private var weights: [UInt64] = []
  private var problems: [StorageProblem]
  private var reasons: [Int32: UnreadableObject.Reason] = [:]
  /// Deltas whose base is not in their own pack.
  private var foreign: [(node: Int, base: ObjectName)] = []
  /// For each pack, and for the loose objects, its nodes by name.
  private var lists: [[Int32]] = []
  private let store: ObjectStore
  private let limits: ReadingLimits
  private let jobs: Int

  init(_ store: ObjectStore, limits: ReadingLimits, jobs: Int) {
    self.store = store
    self.limits = limits
    self.jobs = max(jobs, 1)
    problems = store.problems
  }

  mutating func build() -> DeltaForest {
    for stem in store.directories.flatMap(\.packs) {
      do throws(StorageProblem) {
        let pack = try PackFile(stem: stem)
        guard links.traits.count + pack.index.count < Int(Int32.max) else {
          throw StorageProblem(.tooManyObjects, path: stem, detail: "more than 2^31 objects")
        }
        add(pack)
      } catch {
        problems.append(error)
      }
    }
    packStarts.append(links.traits.count)
    addLoose()
    let names = NameTable(mergeNames(), name: name)
    for (node, base) in foreign {
      if let found = names.find(base, name: name) {
        links.parents[node] = found
      } else {
        fail(Int32(node), .missingBase)
      }
    }
    links.linkChildren()
    let order = links.reach()
    links.weigh(order, &weights)
    var classes = UnreachedObjects(links: links, reasons: reasons)
    let unreadable = names.nodes.compactMap { node in
      classes.reason(for: node).map { UnreadableObject(name: name(node), reason: $0) }
    }
    return DeltaForest(
      packs: packs, directories: store.directories, packStarts: packStarts, loose: loose,
      links: links, names: names, trees: trees(), problems: problems, unreadable: unreadable)
  }

  private mutating func add(_ pack: PackFile) {
    let start = links.traits.count
    packs.append(pack)
    packStarts.append(start)
    let order = OffsetOrder(pack.index)
    let table = OffsetTable(order.offsets, end: pack.end)
    links.offsets += order.offsets
    links.positions += order.positions
    var list = [Int32](repeating: 0, count: order.positions.count)
    for (entry, position) in order.positions.enumerated() {
      list[Int(position)] = Int32(start + entry)
    }
    // More stretches than jobs, so that one slow stretch does not hold up the others.
    let size = max(order.offsets.count / (jobs * 4) + 1, 4096)
    let stretches = stride(from: 0, to: order.offsets.count, by: size).map {
      $0..<min($0 + size, order.offsets.count)
    }
    let scans = Parallel.map(stretches, jobs: jobs) { range in
      EntryScan(pack, order, table, range: range)
    }
    for scan in scans { take(scan, from: pack, start: start, list) }
    addWeights(pack, start: start)
    lists.append(list)
  }

  private mutating func take(_ scan: EntryScan, from pack: PackFile, start: Int, _ list: [Int32]) {
    links.parents += scan.parents.lazy.map { $0 < 0 ? ForestLinks.none : $0 + Int32(start) }
    links.traits += scan.types.lazy.map { ObjectTraits(rawValue: $0 <= 4 ? $0 : 0) }
    for (entry, reason) in scan.damaged { fail(Int32(start + entry), reason) }
    for (entry, base) in scan.references {
      if let position = pack.index.position(of: base) {
        links.parents[start + entry] = list[position]
      } else {
        foreign.append((start + entry, base))
      }
    }
  }

  private mutating func addWeights(_ pack: PackFile, start: Int) {
    // What an object costs besides its bytes, about as much as inflating 64 of them.
    let share: UInt64 = 64
    for node in start..<links.traits.count {
      let next = node + 1 < links.offsets.count ? links.offsets[node + 1] : UInt64(pack.end)
      weights.append(min(next, UInt64(pack.end)) &- min(links.offsets[node], next) &+ share)
    }
  }

  private mutating func addLoose() {
    let start = links.traits.count
    loose = store.directories.enumerated().flatMap { number, directory in
      directory.loose.map { LooseEntry(name: $0, directory: number) }
    }.sorted { ($0.name, $0.directory) < ($1.name, $1.directory) }
    let directories = store.directories
    let heads = Parallel.map(loose, jobs: jobs) { LooseScan(directories[$0.directory], $0.name) }
    for (position, head) in heads.enumerated() {
      links.offsets.append(0)
      links.positions.append(UInt32(position))
      links.parents.append(ForestLinks.none)
      links.traits.append(ObjectTraits(rawValue: head.kind?.rawValue ?? 0))
      weights.append(UInt64(head.fileSize) + 512)
      if let reason = head.reason { fail(Int32(start + position), reason) }
    }
    lists.append((start..<links.traits.count).map { Int32($0) })
  }

  private mutating func fail(_ node: Int32, _ reason: UnreadableObject.Reason) {
    links.traits[Int(node)].insert(.damaged)
    reasons[node] = reason
  }

  private func name(_ node: Int32) -> ObjectName {
    let position = Int(links.positions[Int(node)])
    let pack = packStarts.lastIndex { $0 <= Int(node) } ?? 0
    return pack < packs.count ? packs[pack].index.name(at: position) : loose[position].name
  }

  /// All lists as one, each name once: an undamaged copy counts, of these the first.
  private mutating func mergeNames() -> [Int32] {
    var merged = lists.map { merge($0, []) }
    lists = []
    while merged.count > 1 {
      merged = stride(from: 0, to: merged.count, by: 2).map {
        $0 + 1 < merged.count ? merge(merged[$0], merged[$0 + 1]) : merged[$0]
      }
    }
    return merged.first ?? []
  }

  private mutating func merge(_ left: [Int32], _ right: [Int32]) -> [Int32] {
    var result: [Int32] = []
    result.reserveCapacity(left.count + right.count)
    var last: ObjectName?
    var (first, second) = (0, 0)
    var leftName = left.first.map(name)
    var rightName = right.first.map(name)
    while leftName != nil || rightName != nil {
      let node: Int32
      let taken: ObjectName?
      if let leftName, rightName.map({ !($0 < leftName) }) ?? true {
        (node, taken) = (left[first], leftName)
      } else {
        (node, taken) = (right[second], rightName)
      }
      if taken == leftName, first < left.count, left[first] == node {
        first += 1
        leftName = first < left.count ? name(left[first]) : nil
      } else {
        second += 1
        rightName = second < right.count ? name(right[second]) : nil
      }
      if taken == last, let owner = result.last {
        if links.traits[Int(owner)].contains(.damaged),
          !links.traits[Int(node)].contains(.damaged)
        {
          links.traits[Int(owner)].insert(.duplicate)
          result[result.count - 1] = node
        } else {
          links.traits[Int(node)].insert(.duplicate)
        }
      } else {
        result.append(node)
        last = taken
      }
    }
    return result
  }

  private func trees() -> [ObjectKind: [DeltaTree]] {
    var trees: [ObjectKind: [DeltaTree]] = [:]
    for node in links.traits.indices {
      let traits = links.traits[node]
      guard traits.contains([.reached, .needed]), links.parents[node] == ForestLinks.none,
        let kind = traits.kind
      else { continue }
      trees[kind, default: []].append(DeltaTree(root: Int32(node), weight: weights[node]))
    }
    return trees.mapValues { list in
      list.sorted { ($1.weight, $0.root) < ($0.weight, $1.root) }
    }
  }
}

extension DeltaForest {
  /// Opens every pack and the head of every loose object of a store.
  ///
  /// - Parameter jobs: threads for the pass over the packs.
  public static func build(_ store: ObjectStore, limits: ReadingLimits = .init(), jobs: Int = 1)
    -> DeltaForest
  {
    var builder = ForestBuilder(store, limits: limits, jobs: jobs)
    return builder.build()
  }
}

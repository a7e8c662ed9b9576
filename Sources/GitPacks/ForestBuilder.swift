/// Reads packs and loose headers of a store into a `DeltaForest`.
struct ForestBuilder {
  private var packs: [PackEntries] = []
  private var packStarts: [Int] = []
  private var loose: [LooseEntry] = []
  private var links = ForestLinks()
  /// Bytes of the file of each loose object.
  private var looseSizes: [Int] = []
  private var problems: [StorageProblem]
  private var reasons: [Int32: UnreadableObject.Reason] = [:]
  /// Deltas whose base is not in their own pack.
  private var foreign: [(node: Int, base: ObjectName)] = []
  /// For each pack, and for the loose objects, its nodes by name.
  private var lists: [[NameTable.Entry]] = []
  /// Copies of objects that do not count.
  private var duplicates: [NameTable.Entry] = []
  /// Objects that one pack holds at two places.
  private var twins: [ForestTwins.Pair] = []
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
    let names = NameTable(mergeNames())
    rank(names)
    for (node, base) in foreign {
      if let found = names.find(base) {
        links.parents[node] = found
      } else {
        fail(Int32(node), .missingBase)
      }
    }
    links.linkChildren()
    let reached = links.reach()
    var weights = ownWeights()
    links.weigh(reached, &weights)
    let unreadable = reached.count == links.traits.count ? [] : unreadable(names)
    return DeltaForest(
      packs: packs, directories: store.directories, packStarts: packStarts, loose: loose,
      links: links, names: names, trees: trees(weights), problems: problems, unreadable: unreadable,
      twins: twins)
  }

  private func unreadable(_ names: NameTable) -> [UnreadableObject] {
    var classes = UnreachedObjects(links: links, reasons: reasons)
    return names.nodes.compactMap { node in
      classes.reason(for: node).map {
        UnreadableObject(name: names.name(at: Int(links.ranks[Int(node)])), reason: $0)
      }
    }
  }

  private mutating func add(_ pack: PackFile) {
    let start = links.traits.count
    packs.append(pack.entries)
    packStarts.append(start)
    let entries = scan(pack, start: start)
    // In the order of the index, which is that of the names.
    lists.append(
      entries.indices.map {
        NameTable.Entry(pack.index.name(at: $0), node: Int32(start) + entries[$0])
      })
  }

  /// Examines all entries; gives for each position in the index the number of the entry.
  private mutating func scan(_ pack: PackFile, start: Int) -> [Int32] {
    let order = OffsetOrder(pack.index)
    let table = OffsetTable(order.offsets, end: pack.end)
    // More stretches than jobs, so that one slow stretch does not hold up the others.
    let size = max(order.offsets.count / (jobs * 4) + 1, 4096)
    let stretches = stride(from: 0, to: order.offsets.count, by: size).map {
      $0..<min($0 + size, order.offsets.count)
    }
    let scans = Parallel.map(stretches, jobs: jobs) { range in
      EntryScan(pack, order, table, range: range)
    }
    links.append(order.offsets)
    let entries = order.entries
    for scan in scans { take(scan, from: pack, start: start, entries) }
    return entries
  }

  private mutating func take(
    _ scan: EntryScan, from pack: PackFile, start: Int, _ entries: [Int32]
  ) {
    links.parents += scan.parents.lazy.map { $0 < 0 ? ForestLinks.none : $0 + Int32(start) }
    links.traits += scan.types.lazy.map { ObjectTraits(rawValue: $0 <= 4 ? $0 : 0) }
    for (entry, reason) in scan.damaged { fail(Int32(start + entry), reason) }
    for (entry, base) in scan.references {
      if let position = pack.index.position(of: base) {
        links.parents[start + entry] = Int32(start) + entries[position]
      } else {
        foreign.append((start + entry, base))
      }
    }
  }

  /// What reading each node costs by itself.
  private func ownWeights() -> [UInt64] {
    // What an object costs besides its bytes, about as much as inflating 64 of them.
    let share: UInt64 = 64
    var weights: [UInt64] = []
    weights.reserveCapacity(links.offsets.count)
    for (pack, entries) in packs.enumerated() {
      let (end, nodes) = (UInt64(entries.end), packStarts[pack]..<packStarts[pack + 1])
      for node in nodes {
        let next = node + 1 < nodes.upperBound ? links.offsets[node + 1] : end
        weights.append(min(next, end) &- min(links.offsets[node], next) &+ share)
      }
    }
    for size in looseSizes { weights.append(UInt64(size) + 512) }
    return weights
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
      links.parents.append(ForestLinks.none)
      links.traits.append(ObjectTraits(rawValue: head.kind?.rawValue ?? 0))
      looseSizes.append(head.fileSize)
      if let reason = head.reason { fail(Int32(start + position), reason) }
    }
    lists.append(
      loose.enumerated().map { position, entry in
        NameTable.Entry(entry.name, node: Int32(start + position))
      })
  }

  private mutating func fail(_ node: Int32, _ reason: UnreadableObject.Reason) {
    links.traits[Int(node)].insert(.damaged)
    reasons[node] = reason
  }

  /// All lists as one, each name once: an undamaged copy counts, of these the first.
  private mutating func mergeNames() -> [NameTable.Entry] {
    var merged = lists
    lists = []
    for index in merged.indices { dropDuplicates(&merged[index], inPack: index < packs.count) }
    while merged.count > 1 {
      merged = stride(from: 0, to: merged.count, by: 2).map {
        $0 + 1 < merged.count ? merge(merged[$0], merged[$0 + 1]) : merged[$0]
      }
    }
    return merged.first ?? []
  }

  /// A pack may hold an object twice.
  private mutating func dropDuplicates(_ list: inout [NameTable.Entry], inPack: Bool) {
    let equal = list.indices.dropFirst().first { list[$0].prefix == list[$0 - 1].prefix }
    guard let equal else { return }
    let rest = list[equal...]
    list.removeSubrange(equal...)
    for entry in rest {
      if inPack, let last = list.last, last.name == entry.name {
        twins.append(ForestTwins.Pair(first: last.node, second: entry.node))
      }
      append(entry, to: &list)
    }
  }

  private mutating func merge(
    _ left: [NameTable.Entry], _ right: [NameTable.Entry]
  ) -> [NameTable.Entry] {
    if left.isEmpty { return right }
    if right.isEmpty { return left }
    var result: [NameTable.Entry] = []
    result.reserveCapacity(left.count + right.count)
    var (first, second) = (0, 0)
    while first < left.count, second < right.count {
      if precedes(right[second], left[first]) {
        append(right[second], to: &result)
        second += 1
      } else {
        append(left[first], to: &result)
        first += 1
      }
    }
    for entry in left[first...] { append(entry, to: &result) }
    for entry in right[second...] { append(entry, to: &result) }
    return result
  }

  @inline(__always)
  private func precedes(_ left: NameTable.Entry, _ right: NameTable.Entry) -> Bool {
    left.prefix == right.prefix ? left.name < right.name : left.prefix < right.prefix
  }

  @inline(__always)
  private mutating func append(_ entry: NameTable.Entry, to list: inout [NameTable.Entry]) {
    if let last = list.last, last.prefix == entry.prefix, last.name == entry.name {
      settle(last.node, entry.node, &list)
    } else {
      list.append(entry)
    }
  }

  /// Two copies of one object, the first of them listed.
  private mutating func settle(
    _ owner: Int32, _ other: Int32, _ list: inout [NameTable.Entry]
  ) {
    let name = list[list.count - 1].name
    if links.traits[Int(owner)].contains(.damaged), !links.traits[Int(other)].contains(.damaged) {
      links.traits[Int(owner)].insert(.duplicate)
      list[list.count - 1].node = other
      duplicates.append(NameTable.Entry(name, node: owner))
    } else {
      links.traits[Int(other)].insert(.duplicate)
      duplicates.append(NameTable.Entry(name, node: other))
    }
  }

  /// Tells every node where its name stands, those that do not count too.
  private mutating func rank(_ names: NameTable) {
    links.ranks = [Int32](repeating: 0, count: links.traits.count)
    for (rank, node) in names.nodes.enumerated() { links.ranks[Int(node)] = Int32(rank) }
    for copy in duplicates {
      if let owner = names.find(copy.name) {
        links.ranks[Int(copy.node)] = links.ranks[Int(owner)]
      }
    }
    duplicates = []
  }

  private func trees(_ weights: [UInt64]) -> [ObjectKind: [DeltaTree]] {
    var trees = [[DeltaTree]](repeating: [], count: 8)
    for node in links.parents.indices where links.parents[node] == ForestLinks.none {
      let traits = links.traits[node]
      guard traits.contains([.reached, .needed]), let kind = traits.kind else { continue }
      trees[Int(kind.rawValue)].append(DeltaTree(root: Int32(node), weight: weights[node]))
    }
    return Dictionary(
      uniqueKeysWithValues: ObjectKind.allCases.map { ($0, trees[Int($0.rawValue)]) })
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
    let forest = builder.build()
    let problems = ForestTwins.problems(in: forest, limits: limits)
    return problems.isEmpty ? forest : DeltaForest(forest, problems: problems)
  }
}

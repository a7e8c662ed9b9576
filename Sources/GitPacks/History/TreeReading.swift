/// The state of a `TreeListing`: one value, so that a visit is one access to it.
struct TreeReading {
  private let forest: DeltaForest
  private let wanted: NodeSet
  /// By the walker's slots.
  private var lists: [TreeEntryList] = []
  private var edges: [TreeEdge] = []
  private var missingNumbers: [ObjectName: Int32] = [:]
  private var part: TreePart
  /// Entries of the tree at hand that are not from its base.
  private var parsed: [Parsed] = []
  /// Those whose objects are to be looked up.
  private var ids: [ObjectName] = []
  private var nodes: [DeltaForest.Node] = []
  private var recent = RecentNames()

  private struct Parsed {
    var index: Int32
    var nameStart: Int32
    var nameEnd: Int32
    var isFolder: Bool
    /// -1 where the object is the next of `ids`.
    var node: DeltaForest.Node
  }

  init(_ forest: DeltaForest, wanted: NodeSet) {
    self.forest = forest
    self.wanted = wanted
    part = TreePart(nodeCount: forest.nodeCount)
  }

  func free() { for list in lists { list.free() } }

  mutating func visit(
    _ object: WalkedObject, _ bytes: UnsafeBufferPointer<UInt8>,
    _ runs: UnsafeBufferPointer<CopyRun>
  ) {
    while lists.count <= max(object.slot, object.base?.slot ?? 0) { lists.append(TreeEntryList()) }
    var list = lists[object.slot]
    list.removeAll()
    let base = object.base.map { lists[$0.slot] }
    if unsafe read(bytes, runs, base: base, into: &list) {
      list.size = bytes.count
      if !object.isDuplicate { keep(list, of: object.node) }
    } else {
      list.removeAll()
      if !object.isDuplicate { part.malformed.append(object.node) }
    }
    lists[object.slot] = list
  }

  mutating func miss(_ node: DeltaForest.Node) { part.missed.append(node) }

  mutating func add(_ node: DeltaForest.Node, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var list = TreeEntryList()
    defer { list.free() }
    let runs = unsafe UnsafeBufferPointer<CopyRun>(start: nil, count: 0)
    guard unsafe read(bytes, runs, base: nil, into: &list) else { return false }
    list.size = bytes.count
    keep(list, of: node)
    return true
  }

  mutating func take() -> TreePart {
    var taken = TreePart(nodeCount: forest.nodeCount)
    swap(&taken, &part)
    return taken
  }

  private mutating func keep(_ list: TreeEntryList, of node: DeltaForest.Node) {
    edges.removeAll(keepingCapacity: true)
    for index in 0..<list.count {
      let entry = unsafe list.base[index]
      if entry.label != TreeEntryList.unwanted {
        edges.append(TreeEdge(child: entry.child, label: entry.label))
      }
    }
    unsafe edges.withUnsafeBufferPointer { unsafe part.add($0, of: node) }
  }

  private mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ runs: UnsafeBufferPointer<CopyRun>,
    base: TreeEntryList?, into list: inout TreeEntryList
  ) -> Bool {
    parsed.removeAll(keepingCapacity: true)
    ids.removeAll(keepingCapacity: true)
    var position = 0
    var run = 0
    var hint = 0
    while position < bytes.count {
      while run < runs.count,
        unsafe Int(runs[run].destination) + Int(runs[run].length) <= position
      {
        run += 1
      }
      if let base, run < runs.count, unsafe Int(runs[run].destination) <= position {
        let copied = unsafe runs[run]
        let shift = Int(copied.destination) - Int(copied.source)
        if let first = base.index(at: position - shift, from: hint) {
          let end = base.end(from: first, before: Int(copied.source) + Int(copied.length))
          if end > first {
            list.append(base, first..<end, shift: shift)
            position = base.end(of: end - 1) + shift
            hint = end
            continue
          }
        }
      }
      guard let end = unsafe parse(bytes, at: position, into: &list) else { return false }
      position = end
      hint += 1
    }
    unsafe link(bytes, list)
    return true
  }

  /// Reads one entry, `mode SP name NUL id`; gives where it ends, nil where the bytes are none.
  private mutating func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, into list: inout TreeEntryList
  ) -> Int? {
    var mode = 0
    var at = start
    while true {
      guard at < bytes.count, at < start + 8 else { return nil }
      let byte = unsafe bytes[at]
      at += 1
      if byte == 0x20 { break }
      guard 0x30...0x37 ~= byte else { return nil }
      mode = mode << 3 | Int(byte & 7)
    }
    let nameStart = at
    while at < bytes.count, unsafe bytes[at] != 0 { at += 1 }
    guard at + 20 < bytes.count else { return nil }
    let kind = mode & 0o170000
    // A submodule is a commit of another repository.
    if kind != 0o160000 {
      let id = unsafe ObjectName(in: bytes, at: at + 1)
      let node = recent.node(of: id) ?? -1
      if node < 0 { ids.append(id) }
      parsed.append(
        Parsed(
          index: Int32(list.count), nameStart: Int32(truncatingIfNeeded: nameStart),
          nameEnd: Int32(truncatingIfNeeded: at), isFolder: kind == 0o040000, node: node))
    }
    list.append(
      TreeEntryList.Entry(
        offset: Int32(truncatingIfNeeded: start), child: 0, label: TreeEntryList.unwanted))
    return at + 21
  }

  /// Looks up what the parsed entries name.
  private mutating func link(_ bytes: UnsafeBufferPointer<UInt8>, _ list: TreeEntryList) {
    forest.find(ids, into: &nodes)
    var next = 0
    for entry in parsed {
      var node = entry.node
      let number = next
      if node < 0 {
        node = nodes[number]
        if node >= 0 { recent.insert(ids[number], node) }
        next += 1
      }
      let child: Int32
      if node >= 0 {
        if entry.isFolder { part.folders.insert(node) } else { part.files.insert(node) }
        guard entry.isFolder || wanted.contains(node) else { continue }
        child = node
      } else if ids[number] == .emptyTree {
        // Git knows it without storing it.
        continue
      } else {
        child = -1 - missingNumber(ids[number])
      }
      let name = unsafe UnsafeBufferPointer(
        rebasing: bytes[Int(entry.nameStart)..<Int(entry.nameEnd)])
      let label = unsafe part.names.number(name) << 1 | (entry.isFolder ? 1 : 0)
      list.link(Int(entry.index), child: child, label: label)
    }
  }

  private mutating func missingNumber(_ id: ObjectName) -> Int32 {
    if let number = missingNumbers[id] { return number }
    let number = Int32(part.missing.count)
    part.missing.append(id)
    missingNumbers[id] = number
    return number
  }
}

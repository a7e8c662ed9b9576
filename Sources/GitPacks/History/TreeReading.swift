/// The state of a `TreeListing`: one value, so that a visit is one access to it.
struct TreeReading {
  private let forest: DeltaForest
  private let wanted: NodeSet
  /// By the walker's slots.
  private var lists: [TreeEntryList] = []
  private var missingNumbers: [ObjectName: Int32] = [:]
  private var part: TreePart
  /// Entries of the tree at hand that are not from its base.
  private var parsed: [Parsed] = []
  private var unsettled = UnsettledEntries()
  private var recent = RecentNames()

  private struct Parsed {
    var index: Int32
    var nameStart: Int32
    var nameEnd: Int32
    var isFolder: Bool
    var object: RecentNames.Answer
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
    let isTree = unsafe read(bytes, runs, base: base, into: &list)
    if isTree { list.size = bytes.count } else { list.removeAll() }
    lists[object.slot] = list
    if !isTree {
      if !object.isDuplicate { part.malformed.append(object.node) }
    } else if !object.isDuplicate {
      unsettled.keep(list, of: object.node)
    }
    if unsettled.isFull { settle() }
  }

  mutating func miss(_ node: DeltaForest.Node) { part.missed.append(node) }

  mutating func add(_ node: DeltaForest.Node, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var list = TreeEntryList()
    defer { list.free() }
    let runs = unsafe UnsafeBufferPointer<CopyRun>(start: nil, count: 0)
    guard unsafe read(bytes, runs, base: nil, into: &list) else { return false }
    unsettled.keep(list, of: node)
    if unsettled.isFull { settle() }
    return true
  }

  mutating func take() -> TreePart {
    settle()
    var taken = TreePart(nodeCount: forest.nodeCount)
    swap(&taken, &part)
    return taken
  }

  /// Looks up what waits, and hands on the trees that had to wait for it.
  private mutating func settle() {
    var waiting = UnsettledEntries()
    swap(&waiting, &unsettled)
    waiting.lookUp(in: forest) { recent.insert($0, $1) }
    unsafe waiting.settle { id, node, isFolder, name in
      node >= 0
        ? unsafe edge(to: node, isFolder, name) : unsafe edge(toMissing: id, isFolder, name)
    }
    for slot in lists.indices { waiting.settle(&lists[slot]) }
    unsafe waiting.take { unsafe part.add($0, of: $1) }
    swap(&waiting, &unsettled)
  }

  private mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ runs: UnsafeBufferPointer<CopyRun>,
    base: TreeEntryList?, into list: inout TreeEntryList
  ) -> Bool {
    parsed.removeAll(keepingCapacity: true)
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
    unsafe link(bytes, &list)
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
      parsed.append(
        Parsed(
          index: Int32(list.count), nameStart: Int32(truncatingIfNeeded: nameStart),
          nameEnd: Int32(truncatingIfNeeded: at), isFolder: kind == 0o040000, object: look(up: id)))
    }
    list.append(
      TreeEntryList.Entry(
        offset: Int32(truncatingIfNeeded: start), child: 0, label: TreeEntryList.unwanted))
    return at + 21
  }

  private mutating func look(up id: ObjectName) -> RecentNames.Answer {
    if let known = recent[id] { return known }
    let number = unsettled.look(up: id)
    recent.insert(id, waiting: number)
    return .waiting(number)
  }

  /// Says of the parsed entries what they hold, or lets them wait for it.
  private mutating func link(
    _ bytes: UnsafeBufferPointer<UInt8>, _ list: inout TreeEntryList
  ) {
    for entry in parsed {
      let name = unsafe UnsafeBufferPointer(
        rebasing: bytes[Int(entry.nameStart)..<Int(entry.nameEnd)])
      switch entry.object {
      case .node(let node):
        if let edge = unsafe edge(to: node, entry.isFolder, name) {
          list.link(Int(entry.index), child: edge.child, label: edge.label)
        }
      case .waiting(let number):
        let waiting = unsafe unsettled.add(number, isFolder: entry.isFolder, name)
        list.leaveOpen(Int(entry.index), as: waiting)
      }
    }
  }

  /// The edge to an object that the forest has; nil for one that nobody looks for.
  private mutating func edge(
    to node: DeltaForest.Node, _ isFolder: Bool, _ name: UnsafeBufferPointer<UInt8>
  ) -> TreeEdge? {
    if isFolder { part.folders.insert(node) } else { part.files.insert(node) }
    guard isFolder || wanted.contains(node) else { return nil }
    return unsafe TreeEdge(child: node, label: label(isFolder, name))
  }

  /// The edge to an object that the forest does not have.
  private mutating func edge(
    toMissing id: ObjectName, _ isFolder: Bool, _ name: UnsafeBufferPointer<UInt8>
  ) -> TreeEdge? {
    // Git knows it without storing it.
    if id == .emptyTree { return nil }
    return unsafe TreeEdge(child: -1 - missingNumber(id), label: label(isFolder, name))
  }

  private mutating func label(_ isFolder: Bool, _ name: UnsafeBufferPointer<UInt8>) -> Int32 {
    unsafe part.names.number(name) << 1 | (isFolder ? 1 : 0)
  }

  private mutating func missingNumber(_ id: ObjectName) -> Int32 {
    if let number = missingNumbers[id] { return number }
    let number = Int32(part.missing.count)
    part.missing.append(id)
    missingNumbers[id] = number
    return number
  }
}

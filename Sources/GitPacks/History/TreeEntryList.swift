/// The entries of one tree while those built on it are read; memory is used again. Plain memory, so
/// that nothing is counted or checked for an entry; its owner frees it.
@safe struct TreeEntryList {
  struct Entry {
    /// First byte in the tree.
    var offset: Int32
    var child: Int32
    /// As in `TreeEdge`; `unwanted` for an entry that no edge is made of, `unsettled` for one that
    /// waits: `child` is its number in `UnsettledEntries`.
    var label: Int32
  }

  static let unwanted: Int32 = -1
  static let unsettled: Int32 = -2

  private(set) var base: UnsafeMutablePointer<Entry>
  private var capacity = 64
  private(set) var count = 0
  /// Bytes of the tree; 0 for one that was not understood.
  var size = 0
  /// Whether no entry waits.
  private(set) var isSettled = true

  init() { unsafe base = .allocate(capacity: capacity) }

  func free() { unsafe base.deallocate() }

  mutating func removeAll() { (count, size, isSettled) = (0, 0, true) }

  @inline(__always)
  mutating func append(_ entry: Entry) {
    if count == capacity { reserve(count + 1) }
    unsafe base[count] = entry
    count += 1
  }

  mutating func leaveOpen(_ index: Int, as number: Int32) {
    link(index, child: number, label: Self.unsettled)
    isSettled = false
  }

  /// Says of all entries that wait what they hold.
  mutating func settle(_ edges: [TreeEdge]) {
    if isSettled { return }
    for index in 0..<count where unsafe base[index].label == Self.unsettled {
      let edge = unsafe edges[Int(base[index].child)]
      link(index, child: edge.child, label: edge.label)
    }
    isSettled = true
  }

  /// Says of an entry what it holds.
  func link(_ index: Int, child: Int32, label: Int32) {
    unsafe base[index].child = child
    unsafe base[index].label = label
  }

  /// Appends entries of the base that stand elsewhere here.
  mutating func append(_ other: TreeEntryList, _ range: Range<Int>, shift: Int) {
    reserve(count + range.count)
    isSettled = isSettled && other.isSettled
    for index in range {
      var entry = unsafe other.base[index]
      entry.offset += Int32(truncatingIfNeeded: shift)
      unsafe base[count] = entry
      count += 1
    }
  }

  /// The entry that begins exactly at an offset, or nil.
  func index(at offset: Int, from hint: Int) -> Int? {
    if hint < count, unsafe Int(base[hint].offset) == offset { return hint }
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if unsafe Int(base[middle].offset) < offset { low = middle + 1 } else { high = middle }
    }
    guard low < count, unsafe Int(base[low].offset) == offset else { return nil }
    return low
  }

  /// One behind the last entry from `first` on that ends at or before `limit`.
  func end(from first: Int, before limit: Int) -> Int {
    var (low, high) = (first, count)
    while low < high {
      let middle = (low + high) / 2
      if end(of: middle) <= limit { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func end(of index: Int) -> Int {
    index + 1 < count ? unsafe Int(base[index + 1].offset) : size
  }

  private mutating func reserve(_ needed: Int) {
    guard needed > capacity else { return }
    let grown = max(needed, capacity * 2)
    let larger = UnsafeMutablePointer<Entry>.allocate(capacity: grown)
    unsafe larger.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = unsafe larger
    capacity = grown
  }
}

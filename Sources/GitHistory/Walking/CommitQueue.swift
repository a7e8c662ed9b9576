/// A binary heap of commits by date, ties by id; the newest first.
struct CommitQueue {
  struct Entry {
    var seconds: Int
    var id: ObjectID
  }

  private var heap: [Entry] = []

  private static func precedes(_ left: Entry, _ right: Entry) -> Bool {
    (left.seconds, left.id) > (right.seconds, right.id)
  }

  var first: Entry? { heap.first }

  mutating func insert(_ entry: Entry) {
    heap.append(entry)
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard Self.precedes(heap[child], heap[parent]) else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  mutating func popFirst() -> Entry? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    if heap.isEmpty { return first }
    heap[0] = last
    var parent = 0
    while true {
      let left = 2 * parent + 1
      guard left < heap.count else { return first }
      let right = left + 1
      let child = right < heap.count && Self.precedes(heap[right], heap[left]) ? right : left
      guard Self.precedes(heap[child], heap[parent]) else { return first }
      heap.swapAt(parent, child)
      parent = child
    }
  }
}

/// How much each shard has to do: a heap, the least loaded first, ties by number.
struct ShardLoads {
  private var heap: [(load: UInt64, number: Int)]

  init(count: Int) { heap = (1...max(count, 1)).map { (0, $0) } }

  /// Gives work to the shard that has the least; its number.
  mutating func take(_ weight: UInt64) -> Int {
    let number = heap[0].number
    heap[0].load += weight
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && heap[child] < heap[least] {
        least = child
      }
      if least == parent { return number }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}

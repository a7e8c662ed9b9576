/// Ranges that do not share an element, but for equal ones.
struct OccupiedRanges {
  /// Sorted by lower bound.
  private var ranges: [Range<Int>] = []

  /// Adds a range unless it overlaps another one; false if it does.
  mutating func insert(_ range: Range<Int>) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    if low < ranges.count, ranges[low] == range { return true }
    if low < ranges.count, ranges[low].overlaps(range) { return false }
    if low > 0, ranges[low - 1].overlaps(range) { return false }
    ranges.insert(range, at: low)
    return true
  }
}

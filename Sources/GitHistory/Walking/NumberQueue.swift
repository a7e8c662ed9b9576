/// A set of small numbers from which the smallest is taken: a bit for each, and above each word of
/// bits one that says whether the word is empty. Each step takes a few words, however many numbers
/// there are.
struct NumberQueue {
  /// All levels, the bits of the numbers first.
  private var words: [UInt64]
  /// Where each level begins in `words`; the last level is one word.
  private let starts: [Int]

  /// - Parameter count: one more than the largest number.
  init(count: Int) {
    var starts: [Int] = []
    var (total, size) = (0, max(count, 1))
    repeat {
      size = (size + 63) / 64
      starts.append(total)
      total += size
    } while size > 1
    self.starts = starts
    words = [UInt64](repeating: 0, count: total)
  }

  mutating func insert(_ number: Int) {
    var number = number
    for start in starts {
      let at = start + number >> 6
      let wasEmpty = words[at] == 0
      words[at] |= 1 << UInt64(number & 63)
      if !wasEmpty { return }
      number >>= 6
    }
  }

  /// Takes the smallest number out; nil where there is none.
  mutating func popFirst() -> Int? {
    guard let top = starts.last, words[top] != 0 else { return nil }
    var number = 0
    for start in starts.reversed() {
      number = number << 6 | words[start + number].trailingZeroBitCount
    }
    let first = number
    for start in starts {
      let at = start + number >> 6
      words[at] &= ~(1 << UInt64(number & 63))
      if words[at] != 0 { break }
      number >>= 6
    }
    return first
  }
}

/// What a commit object says of its tree, its parents and its date; read leniently, since history
/// holds all kinds of old damage.
struct CommitLinks {
  var tree: ObjectName
  var parents: [ObjectName] = []
  /// Of the committer, else of the author: seconds since 1970, 0 where it cannot be read.
  var seconds = 0

  /// The end of the year 9999; later dates count as this.
  private static let lastSecond = 253_402_300_799

  /// Nil if the bytes are no commit.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var tree: ObjectName?
    var (author, committer): (Int?, Int?)
    var position = 0
    while position < bytes.count, unsafe bytes[position] != 0x0a {
      let end = unsafe Self.first(0x0a, in: bytes, position..<bytes.count)
      let space = unsafe Self.first(0x20, in: bytes, position..<end)
      let key = unsafe UnsafeBufferPointer(rebasing: bytes[position..<space])
      let value = unsafe UnsafeBufferPointer(rebasing: bytes[min(space + 1, end)..<end])
      if unsafe Self.equals(key, "tree") {
        tree = unsafe tree ?? Self.name(value)
      } else if unsafe Self.equals(key, "parent") {
        guard let parent = unsafe Self.name(value) else { return nil }
        parents.append(parent)
      } else if unsafe Self.equals(key, "author") {
        author = unsafe author ?? Self.seconds(value)
      } else if unsafe Self.equals(key, "committer") {
        committer = unsafe committer ?? Self.seconds(value)
      }
      position = end + 1
    }
    guard let tree else { return nil }
    self.tree = tree
    seconds = committer ?? author ?? 0
  }

  private static func first(
    _ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int {
    for index in range where unsafe bytes[index] == byte { return index }
    return range.upperBound
  }

  private static func equals(_ bytes: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    guard bytes.count == word.utf8CodeUnitCount else { return false }
    for index in 0..<bytes.count where unsafe bytes[index] != word.utf8Start[index] {
      return false
    }
    return true
  }

  private static func name(_ digits: UnsafeBufferPointer<UInt8>) -> ObjectName? {
    guard digits.count == 40 else { return nil }
    var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
    for index in 0..<40 {
      let digit = unsafe digits[index]
      let value: UInt8
      switch digit {
      case 0x30...0x39: value = digit - 0x30
      case 0x61...0x66: value = digit - 0x61 + 10
      case 0x41...0x46: value = digit - 0x41 + 10
      default: return nil
      }
      switch index {
      case 0..<16: words.0 = words.0 << 4 | UInt64(value)
      case 16..<32: words.1 = words.1 << 4 | UInt64(value)
      default: words.2 = words.2 << 4 | UInt64(value)
      }
    }
    return ObjectName(first: words.0, second: words.1, third: UInt32(words.2))
  }

  /// The number behind `Name <address> `.
  private static func seconds(_ line: UnsafeBufferPointer<UInt8>) -> Int {
    var at = line.count
    while at > 0, unsafe line[at - 1] != 0x3e { at -= 1 }
    // Without an address nothing is a date.
    if at == 0 { return 0 }
    while at < line.count, unsafe line[at] == 0x20 { at += 1 }
    var value = 0
    var isTooLarge = false
    while at < line.count, unsafe 0x30...0x39 ~= line[at] {
      let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = unsafe tens.addingReportingOverflow(Int(line[at] & 15))
      isTooLarge = isTooLarge || overflow || carry
      value = sum
      at += 1
    }
    return isTooLarge ? 0 : min(value, lastSecond)
  }
}

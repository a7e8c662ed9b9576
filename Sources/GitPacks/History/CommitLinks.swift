#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a commit object says of its tree, its parents and its date; read leniently, since history
/// holds all kinds of old damage.
struct CommitLinks {
  var tree: ObjectName
  /// Of the committer, else of the author: seconds since 1970, 0 where it cannot be read.
  var seconds = 0

  /// The end of the year 9999; later dates count as this.
  private static let lastSecond = 253_402_300_799

  /// Nil if the bytes are no commit.
  ///
  /// - Parameter parents: the commit's are appended, some of them also where it is none.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, parents: inout [ObjectName]) {
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
    guard let base = bytes.baseAddress, !range.isEmpty,
      let found = unsafe memchr(base + range.lowerBound, Int32(byte), range.count)
    else { return range.upperBound }
    return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
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
    let raw = UnsafeRawBufferPointer(digits)
    func word(_ index: Int) -> UInt32? {
      unsafe HexadecimalDigits.value(raw.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
    }
    guard let first = word(0), let second = word(1), let third = word(2), let fourth = word(3),
      let fifth = word(4)
    else { return nil }
    return ObjectName(
      first: UInt64(first) << 32 | UInt64(second), second: UInt64(third) << 32 | UInt64(fourth),
      third: fifth)
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

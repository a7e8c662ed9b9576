import GitPacks
import Synchronization

/// The file `packed-refs` of a repository, as git writes it: one line for each reference, sorted by
/// name, an annotated tag with the object it leads to below it (git-pack-refs(1), gitrepository-
/// layout(5)).
///
/// Nothing is made of a file that is otherwise in any way; libgit2 is asked then.
struct PackedReferences {
  private struct Entry {
    var name: Range<Int>
    var target: ObjectID
  }

  private let content: [UInt8]
  private var entries: [Entry] = []

  /// Far more than a million references take.
  private static let largestFile = 1 << 30

  /// Nil where the file cannot be read or is not exactly what git writes. No file, no references.
  ///
  /// What was read once is not read again while the file is the same one.
  init?(_ layout: RepositoryLayout) {
    let path = layout.commonDirectory + "/packed-refs"
    let seal = FileSeal(path: path)
    if let seal, let known = Self.known.withLock({ $0[path] }), known.seal == seal {
      self = known.references
      return
    }
    let bytes = Array(path.utf8)
    let content = try? SmallFile.bytes(bytes, limit: Self.largestFile)
    guard let content = content ?? (FileStatus.isAbsent(bytes) ? [] : nil) else { return nil }
    self.init(content)
    // Two files written in the same moment look the same.
    if let seal, seal.isOlder(than: 2), seal == FileSeal(path: path) {
      let known = Known(seal: seal, references: self)
      Self.known.withLock { $0 = [path: known] }
    }
  }

  private struct Known {
    var seal: FileSeal
    var references: PackedReferences
  }

  /// The file that was read last.
  private static let known = Mutex<[String: Known]>([:])

  /// Nil where the bytes are not exactly what git writes.
  init?(_ content: [UInt8]) {
    self.content = content
    let bytes = content.span
    entries.reserveCapacity(bytes.count / 64)
    var start = 0
    if bytes.count > 0, bytes[0] == 0x23 {
      guard let end = bytes.first(0x0a, in: 0..<bytes.count), Self.isHead(0..<end, of: bytes)
      else { return nil }
      start = end + 1
    }
    var isPeelable = false
    while start < bytes.count {
      guard let end = bytes.first(0x0a, in: start..<bytes.count) else { return nil }
      if bytes[start] == 0x5e {
        guard isPeelable, ObjectID(digits: start + 1..<end, of: bytes) != nil else { return nil }
        isPeelable = false
      } else {
        guard let entry = Self.entry(start..<end, of: bytes), isNext(entry, of: bytes) else {
          return nil
        }
        entries.append(entry)
        isPeelable = true
      }
      start = end + 1
    }
  }

  /// Whether a line is the first one of such a file: visible text with git's words at its start.
  private static func isHead(_ line: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    let words: StaticString = "# pack-refs with:"
    let count = words.utf8CodeUnitCount
    guard line.count >= count,
      bytes.equals(line.lowerBound..<line.lowerBound + count, words)
    else { return false }
    return line.allSatisfy { (0x20...0x7e).contains(bytes[$0]) }
  }

  private static func entry(_ line: Range<Int>, of bytes: Span<UInt8>) -> Entry? {
    // Forty digits, a space, a name.
    let space = line.lowerBound + 40
    guard space < line.upperBound, bytes[space] == 0x20,
      let target = ObjectID(digits: line.lowerBound..<space, of: bytes),
      isName(space + 1..<line.upperBound, of: bytes)
    else { return nil }
    return Entry(name: space + 1..<line.upperBound, target: target)
  }

  /// Whether a name is one by the rules of git-check-ref-format(1), below `refs/`.
  static func isName(_ range: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    guard range.count > 5, bytes.equals(range.lowerBound..<range.lowerBound + 5, "refs/") else {
      return false
    }
    var before: UInt8 = 0x2f
    for index in range.lowerBound + 5..<range.upperBound {
      let byte = bytes[index]
      // Letters and digits, which most are.
      if (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 {
        before = byte
        continue
      }
      switch byte {
      case ..<0x21, 0x7f, 0x7e, 0x5e, 0x3a, 0x3f, 0x2a, 0x5b, 0x5c: return false
      case 0x2f:
        guard before != 0x2f, before != 0x2e, !endsInLock(index, of: bytes) else { return false }
      // A part of a name begins with no point, and no two of them follow each other.
      case 0x2e where before == 0x2f || before == 0x2e: return false
      case 0x7b where before == 0x40: return false
      default: break
      }
      before = byte
    }
    return before != 0x2f && before != 0x2e && !endsInLock(range.upperBound, of: bytes)
  }

  private static func endsInLock(_ end: Int, of bytes: Span<UInt8>) -> Bool {
    bytes.equals(end - 5..<end, ".lock")
  }

  private func isNext(_ entry: Entry, of bytes: Span<UInt8>) -> Bool {
    guard let last = entries.last else { return true }
    return Self.isLess(last.name, of: bytes, than: entry.name, of: bytes)
  }

  private static func isLess(
    _ left: Range<Int>, of leftBytes: Span<UInt8>, than right: Range<Int>,
    of rightBytes: Span<UInt8>
  ) -> Bool {
    for offset in 0..<min(left.count, right.count) {
      let one = leftBytes[left.lowerBound + offset]
      let other = rightBytes[right.lowerBound + offset]
      if one != other { return one < other }
    }
    return left.count < right.count
  }

  /// Sorted by name.
  var references: [Reference] {
    let bytes = content.span
    var references: [Reference] = []
    references.reserveCapacity(entries.count)
    for entry in entries {
      references.append(Reference(name: bytes.copied(entry.name), target: entry.target))
    }
    return references
  }

  /// What a reference names; nil where the file does not have it.
  func target(of name: [UInt8]) -> ObjectID? {
    let (bytes, wanted) = (content.span, name.span)
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      let isBefore = Self.isLess(
        entries[middle].name, of: bytes, than: 0..<name.count, of: wanted)
      if isBefore { low = middle + 1 } else { high = middle }
    }
    guard low < entries.count,
      !Self.isLess(0..<name.count, of: wanted, than: entries[low].name, of: bytes)
    else { return nil }
    return entries[low].target
  }
}

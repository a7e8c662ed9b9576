/// The file of a pack.
struct PackEntries: Sendable {
  let file: InputFile
  /// End of the last entry: where the trailing checksum begins.
  let end: Int

  init(file: InputFile) { (self.file, end) = (file, file.size - 20) }
}

/// A pack beside its index, header and trailer checked.
struct PackFile: Sendable {
  let entries: PackEntries
  let index: PackIndex

  var file: InputFile { entries.file }
  var end: Int { entries.end }

  /// - Parameter stem: the path without `.pack` or `.idx`.
  init(stem: String) throws(StorageProblem) {
    let index = try PackIndex(path: stem + ".idx")
    let file = try InputFile(path: stem + ".pack")
    if let problem = Self.check(file, index) {
      throw StorageProblem(.badPack, path: file.path, detail: problem)
    }
    (entries, self.index) = (PackEntries(file: file), index)
  }

  private static func check(_ file: InputFile, _ index: PackIndex) -> String? {
    let buffer = ByteBuffer(capacity: 32)
    buffer.count = min(file.size, 32)
    let length = min(buffer.count, 12)
    let rest = buffer.count - length
    guard unsafe file.read(length, at: 0, into: buffer.base),
      unsafe file.read(rest, at: file.size - rest, into: buffer.base + length)
    else { return "cannot be read" }
    let bytes = unsafe buffer.bytes
    return unsafe problem(
      beginning: UnsafeBufferPointer(rebasing: bytes[..<length]),
      end: UnsafeBufferPointer(rebasing: bytes[length...]), size: file.size, count: index.count,
      checksum: index.packChecksum)
  }

  /// What is wrong with a pack of `size` bytes, by its first 12 and its last 20.
  ///
  /// - Parameters:
  ///   - count: entries by the index.
  ///   - checksum: of the pack, by the index.
  static func problem(
    beginning: UnsafeBufferPointer<UInt8>, end: UnsafeBufferPointer<UInt8>, size: Int, count: Int,
    checksum: ObjectName
  ) -> String? {
    guard size >= 12 + 20 else { return "too short" }
    let header = unsafe Array(beginning)
    guard header[0..<4] == [0x50, 0x41, 0x43, 0x4b], header[4..<7] == [0, 0, 0],
      header[7] == 2 || header[7] == 3
    else { return "wrong signature or version" }
    let declared = header[8..<12].reduce(0) { $0 << 8 | Int($1) }
    guard declared == count else { return "it says \(declared) objects, its index \(count)" }
    guard unsafe ObjectName(bytes: end) == checksum else {
      return "its checksum is not the one in its index"
    }
    return nil
  }
}

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
    guard file.size >= 12 + 20 else { return "too short" }
    let buffer = ByteBuffer(capacity: 32)
    buffer.count = 12
    guard unsafe file.read(12, at: 0, into: buffer.base) else { return "cannot be read" }
    let header = unsafe Array(buffer.bytes)
    guard header[0..<4] == [0x50, 0x41, 0x43, 0x4b], header[4..<7] == [0, 0, 0],
      header[7] == 2 || header[7] == 3
    else { return "wrong signature or version" }
    let count = header[8..<12].reduce(0) { $0 << 8 | Int($1) }
    guard count == index.count else {
      return "it says \(count) objects, its index \(index.count)"
    }
    buffer.count = 20
    guard unsafe file.read(20, at: file.size - 20, into: buffer.base) else {
      return "cannot be read"
    }
    guard unsafe ObjectName(bytes: buffer.bytes) == index.packChecksum else {
      return "its checksum is not the one in its index"
    }
    return nil
  }
}

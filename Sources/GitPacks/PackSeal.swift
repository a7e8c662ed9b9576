/// Size and trailing checksum of a pack or an index: what tells it from another.
struct PackSeal {
  let text: String

  /// Nil for a file that is too short or cannot be read.
  init?(path: String) {
    guard let file = try? InputFile(path: path), file.size >= 20 else { return nil }
    let buffer = ByteBuffer(capacity: 20)
    buffer.count = 20
    guard unsafe file.read(20, at: file.size - 20, into: buffer.base),
      let sum = unsafe ObjectName(bytes: buffer.bytes)
    else { return nil }
    text = "\(file.size) \(sum)"
  }
}

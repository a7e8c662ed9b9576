import CZlib

/// The file of a loose object, looked at before libgit2 reads it: version 1.5 never returns from one
/// whose zlib stream ends before the object does, as after a crash or on a full disk.
enum LooseFile {
  /// Larger ones zlib cannot be given at once.
  private static let largest = Int(UInt32.max)
  private static let chunk = 64 << 10

  /// Whether some folder of objects holds such a file of an object.
  static func endsEarly(_ id: ObjectID, in folders: [String]) -> Bool {
    let name = id.description
    let below = "/" + name.prefix(2) + "/" + name.dropFirst(2)
    return folders.contains { folder in
      // Where it cannot be read, libgit2 tells what is wrong with it.
      (try? SmallFile.bytes(Array((folder + below).utf8), limit: largest)).map(endsEarly) ?? false
    }
  }

  /// Whether a file's zlib stream has no end. What is wrong with it in another way libgit2 tells.
  static func endsEarly(_ file: [UInt8]) -> Bool {
    var stream = unsafe z_stream()
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    guard unsafe inflateInit_(&stream, ZLIB_VERSION, size) == Z_OK else { return false }
    defer { unsafe inflateEnd(&stream) }
    var input = file
    var output = [UInt8](repeating: 0, count: chunk)
    var wanted: Int?
    var total = 0
    return unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe stream.next_in = input.baseAddress
      unsafe stream.avail_in = UInt32(clamping: input.count)
      while true {
        let (result, count) = unsafe output.withUnsafeMutableBufferPointer { output in
          unsafe stream.next_out = output.baseAddress
          unsafe stream.avail_out = UInt32(output.count)
          let result = unsafe inflate(&stream, Z_NO_FLUSH)
          return unsafe (result, output.count - Int(stream.avail_out))
        }
        guard result == Z_OK || result == Z_BUF_ERROR else { return false }
        // All of the input is used, and nothing more can come of it.
        if unsafe result == Z_BUF_ERROR || stream.avail_in == 0 && count < output.count {
          return true
        }
        wanted = wanted ?? length(output[..<count])
        total += count
        // No head, or more than it says: libgit2 stops there too.
        guard let wanted, total <= wanted else { return false }
      }
    }
  }

  /// Bytes of head and content, by the head: `blob 12` and NUL; nil where there is none.
  private static func length(_ beginning: ArraySlice<UInt8>) -> Int? {
    guard let end = beginning.firstIndex(of: 0),
      let space = beginning[..<end].firstIndex(of: 0x20),
      let size = Int(String(decoding: beginning[(space + 1)..<end], as: UTF8.self)),
      size >= 0, size < 1 << 60
    else { return nil }
    return end + 1 + size
  }
}

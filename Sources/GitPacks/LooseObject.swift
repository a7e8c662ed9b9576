/// The head of a loose object's file: kind and size, in front of the content in one zlib stream.
struct LooseObject {
  /// `commit`, a space, twenty digits and NUL.
  static let longestHeader = 32

  var kind: ObjectKind
  var size: Int
  /// Bytes of the header, NUL included.
  var headerLength: Int

  /// - Parameter file: the file's first bytes.
  init?(_ file: UnsafeBufferPointer<UInt8>) {
    guard let stream = InflateStream() else { return nil }
    unsafe stream.feed(file)
    let header = ByteBuffer(capacity: Self.longestHeader)
    let step = unsafe stream.next(
      into: UnsafeMutableBufferPointer(start: header.base, count: Self.longestHeader))
    switch step {
    case .more(let count), .end(let count, _): header.count = count
    case .damaged: return nil
    }
    guard let nul = unsafe header.bytes.firstIndex(of: 0) else { return nil }
    let words = unsafe String(decoding: header.bytes[..<nul], as: UTF8.self)
      .split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 2, let kind = ObjectKind(word: String(words[0])),
      !words[1].isEmpty, words[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let size = Int(words[1]), size < 1 << 60
    else { return nil }
    self.kind = kind
    self.size = size
    headerLength = nul + 1
  }
}

/// Encoded text around a literal, decoded, with the way back from each byte to where it is written.
struct DecodedText {
  private(set) var bytes: [UInt8] = []
  /// Where the literal begins in `bytes`.
  private(set) var literal = 0
  private let encoding: ContentEncoding
  /// Where each byte is written, relative to the literal; one more for the end. Base64 reckons.
  private var origins: [Int32] = []
  /// For base64: where the first group is written, relative to the literal.
  private var firstGroup = 0

  /// - Parameters:
  ///   - window: bytes around the encoded literal.
  ///   - start: where that begins.
  ///   - reach: decoded bytes from the literal on that matter, at least.
  /// - Returns: nil where the literal is not part of such text.
  init?(
    _ window: UnsafeBufferPointer<UInt8>, literal start: Int, encoding: ContentEncoding,
    alignment: Int, reach: Int
  ) {
    self.encoding = encoding
    switch encoding {
    case .plain: return nil
    case .base64: guard unsafe readBase64(window, start, alignment) else { return nil }
    case .hexadecimal: unsafe readPairs(window, start) { Hexadecimal.byte($0, $1) }
    case .utf16: unsafe readPairs(window, start) { $1 == 0 && $0 != 0 ? $0 : nil }
    case .percent, .escaped: guard unsafe readEscapes(window, start, reach) else { return nil }
    }
  }

  private mutating func readBase64(
    _ window: UnsafeBufferPointer<UInt8>, _ start: Int, _ alignment: Int
  ) -> Bool {
    var low = start
    while low > 0, unsafe Base64.value(window[low - 1]) != nil { low -= 1 }
    var high = start
    while high < window.count, unsafe Base64.value(window[high]) != nil { high += 1 }
    // The literal's first whole character in its group of four.
    let group = start - (alignment == 0 ? 0 : alignment + 1)
    guard group >= low else { return false }
    let first = group - (group - low) / 4 * 4
    unsafe bytes = Base64.decode(window[first..<high])
    literal = (group - first) / 4 * 3 + alignment
    firstGroup = first - start
    return literal < bytes.count
  }

  private mutating func readPairs(
    _ window: UnsafeBufferPointer<UInt8>, _ start: Int, _ decode: (UInt8, UInt8) -> UInt8?
  ) {
    var low = start
    while low >= 2, unsafe decode(window[low - 2], window[low - 1]) != nil { low -= 2 }
    literal = (start - low) / 2
    var at = low
    while at + 1 < window.count, let byte = unsafe decode(window[at], window[at + 1]) {
      bytes.append(byte)
      origins.append(Int32(at - start))
      at += 2
    }
    // Big endian text ends with a character, not with a zero.
    if encoding == .utf16, at + 1 == window.count, unsafe window[at] != 0 {
      unsafe bytes.append(window[at])
      origins.append(Int32(at - start))
      at += 1
    }
    origins.append(Int32(at - start))
  }

  /// Everything, escapes or not, as far as it matters; false where nothing is escaped.
  private mutating func readEscapes(
    _ window: UnsafeBufferPointer<UInt8>, _ start: Int, _ reach: Int
  ) -> Bool {
    // No byte is written with less than one.
    let most = reach < window.count - start ? start + reach : window.count
    let mark = Escapes.mark(of: encoding)
    var (at, literal) = (0, 0)
    var origins: [Int32] = []
    unsafe bytes = Array(unsafeUninitializedCapacity: most) { bytes, count in
      unsafe origins = Array(unsafeUninitializedCapacity: most + 1) { origins, originCount in
        func read(to end: Int, _ limit: Int) {
          while at < end, count < limit {
            var (byte, length) = unsafe (window[at], 1)
            if byte == mark { unsafe (byte, length) = Escapes.next(window, at, end, encoding) }
            unsafe bytes.initializeElement(at: count, to: byte)
            unsafe origins.initializeElement(at: count, to: Int32(truncatingIfNeeded: at - start))
            count += 1
            at += length
          }
        }
        // The literal stands as it is: an escape that would swallow its beginning is none.
        read(to: start, most)
        literal = count
        read(to: window.count, reach < most ? literal + reach : most)
        unsafe origins.initializeElement(at: count, to: Int32(truncatingIfNeeded: at - start))
        originCount = count + 1
      }
    }
    (self.literal, self.origins) = (literal, origins)
    return bytes.count < at
  }

  /// Where decoded bytes are written, relative to the literal.
  func written(_ part: Range<Int>) -> Range<Int> {
    if encoding == .base64 {
      let start = firstGroup + part.lowerBound * 4 / 3
      return start..<max(start, firstGroup + (part.upperBound * 8 + 5) / 6)
    }
    guard part.upperBound < origins.count else { return 0..<0 }
    return Int(origins[part.lowerBound])..<Int(origins[part.upperBound])
  }

  /// Whether decoding mattered: without an escape inside of it or at its ends, where conditions
  /// look, the plain search has the match already.
  func hides(_ part: Range<Int>) -> Bool {
    guard encoding == .percent || encoding == .escaped else { return true }
    let seen = max(0, part.lowerBound - 1)..<min(bytes.count, part.upperBound + 1)
    return written(seen).count != seen.count
  }

  func phase(at index: Int) -> UInt8 { encoding == .base64 ? UInt8(index % 3) : 0 }

  /// The bytes that a part of an encoded text stands for.
  ///
  /// - Parameter phase: for base64, the place of the first character in its group of four.
  static func decode(_ text: [UInt8], _ encoding: ContentEncoding, phase: UInt8) -> [UInt8] {
    switch encoding {
    case .plain: return text
    case .base64:
      let filled = [UInt8](repeating: UInt8(ascii: "A"), count: Int(phase)) + text
      return Array(Base64.decode(filled[...]).dropFirst(Int(phase)))
    case .hexadecimal: return pairs(text) { Hexadecimal.byte($0, $1) }
    case .utf16: return stride(from: 0, to: text.count, by: 2).map { text[$0] }
    case .percent, .escaped:
      return unsafe text.withUnsafeBufferPointer { buffer in
        var bytes: [UInt8] = []
        var at = 0
        while at < buffer.count {
          let (byte, length) = unsafe Escapes.next(buffer, at, buffer.count, encoding)
          bytes.append(byte)
          at += length
        }
        return bytes
      }
    }
  }

  private static func pairs(_ text: [UInt8], _ decode: (UInt8, UInt8) -> UInt8?) -> [UInt8] {
    stride(from: 0, to: text.count - 1, by: 2).compactMap { decode(text[$0], text[$0 + 1]) }
  }
}

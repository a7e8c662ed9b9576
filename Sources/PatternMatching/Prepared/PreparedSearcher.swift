/// The fast searcher of an image's literals, compiled when the program was built: compiling it takes
/// a tenth of a second, reading it one or two milliseconds. The library's own version, kind of
/// processor and checksum stand in it; where they do not fit, it is compiled as for any other set.
struct PreparedSearcher: Sendable {
  /// As the library wrote it; empty where there was none.
  let bytes: @Sendable () -> [UInt8]

  /// - Parameter text: of ``text(of:)``.
  init?(_ text: StaticString) {
    guard text.utf8CodeUnitCount > 0 else { return nil }
    bytes = { text.withUTF8Buffer { unsafe SixBitText.read($0) } }
  }

  /// - Parameter text: of ``text(of:)``.
  init?(text: String) {
    guard !text.isEmpty else { return nil }
    let characters = Array(text.utf8)
    bytes = { unsafe characters.withUnsafeBufferPointer { unsafe SixBitText.read($0) } }
  }

  /// Empty where the library is not there.
  static func text(of literals: [SearchedLiteral]) -> String {
    #if VECTORSCAN
      return VectorscanDatabase(literals)?.serialized().map(SixBitText.write) ?? ""
    #else
      return ""
    #endif
  }
}

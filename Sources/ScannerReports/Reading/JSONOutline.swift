/// Collects member names of the beginning of a JSON text; never fails, stops where it stops being
/// JSON.
struct JSONOutline {
  private(set) var paths: Set<String> = []
  private(set) var texts: [String: String] = [:]
  /// A second value at the top.
  private(set) var isLines = false
  private let bytes: [UInt8]
  private var position = 0
  /// Path of each open object or array, and whether it is an array.
  private var open: [(path: String, isArray: Bool)] = []
  /// The name whose value comes next.
  private var pending: String?

  /// Deeper members tell nothing.
  private static let depth = 6
  private static let mostPaths = 1 << 16

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func read() {
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if open.count >= 512 { return }
        if open.isEmpty, position > 0 { isLines = true }
        open.append((path(), byte == UInt8(ascii: "[")))
        pending = nil
        position += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if !open.isEmpty { open.removeLast() }
        pending = nil
        position += 1
      case UInt8(ascii: "\""):
        guard let text = string() else { return }
        take(text)
      case UInt8(ascii: ","):
        pending = nil
        position += 1
      default: position += 1
      }
    }
  }

  private func path() -> String {
    guard let last = open.last, open.count <= Self.depth else { return "" }
    if last.isArray { return last.path.isEmpty ? "*" : last.path + ".*" }
    guard let pending else { return last.path }
    return last.path.isEmpty ? pending : last.path + "." + pending
  }

  private mutating func take(_ text: String) {
    guard let last = open.last, !last.isArray else { return }
    if let name = pending {
      if open.count == 1, texts.count < 64, texts[name] == nil { texts[name] = text }
      pending = nil
      return
    }
    pending = text
    if open.count <= Self.depth, paths.count < Self.mostPaths { paths.insert(path()) }
  }

  /// The string at the position, escapes left as they are; nil where it has no end.
  private mutating func string() -> String? {
    let start = position + 1
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
      end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard end < bytes.count else { return nil }
    position = end + 1
    return String(decoding: bytes[start..<min(end, start + 256)], as: UTF8.self)
  }
}

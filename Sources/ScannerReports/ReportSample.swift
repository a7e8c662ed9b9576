import ReportReading

/// The outline of a report's beginning, enough to tell whose it is without reading all of it.
public struct ReportSample: Sendable {
  /// What the first byte that is no white space opens.
  public enum Shape: Sendable {
    case object, array, xml, other
  }

  public let shape: Shape
  /// Member names joined by dots, `*` for any element of an array, down to four levels:
  /// `runs`, `runs.*.tool`.
  public let paths: Set<String>
  /// The text of string members of the outermost object.
  public let texts: [String: String]
  /// Name of an XML document's element.
  public let root: String?
  public let isHTML: Bool
  /// The first 4,096 bytes.
  public let lead: String
  /// Whether a second JSON value follows the first on a line of its own.
  public let isLines: Bool

  /// Bytes that are looked at.
  private static let window = 1 << 20

  init(_ text: [UInt8]) {
    let head = text.prefix(Self.window)
    let start = head.firstIndex { $0 > 0x20 } ?? head.endIndex
    switch start < head.endIndex ? head[start] : 0 {
    case UInt8(ascii: "{"): shape = .object
    case UInt8(ascii: "["): shape = .array
    case UInt8(ascii: "<"): shape = .xml
    default: shape = .other
    }
    lead = String(decoding: head.prefix(4096), as: UTF8.self)
    root = shape == .xml ? MarkupOutline.root(of: head[start...]) : nil
    isHTML = root?.lowercased() == "html"
    if shape == .object || shape == .array {
      var outline = JSONOutline(Array(head[start...]))
      outline.read()
      isLines = outline.isLines
      paths = outline.paths
      texts = outline.texts
    } else {
      isLines = false
      paths = []
      texts = [:]
    }
  }

  /// Whether all paths are there.
  func has(_ wanted: String...) -> Bool { wanted.allSatisfy(paths.contains) }
}

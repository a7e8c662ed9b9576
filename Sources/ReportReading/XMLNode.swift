/// An XML element: its local name (a namespace prefix is dropped), attributes, text and children.
public struct XMLNode: Sendable, Equatable {
  public var name: String
  /// By local name; of equal names the first counts.
  public var attributes: [String: String] = [:]
  /// The text directly in this element, CDATA included, in one piece.
  public var text = ""
  public var children: [XMLNode] = []

  public init(_ name: String) { self.name = name }

  /// The first child of the name.
  public subscript(name: String) -> XMLNode? { children.first { $0.name == name } }

  /// All children of the name.
  public func all(_ name: String) -> [XMLNode] { children.filter { $0.name == name } }

  /// The text without white space at its ends, nil where nothing is left.
  public var trimmed: String? {
    let isSpace = { (byte: UInt8) in byte <= 0x20 }
    guard let first = text.utf8.firstIndex(where: { !isSpace($0) }),
      let last = text.utf8.lastIndex(where: { !isSpace($0) })
    else { return nil }
    return String(text[first...last])
  }

  /// The trimmed text of the first child of the name.
  public func value(_ name: String) -> String? { self[name]?.trimmed }
}

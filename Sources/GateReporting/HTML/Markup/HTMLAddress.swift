/// Where a link may lead: a place in this page, or a web page. There is no third way, so a
/// `javascript:` address of a report cannot become a link.
struct HTMLAddress {
  let text: String

  private init(_ text: String) { self.text = text }

  static func anchor(_ anchor: HTMLAnchor) -> HTMLAddress { HTMLAddress("#" + anchor.text) }

  /// The page's own icon; a constant, so no text of a report can be in it.
  static func data(_ constant: StaticString) -> HTMLAddress { HTMLAddress(constant.description) }

  /// nil for everything but an absolute `https:` or `http:` address of printable ASCII.
  static func web(_ text: String) -> HTMLAddress? {
    let bytes = text.utf8
    guard bytes.count <= 2048, bytes.allSatisfy({ (0x21...0x7e).contains($0) }) else { return nil }
    let lower = text.prefix(8).lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://") else { return nil }
    let rest = text.drop { $0 != "/" }.dropFirst(2)
    guard let first = rest.first, first != "/", !rest.prefix(while: { $0 != "/" }).contains("@")
    else { return nil }
    return HTMLAddress(text)
  }
}

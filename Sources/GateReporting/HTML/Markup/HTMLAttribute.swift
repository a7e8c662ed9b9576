/// One attribute of an element. Names come from a closed list without event handlers, inline styles
/// and sources; values are escaped, and addresses have a type of their own.
struct HTMLAttribute {
  enum Name: String {
    case `class`, id, href, rel, title, scope, colspan, type, name, value, content, charset, lang
    case hidden, role, autocomplete, spellcheck, tabindex
    case httpEquiv = "http-equiv"
    case label = "aria-label"
    case labelledBy = "aria-labelledby"
    case decorative = "aria-hidden"
    case disabled = "aria-disabled"
    case copy = "data-copy"
    case filter = "data-filter"
    case key = "data-k"
    case cellLabel = "data-l"
    case document = "data-doc"
    case d, x, width, height, viewBox, preserveAspectRatio
    case fillRule = "fill-rule"
    case opacity, fill, stroke
    case strokeWidth = "stroke-width"
    case strokeDashes = "stroke-dasharray"
  }

  let name: Name
  let value: String

  private init(_ name: Name, _ value: String) {
    self.name = name
    self.value = value
  }

  /// An attribute with text; for `href` there is ``link(_:)`` only.
  static func text(_ name: Name, _ value: String) -> HTMLAttribute {
    precondition(name != .href, "addresses go through HTMLAddress")
    return HTMLAttribute(name, value)
  }

  static func link(_ address: HTMLAddress) -> HTMLAttribute { HTMLAttribute(.href, address.text) }

  static func `class`(_ value: StaticString) -> HTMLAttribute {
    HTMLAttribute(.class, value.description)
  }

  static func id(_ value: HTMLAnchor) -> HTMLAttribute { HTMLAttribute(.id, value.text) }
  static func scope(_ value: StaticString) -> HTMLAttribute {
    HTMLAttribute(.scope, value.description)
  }
  static func colspan(_ count: Int) -> HTMLAttribute { HTMLAttribute(.colspan, String(count)) }
  static func cell(_ label: StaticString) -> HTMLAttribute {
    HTMLAttribute(.cellLabel, label.description)
  }
  /// For screen readers this element is not there.
  static var decorative: HTMLAttribute { HTMLAttribute(.decorative, "true") }
}

/// The elements that the page uses. Nothing that loads, embeds or submits is among them.
enum HTMLTag: String {
  case a, b, body, button, caption, code, dd, del, details, div, dl, dt, em, fieldset, figure
  case footer, form, h1, h2, h3, head, header, html, i, ins, label, legend, li, main, nav, noscript
  case ol, option, p, section, select, small, span, strong, summary, table, tbody, td, tfoot, th
  case thead, time, title, tr, ul
  case svg, path, rect, symbol, use

  /// Elements without content and end tag, written by ``HTMLWriter/void(_:_:)``.
  enum Void: String {
    case br, input, link, meta, wbr
  }
}

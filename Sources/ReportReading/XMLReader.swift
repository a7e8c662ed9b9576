/// Reads XML 1.0 that nobody vouches for: well-formedness is checked, a document type is skipped,
/// a document that declares entities is refused, and nothing outside the bytes is ever read.
///
/// Own code, because libxml2 refuses the control characters that Burp copies from responses, and
/// because what a parser cannot do (entities, external subsets, network) cannot go wrong.
public struct XMLReader {
  let bytes: [UInt8]
  let limits: ReportLimits
  var position = 0
  private var nodes = 0
  /// Elements that are open, outermost first.
  private var open: [XMLNode] = []
  private var root: XMLNode?
  /// Elements whose content is not kept; depth of the one we are in.
  private let skipped: Set<String>
  private var skipping: Int?

  private init(_ bytes: [UInt8], skipping: Set<String>, limits: ReportLimits) {
    self.bytes = bytes
    self.limits = limits
    skipped = skipping
  }

  /// The whole document as a tree.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 without byte-order mark, see ``ReportText``.
  ///   - skipping: names of elements whose text and children are dropped while reading.
  public static func document(
    _ bytes: [UInt8], skipping: Set<String> = [], limits: ReportLimits = ReportLimits()
  ) throws -> XMLNode {
    try read(bytes, elements: [], skipping: skipping, limits: limits) { _, _ in }
  }

  /// Hands over the elements of the given names one by one, outermost ones only.
  ///
  /// - Parameter each: called with the elements around it, outermost first (attributes, and the
  ///   children that came before), and the element.
  /// - Returns: the document without those elements.
  public static func read(
    _ bytes: [UInt8], elements names: Set<String>, skipping: Set<String> = [],
    limits: ReportLimits = ReportLimits(), each: ([XMLNode], XMLNode) throws -> Void
  ) throws -> XMLNode {
    var reader = XMLReader(bytes, skipping: skipping, limits: limits)
    while reader.position < bytes.count {
      try reader.step()
      try reader.handOver(names, each)
    }
    guard reader.open.isEmpty, let root = reader.root else {
      throw reader.failure("the XML document is cut short")
    }
    return root
  }

  /// The element that was closed last, until its parent takes it.
  private var closed: XMLNode?

  private mutating func handOver(
    _ names: Set<String>, _ each: ([XMLNode], XMLNode) throws -> Void
  ) throws {
    guard let node = closed else { return }
    closed = nil
    if names.contains(node.name), !open.contains(where: { names.contains($0.name) }) {
      try each(open, node)
      nodes = open.count
    } else if open.isEmpty {
      root = node
    } else if skipping == nil {
      open[open.count - 1].children.append(node)
    }
    if open.isEmpty, root == nil { root = XMLNode(node.name) }
  }

  private mutating func step() throws {
    guard bytes[position] == UInt8(ascii: "<") else { return try text() }
    if starts(with: "<!--") { return try skip(past: "-->", from: 4) }
    if starts(with: "<![CDATA[") { return try characterData() }
    if starts(with: "<?") { return try instruction() }
    if starts(with: "<!DOCTYPE") { return try documentType() }
    if starts(with: "</") { return try endTag() }
    try startTag()
  }

  private mutating func text() throws {
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
    let piece = bytes[start..<position]
    guard !open.isEmpty else {
      if piece.allSatisfy({ $0 <= 0x20 }) { return }
      position = start
      throw failure("text outside the XML document's element")
    }
    try keep(try XMLReferences.resolved(piece))
  }

  private mutating func characterData() throws {
    let start = position + 9
    try skip(past: "]]>", from: 9)
    guard !open.isEmpty else { throw failure("character data outside the element") }
    try keep(String(decoding: bytes[start..<(position - 3)], as: UTF8.self))
  }

  private mutating func keep(_ piece: String) throws {
    guard skipping == nil else { return }
    if open[open.count - 1].text.utf8.count + piece.utf8.count > limits.stringBytes {
      throw ReportError(.limit, "a text longer than \(limits.stringBytes) bytes", at: position)
    }
    open[open.count - 1].text += piece
  }

  private mutating func instruction() throws {
    let isDeclaration =
      starts(with: "<?xml") && position + 5 < bytes.count && bytes[position + 5] <= 0x20
    if isDeclaration, position > 0 {
      throw failure("an XML declaration that is not at the beginning")
    }
    try skip(past: "?>", from: 2)
  }

  private mutating func startTag() throws {
    guard !open.isEmpty || root == nil else { throw failure("a second element at the top") }
    nodes += 1
    if nodes > limits.values {
      throw ReportError(.limit, "more than \(limits.values) XML elements", at: position)
    }
    position += 1
    var node = XMLNode(try name())
    let isEmpty = try attributes(of: &node)
    guard open.count < limits.depth else {
      throw ReportError(.limit, "XML nested deeper than \(limits.depth)", at: position)
    }
    if isEmpty {
      closed = node
      return
    }
    if skipping == nil, skipped.contains(node.name) { skipping = open.count }
    open.append(node)
  }

  private mutating func endTag() throws {
    let start = position
    position += 2
    let name = try name()
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: ">") else {
      throw failure("an end tag without its end")
    }
    position += 1
    guard let node = open.popLast(), node.name == name else {
      position = start
      throw failure("an end tag without its start tag")
    }
    if let depth = skipping, open.count <= depth { skipping = nil }
    closed = node
  }
}

import TOMLKit

/// Reads TOML 1.0 into a ``DocumentTable``.
public enum TOMLReader {
  /// A configuration or rule pack of more bytes is refused.
  public static let largest = 8 << 20
  private static let deepest = 32

  /// - Parameter file: the name for messages.
  public static func parse(_ text: String, file: String) throws(DocumentError) -> DocumentTable {
    guard text.utf8.count <= largest else {
      throw DocumentError(.tooLarge, file: file, "is larger than \(largest >> 20) MiB")
    }
    // The C++ parser recurses; deep nesting is refused before it sees it.
    guard deepestBracket(text) <= deepest else {
      throw DocumentError(.tooDeep, file: file, "nests deeper than \(deepest) levels")
    }
    let root: TOMLTable
    do {
      root = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw DocumentError(.syntax, file: file, line: error.source.begin.line, error.description)
    } catch {
      throw DocumentError(.syntax, file: file, "is not TOML")
    }
    let lines = TOMLLines(text).lines
    return table(root, file: file, path: "", lines: lines, line: nil)
  }

  public static func parse(_ bytes: [UInt8], file: String) throws(DocumentError) -> DocumentTable {
    let bare = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? Array(bytes.dropFirst(3)) : bytes
    guard let text = String(validating: bare, as: UTF8.self) else {
      throw DocumentError(.syntax, file: file, "is not UTF-8")
    }
    return try parse(text, file: file)
  }

  private static func table(
    _ table: TOMLTable, file: String, path: String, lines: [String: Int], line: Int?
  ) -> DocumentTable {
    var result = DocumentTable(file: file, path: path, line: line)
    for key in table.keys {
      guard let item = table[key] else { continue }
      let full = path.isEmpty ? key : path + "." + key
      let at = lines[full] ?? line
      result.entries.append(
        DocumentTable.Entry(
          key: key, value: value(item, file: file, path: full, lines: lines, line: at), line: at))
    }
    result.entries.sort { ($0.line ?? 0, $0.key) < ($1.line ?? 0, $1.key) }
    return result
  }

  private static func value(
    _ item: any TOMLValueConvertible, file: String, path: String, lines: [String: Int], line: Int?
  ) -> DocumentValue {
    if let text = item.string { return .string(text) }
    if let flag = item.bool { return .boolean(flag) }
    if let number = item.int { return .integer(number) }
    if let number = item.double { return .double(number) }
    if let table = item.table {
      return .table(Self.table(table, file: file, path: path, lines: lines, line: line))
    }
    if let array = item.array {
      return .array(
        array.enumerated().map { index, element in
          let full = "\(path)[\(index)]"
          return value(element, file: file, path: full, lines: lines, line: lines[full] ?? line)
        })
    }
    if let date = item.date {
      return .date("\(digits(date.year, 4))-\(digits(date.month, 2))-\(digits(date.day, 2))")
    }
    return .moment(item.debugDescription)
  }

  private static func digits(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }

  /// The deepest run of open brackets outside of strings, roughly: strings only make it larger.
  private static func deepestBracket(_ text: String) -> Int {
    var (depth, deepest) = (0, 0)
    var quote: UInt8?
    for byte in text.utf8 {
      if let open = quote {
        if byte == open || byte == 0x0a { quote = nil }
        continue
      }
      switch byte {
      case 0x22, 0x27: quote = byte
      case 0x5b, 0x7b:
        depth += 1
        deepest = max(deepest, depth)
      case 0x5d, 0x7d: depth = max(0, depth - 1)
      default: continue
      }
    }
    return deepest
  }
}

import TOMLKit

/// Reads TOML 1.0 into a ``DocumentTable``.
public enum TOMLReader {
  /// A configuration or rule pack of more bytes is refused.
  public static let largest = 8 << 20

  /// - Parameter file: the name for messages.
  public static func parse(_ text: String, file: String) throws(DocumentError) -> DocumentTable {
    guard text.utf8.count <= largest else {
      throw DocumentError(.tooLarge, file: file, "is larger than \(largest >> 20) MiB")
    }
    // TOMLKit passes C strings: everything after a NUL would silently be lost.
    if let place = text.utf8.firstIndex(of: 0) {
      let line = text.utf8[..<place].count { $0 == 0x0a } + 1
      throw DocumentError(.syntax, file: file, line: line, "holds a NUL byte")
    }
    // Depth is refused before the C++ parser, which recurses, sees it.
    let places = try TOMLKeyScan.places(text, file: file)
    let root: TOMLTable
    do {
      root = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw DocumentError(.syntax, file: file, line: error.source.begin.line, error.description)
    } catch {
      throw DocumentError(.syntax, file: file, "is not TOML")
    }
    return table(root, file: file, path: "", place: places, line: nil)
  }

  public static func parse(_ bytes: [UInt8], file: String) throws(DocumentError) -> DocumentTable {
    let bare = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? Array(bytes.dropFirst(3)) : bytes
    guard let text = String(validating: bare, as: UTF8.self) else {
      throw DocumentError(.syntax, file: file, "is not UTF-8")
    }
    return try parse(text, file: file)
  }

  private static func table(
    _ table: TOMLTable, file: String, path: String, place: KeyPlace?, line: Int?
  ) -> DocumentTable {
    var result = DocumentTable(file: file, path: path, line: line)
    let ranks = Dictionary(
      (place?.names ?? []).enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let keys = table.keys.sorted {
      (ranks[$0] ?? Int.max, $0) < (ranks[$1] ?? Int.max, $1)
    }
    for key in keys {
      guard let item = table[key] else { continue }
      let full = path.isEmpty ? key : path + "." + key
      let below = place?[key]
      let at = below?.line ?? line
      result.entries.append(
        DocumentTable.Entry(
          key: key, value: value(item, file: file, path: full, place: below, line: at), line: at))
    }
    return result
  }

  private static func value(
    _ item: any TOMLValueConvertible, file: String, path: String, place: KeyPlace?, line: Int?
  ) -> DocumentValue {
    if let text = item.string { return .string(text) }
    if let flag = item.bool { return .boolean(flag) }
    if let number = item.int { return .integer(number) }
    if let number = item.double { return .double(number) }
    if let table = item.table {
      return .table(Self.table(table, file: file, path: path, place: place, line: line))
    }
    if let array = item.array {
      return .array(
        array.enumerated().map { index, element in
          let below = place?.element(index)
          return value(
            element, file: file, path: "\(path)[\(index)]", place: below, line: below?.line ?? line)
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
}

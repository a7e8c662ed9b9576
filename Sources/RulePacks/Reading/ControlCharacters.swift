import Documents

/// Finds the control characters that separate fields inside the binary; no rule needs them.
enum ControlCharacters {
  /// The keys whose strings hold one.
  static func keys(in value: DocumentValue, key: String? = nil, line: Int? = nil)
    -> [(key: String?, line: Int?)]
  {
    switch value {
    case .string(let text):
      text.utf8.contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0a && $0 != 0x0d }
        ? [(key, line)] : []
    case .array(let items): items.flatMap { keys(in: $0, key: key, line: line) }
    case .table(let table):
      table.entries.flatMap { keys(in: $0.value, key: table.fullKey($0.key), line: $0.line) }
    default: []
    }
  }
}

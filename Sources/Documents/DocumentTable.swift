/// A table with the lines its keys stand on, and typed ways to read it.
public struct DocumentTable: Sendable, Hashable {
  public struct Entry: Sendable, Hashable {
    public var key: String
    public var value: DocumentValue
    /// From 1.
    public var line: Int?
  }

  public var file: String
  /// The keys that lead here, `policy.accept`; empty at the root.
  public var path: String
  /// In the order of the file.
  public var entries: [Entry]
  /// Of the table's own header or key.
  public var line: Int?

  public init(file: String, path: String = "", entries: [Entry] = [], line: Int? = nil) {
    self.file = file
    self.path = path
    self.entries = entries
    self.line = line
  }

  public subscript(key: String) -> DocumentValue? { entries.first { $0.key == key }?.value }

  public var keys: [String] { entries.map(\.key) }

  /// The key with its parents.
  public func fullKey(_ key: String) -> String { path.isEmpty ? key : path + "." + key }

  public func line(of key: String) -> Int? { entries.first { $0.key == key }?.line ?? line }

  public func error(_ code: DocumentError.Code, _ key: String, _ message: String) -> DocumentError {
    DocumentError(code, file: file, line: line(of: key), key: fullKey(key), message)
  }

  private func wrong(_ key: String, _ value: DocumentValue, _ expected: String) -> DocumentError {
    error(.wrongType, key, "expected \(expected), found \(value.kind)")
  }

  public func string(_ key: String) throws(DocumentError) -> String? {
    guard let value = self[key] else { return nil }
    guard case .string(let text) = value else { throw wrong(key, value, "a string") }
    return text
  }

  /// - Throws: ``DocumentError`` `.missing` where the key is absent or the string is empty.
  public func requiredString(_ key: String) throws(DocumentError) -> String {
    guard let text = try string(key), !text.isEmpty else {
      throw error(.missing, key, "is required and missing or empty")
    }
    return text
  }

  public func integer(_ key: String) throws(DocumentError) -> Int? {
    guard let value = self[key] else { return nil }
    guard case .integer(let number) = value else { throw wrong(key, value, "a whole number") }
    return number
  }

  /// A whole number counts as one too.
  public func double(_ key: String) throws(DocumentError) -> Double? {
    guard let value = self[key] else { return nil }
    switch value {
    case .double(let number): return number
    case .integer(let number): return Double(number)
    default: throw wrong(key, value, "a number")
    }
  }

  public func boolean(_ key: String) throws(DocumentError) -> Bool? {
    guard let value = self[key] else { return nil }
    guard case .boolean(let flag) = value else { throw wrong(key, value, "true or false") }
    return flag
  }

  /// A date, or a string of the form `YYYY-MM-DD`, as its text; whether the day exists is the
  /// caller's to check.
  public func date(_ key: String) throws(DocumentError) -> String? {
    guard let value = self[key] else { return nil }
    switch value {
    case .date(let text): return text
    case .string(let text) where text.utf8.count == 10: return text
    default: throw wrong(key, value, "a date, YYYY-MM-DD")
    }
  }

  public func strings(_ key: String) throws(DocumentError) -> [String]? {
    guard let value = self[key] else { return nil }
    guard case .array(let items) = value else { throw wrong(key, value, "an array of strings") }
    var texts: [String] = []
    for item in items {
      guard case .string(let text) = item else {
        throw error(.wrongType, key, "expected an array of strings, found \(item.kind) in it")
      }
      texts.append(text)
    }
    return texts
  }

  public func table(_ key: String) throws(DocumentError) -> DocumentTable? {
    guard let value = self[key] else { return nil }
    guard case .table(let table) = value else { throw wrong(key, value, "a table") }
    return table
  }

  /// An array of tables; absent is empty.
  public func tables(_ key: String) throws(DocumentError) -> [DocumentTable] {
    guard let value = self[key] else { return [] }
    guard case .array(let items) = value else { throw wrong(key, value, "an array of tables") }
    var tables: [DocumentTable] = []
    for item in items {
      guard case .table(let table) = item else {
        throw error(.wrongType, key, "expected an array of tables, found \(item.kind) in it")
      }
      tables.append(table)
    }
    return tables
  }

  /// One error for each key that is not among `allowed`, naming the nearest that is.
  public func unknownKeys(allowed: some Collection<String>) -> [DocumentError] {
    let known = Set(allowed)
    return entries.filter { !known.contains($0.key) }.map { entry in
      let nearest = EditDistance.nearest(to: entry.key, among: allowed)
      let hint = nearest.map { "; did you mean \($0)?" } ?? ""
      return error(.unknownKey, entry.key, "is no known key\(hint)")
    }
  }
}

import Documents

/// Reads the keys of one table and keeps every error instead of stopping at the first.
struct TableReading {
  /// Errors of all tables of one file.
  final class Problems {
    var all: [DocumentError] = []
  }

  let table: DocumentTable
  let problems: Problems

  /// - Parameter place: where the table stands among ``ConfigurationKeys``: `policy.accept`; its
  ///   unknown keys become errors.
  init(_ table: DocumentTable, place: String, _ problems: Problems) {
    self.table = table
    self.problems = problems
    problems.all += table.unknownKeys(allowed: ConfigurationKeys.names(in: place))
  }

  /// A table whose keys are names, such as `[tools]`.
  init(names table: DocumentTable, _ problems: Problems) {
    self.table = table
    self.problems = problems
  }

  func add(_ key: String, _ message: String) {
    problems.all.append(table.error(.invalid, key, message))
  }

  /// The value, or nil and an error.
  func value<Value>(
    _ key: String, _ read: (String) throws(DocumentError) -> Value?
  ) -> Value? {
    do throws(DocumentError) {
      return try read(key)
    } catch {
      problems.all.append(error)
      return nil
    }
  }

  func string(_ key: String) -> String? { value(key, table.string) }
  func flag(_ key: String) -> Bool? { value(key, table.boolean) }
  func strings(_ key: String) -> [String]? { value(key, table.strings) }

  /// A string that says something.
  func words(_ key: String) -> String? {
    guard let text = string(key) else { return nil }
    guard text.contains(where: { !$0.isWhitespace }) else {
      add(key, "is empty")
      return nil
    }
    return text
  }

  /// A string without which the table means nothing.
  func requiredWords(_ key: String) -> String? {
    if table[key] == nil {
      problems.all.append(table.error(.missing, key, "is required and missing"))
      return nil
    }
    return words(key)
  }

  func count(_ key: String) -> Int? {
    guard let number = value(key, table.integer) else { return nil }
    guard number >= 0 else {
      add(key, "is less than 0")
      return nil
    }
    return number
  }

  func number(_ key: String, in range: ClosedRange<Double>) -> Double? {
    guard let number = value(key, table.double) else { return nil }
    guard range.contains(number) else {
      add(key, "is not between \(short(range.lowerBound)) and \(short(range.upperBound))")
      return nil
    }
    return number
  }

  private func short(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }

  func duration(_ key: String) -> Int? {
    guard let text = string(key) else { return nil }
    guard let seconds = Quantity.seconds(text) else {
      add(key, "is no duration (90s, 10m, 6h, 14d)")
      return nil
    }
    return seconds
  }

  func day(_ key: String) -> String? { value(key, table.date) }

  func word<Word: RawRepresentable<String> & CaseIterable>(_ key: String, _ type: Word.Type)
    -> Word?
  {
    guard let text = string(key) else { return nil }
    return choose(text, key, type)
  }

  func words<Word: RawRepresentable<String> & CaseIterable>(_ key: String, _ type: Word.Type)
    -> [Word]?
  {
    guard let texts = strings(key) else { return nil }
    return texts.compactMap { choose($0, key, type) }
  }

  func choose<Word: RawRepresentable<String> & CaseIterable>(
    _ text: String, _ key: String, _ type: Word.Type
  ) -> Word? {
    if let word = Word(rawValue: text) { return word }
    let all = type.allCases.map(\.rawValue)
    let near = EditDistance.nearest(to: text, among: all).map { "; did you mean \($0)?" } ?? ""
    add(key, "\(text) is none of \(all.joined(separator: ", "))\(near)")
    return nil
  }

  func inner(_ key: String, place: String) -> TableReading? {
    value(key, table.table).map { TableReading($0, place: place, problems) }
  }

  func inners(_ key: String, place: String) -> [TableReading] {
    (value(key, { key throws(DocumentError) in try table.tables(key) }) ?? [])
      .map { TableReading($0, place: place, problems) }
  }
}

public import Documents

/// Everything that is wrong with a pack, in the order of the file.
public struct RulePackError: Error, Sendable, Hashable, CustomStringConvertible {
  public struct Problem: Sendable, Hashable, CustomStringConvertible {
    public var file: String
    /// From 1.
    public var line: Int?
    public var rule: String?
    public var key: String?
    /// Byte in the pattern as it is written.
    public var offset: Int?
    public var message: String

    public init(
      file: String, line: Int? = nil, rule: String? = nil, key: String? = nil,
      offset: Int? = nil, _ message: String
    ) {
      self.file = file
      self.line = line
      self.rule = rule
      self.key = key
      self.offset = offset
      self.message = message
    }

    public init(_ error: DocumentError, rule: String? = nil) {
      self.init(
        file: error.file, line: error.line, rule: rule,
        key: error.key.map { String($0.drop { $0 != "]" }.drop { $0 == "]" || $0 == "." }) }
          .flatMap { $0.isEmpty ? error.key : $0 }, error.message)
    }

    public var description: String {
      var text = line.map { "\(file):\($0)" } ?? file
      if let rule { text += ": rule \(rule)" }
      if let key { text += ": \(key)" }
      if let offset { text += " at byte \(offset)" }
      return text + ": " + message
    }
  }

  public var problems: [Problem]

  public init(_ problems: [Problem]) { self.problems = problems }

  public var description: String { problems.map(\.description).joined(separator: "\n") }
}

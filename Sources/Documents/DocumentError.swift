/// What is wrong with a document: which file, line and key, and what would be right.
public struct DocumentError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Code: String, Sendable {
    case syntax, tooLarge, tooDeep, wrongType, missing, unknownKey, invalid
  }

  public var code: Code
  public var file: String
  /// From 1; nil where it is about the whole file.
  public var line: Int?
  /// The key with its parents: `policy.fail_on`, `rule[3].pattern`.
  public var key: String?
  public var message: String

  public init(
    _ code: Code, file: String, line: Int? = nil, key: String? = nil, _ message: String
  ) {
    self.code = code
    self.file = file
    self.line = line
    self.key = key
    self.message = message
  }

  public var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    return key.map { "\(place): \($0): \(message)" } ?? "\(place): \(message)"
  }
}

/// Why a report cannot be read: what, and at which byte of the decoded text.
public struct ReportError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Code: String, Sendable {
    /// Nothing in it.
    case empty
    /// Not in the format it should be in, or cut short.
    case malformed
    /// A limit of ``ReportLimits`` was reached.
    case limit
    /// XML that declares entities.
    case entity
    /// Bytes that are no text, or a damaged gzip stream.
    case encoding
  }

  public var code: Code
  /// What is wrong; holds no text of the report.
  public var message: String
  /// Byte of the decoded text, from 0; nil where the whole is meant.
  public var offset: Int?

  public init(_ code: Code, _ message: String, at offset: Int? = nil) {
    self.code = code
    self.message = message
    self.offset = offset
  }

  public var description: String {
    offset.map { "\(message) (at byte \($0))" } ?? message
  }
}

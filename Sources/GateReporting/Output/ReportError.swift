/// Why a report could not be written.
public struct ReportError: Error, Sendable, CustomStringConvertible {
  public enum Code: String, Sendable {
    /// The reader went away; for a command that is no error.
    case closedPipe
    /// The sink refused the bytes: a full disk, a lost file.
    case writeFailed
    /// The format has nothing to hold, and an empty file would be invalid or misleading.
    case nothingToSay
    /// Writing it would tell the reader something untrue, such as that old alerts are fixed.
    case misleading
  }

  public var code: Code
  /// What happened, where, what to do.
  public var context: String
  public var underlying: (any Error)?

  public init(_ code: Code, _ context: String, underlying: (any Error)? = nil) {
    self.code = code
    self.context = context
    self.underlying = underlying
  }

  public var description: String {
    guard let underlying else { return context }
    return "\(context): \(underlying)"
  }
}

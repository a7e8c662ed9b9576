/// What went wrong with a repository, in words for people: what happened, where, what to do.
public struct GitError: Error, Sendable, Equatable, CustomStringConvertible {
  public enum Code: Sendable {
    case notARepository
    /// Somebody else owns it, and nothing says that this is fine.
    case foreignOwner
    /// SHA-256, reftable or an extension that nobody here can read.
    case unsupportedFormat
    /// The object is in no object database of the repository.
    case missingObject
    /// The object is there but cannot be read or parsed.
    case corruptObject
    case unknownRevision
    case unreadable
    /// Anything else that libgit2 says.
    case library
  }

  public var code: Code
  public var message: String
  /// What the library or the system said.
  public var underlying: String?

  public init(_ code: Code, _ message: String, underlying: String? = nil) {
    self.code = code
    self.message = message
    self.underlying = underlying
  }

  public var description: String {
    underlying.map { "\(message) (\($0))" } ?? message
  }
}

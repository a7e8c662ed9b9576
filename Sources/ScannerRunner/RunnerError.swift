/// Why a tool could not be started, or why its answer cannot be used.
public struct RunnerError: Error, Sendable, CustomStringConvertible {
  public enum Code: String, Sendable {
    case notFound, insideRepository, versionUnknown, versionPinned, digestPinned, knownBad
    case badTarget, spawn, workspace
  }

  public var code: Code
  /// What happened, where, and what to do; never a secret.
  public var description: String

  public init(_ code: Code, _ description: String) {
    self.code = code
    self.description = description
  }
}

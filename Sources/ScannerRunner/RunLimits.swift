/// What a tool may use before it is stopped.
public struct RunLimits: Sendable, Hashable {
  public var timeout: Duration
  /// Bytes on standard output; a report of 200 MB is large, more than 512 MiB an attack.
  public var output: Int
  /// Bytes on standard error; more stops the tool as well.
  public var errors: Int

  public init(
    timeout: Duration = .seconds(600), output: Int = 512 << 20, errors: Int = 64 << 20
  ) {
    self.timeout = timeout
    self.output = output
    self.errors = errors
  }
}

public import FindingModel

/// How a tool's process ended and what it said.
public struct ToolProcessResult: Sendable {
  public enum Ending: Sendable, Hashable {
    case exited(Int)
    case signalled(Int)
    /// The time limit passed; the whole process group was killed.
    case timedOut
    /// It wrote more than the limit; the whole process group was killed.
    case outputLimit
  }

  public var ending: Ending
  public var output: [UInt8]
  /// Not masked yet: never shown before it passed ``TextMasking``.
  public var errors: [UInt8]
  public var start: Timestamp
  public var end: Timestamp

  public var exitCode: Int? {
    if case .exited(let code) = ending { code } else { nil }
  }

  /// What happened, for a problem line; nil where the process exited by itself.
  public func problem(tool: String, limits: RunLimits) -> String? {
    switch ending {
    case .exited: nil
    case .signalled(let signal): "\(tool) was killed by signal \(signal)"
    case .timedOut:
      "\(tool) did not end within \(limits.timeout.components.seconds) s and was killed; "
        + "raise [tools.\(tool)] timeout if it needs longer"
    case .outputLimit: "\(tool) wrote more than \(limits.output) bytes and was killed"
    }
  }
}

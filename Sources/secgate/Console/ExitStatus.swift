import ArgumentParser
import FindingModel

/// The one place where errors become exit codes and words on standard error.
enum ExitStatus {
  static let usage: Int32 = 2
  static let internalError: Int32 = 4
  static let interrupted: Int32 = 130

  /// Prints what is to be said and returns the exit code.
  static func report(_ error: any Error) -> Int32 {
    if let status = error as? ExitCode { return status.rawValue }
    if error is CancellationError {
      Console.error("interrupted")
      return interrupted
    }
    if let failure = error as? CommandFailure {
      Console.error(failure.message)
      return failure.status
    }
    if let malformed = error as? PushUpdate.Malformed {
      Console.error(malformed.description)
      return usage
    }
    let status = Secgate.exitCode(for: error)
    let message = Secgate.fullMessage(for: error)
    if status == .success {
      Console.print(message)
      return 0
    }
    if status == .validationFailure {
      Console.write(message + "\n", to: .standardError)
      return usage
    }
    Console.error("internal error: \(message)")
    return internalError
  }
}

/// An error that was already put into words for people: what, where, what to do.
struct CommandFailure: Error {
  var message: String
  var status: Int32

  static func usage(_ message: String) -> CommandFailure {
    CommandFailure(message: message, status: ExitStatus.usage)
  }

  static func broken(_ message: String) -> CommandFailure {
    CommandFailure(message: message, status: Verdict.incomplete.exitCode)
  }

  static func `internal`(_ message: String) -> CommandFailure {
    CommandFailure(message: message, status: ExitStatus.internalError)
  }
}

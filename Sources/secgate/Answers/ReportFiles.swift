import FindingModel
import Foundation
import GateReporting

/// Writes reports to where they were asked for.
enum ReportFiles {
  /// The format behind a name; nil: it is a folder of several files, see ``writeGitLab(_:to:)``.
  static func format(_ kind: ReportKind, asOf: Timestamp? = nil) throws -> any ReportFormat {
    switch kind {
    case .json: JSONReport()
    case .html: LaunchPage(asOf: asOf)
    default:
      throw CommandFailure.usage("the report format \(kind.rawValue) is not in this build")
    }
  }

  /// Everything that `--report` asked for. A format that has nothing to say is told, the others
  /// are written all the same.
  static func write(_ requests: [ReportRequest], _ outcome: GateOutcome, _ global: GlobalOptions)
    throws
  {
    for request in requests {
      try write(
        request.format, outcome, to: request.file == "-" ? "-" : global.absolute(request.file))
    }
  }

  static func write(
    _ kind: ReportKind, _ outcome: GateOutcome, to file: String?, asOf: Timestamp? = nil
  ) throws {
    do {
      try OutputFile.write(try format(kind, asOf: asOf).bytes(of: outcome), to: file)
    } catch let error as ReportError {
      if error.code == .closedPipe { return }
      throw CommandFailure.usage("no \(kind.rawValue) report: \(error)")
    }
  }
}

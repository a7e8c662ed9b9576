import FindingModel
import Foundation
import GateReporting

/// Writes reports to where they were asked for.
enum ReportFiles {
  /// Everything that `--report` asked for, each whatever becomes of the others.
  ///
  /// - Returns: what could not be written. A format that has nothing to say, or would mislead, is
  ///   told and no failure: the verdict is the command's answer.
  static func write(_ requests: [ReportRequest], _ outcome: GateOutcome, _ global: GlobalOptions)
    throws -> [CommandFailure]
  {
    var failures: [CommandFailure] = []
    for request in requests {
      let file = request.file == "-" ? "-" : global.absolute(request.file)
      let style = ReportStyle(isForGitHub: request.isForGitHub)
      do {
        try write(request.format, style, outcome, to: file, quiet: global.quiet)
      } catch let refusal as ReportRefusal {
        let isOld = file != "-" && FileManager.default.fileExists(atPath: file)
        let hint = isOld ? "; \(file) is of an earlier run" : ""
        Console.note("secgate: warning: " + VisibleText.lines(refusal.reason + hint))
      } catch let failure as CommandFailure {
        failures.append(failure)
      }
    }
    return failures
  }

  /// One report; what it leaves out goes to standard error.
  ///
  /// - Throws: ``ReportRefusal``, ``CommandFailure``.
  static func write(
    _ kind: ReportKind, _ style: ReportStyle, _ outcome: GateOutcome, to file: String?,
    quiet: Bool
  ) throws {
    let formats = style.formats(kind, outcome)
    if kind == .gitlab {
      try writeFolder(formats, outcome, file, quiet)
    } else {
      for (name, format) in formats {
        try OutputFile.write(try bytes(name, format, outcome, quiet), to: file)
      }
    }
  }

  private static func writeFolder(
    _ formats: [(name: String, any ReportFormat)], _ outcome: GateOutcome, _ folder: String?,
    _ quiet: Bool
  ) throws {
    guard let folder, folder != "-" else {
      throw CommandFailure.usage("GitLab takes a file for each type of report: -o FOLDER")
    }
    guard !formats.isEmpty else {
      throw ReportRefusal(
        "no GitLab report: nothing was looked for, and an empty report would close what it knows")
    }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure.usage("\(folder) cannot be made: \(error.localizedDescription)")
    }
    for (name, format) in formats {
      try OutputFile.write(try bytes(name, format, outcome, quiet), to: folder + "/" + name)
    }
  }

  private static func bytes(
    _ name: String, _ format: some ReportFormat, _ outcome: GateOutcome, _ quiet: Bool
  ) throws -> [UInt8] {
    if !quiet {
      for remark in format.remarks(on: outcome) {
        Console.note("secgate: \(name): " + VisibleText.make(remark))
      }
    }
    do {
      return try format.bytes(of: outcome)
    } catch {
      throw ReportRefusal(error.description)
    }
  }
}

/// A report that would be empty and invalid, or would say something untrue.
struct ReportRefusal: Error {
  var reason: String

  init(_ reason: String) { self.reason = reason }
}

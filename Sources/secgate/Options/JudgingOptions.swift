import ArgumentParser
import FindingModel

/// Flags of every command that judges.
struct JudgingOptions: ParsableArguments, JudgingFlags {
  @Option(
    help: ArgumentHelp(
      "Take policy, decisions and rule settings from REF; only what it lacks is new.",
      valueName: "ref"))
  var base: String?

  @Option(
    help: ArgumentHelp(
      "Fail from this severity up, in place of the policy's fail_on.", valueName: "severity"))
  var failOn: String?

  @Option(
    help: ArgumentHelp(
      "Time limit of each tool: 90s, 10m, 1h.", valueName: "duration"))
  var timeout: TimeLimit?

  @Option(
    name: .customLong("report"),
    help: ArgumentHelp(
      """
      Write a report too, may be given again: html, json, sarif, sarif:github, junit, markdown, \
      csv, gitlab (a folder), codequality, openvex, attestation, annotations.
      """,
      valueName: "format=file"))
  var reports: [ReportRequest] = []

  @Option(
    help: ArgumentHelp(
      "The folder of decision files instead of .secgate/baseline.", valueName: "dir"))
  var baseline: String?

  func validate() throws {
    guard reports.count(where: { $0.file == "-" }) <= 1 else {
      throw ValidationError("two reports cannot both go to standard output")
    }
    if let folder = reports.first(where: { $0.format == .gitlab }), folder.file == "-" {
      throw ValidationError("--report gitlab takes a folder: gitlab=FOLDER")
    }
  }
}

/// Reads a word of an enumeration of ours that knows nothing of command lines.
enum EnumArgument {
  static func read<Value: RawRepresentable & CaseIterable>(_ text: String) throws -> Value
  where Value.RawValue == String {
    guard let value = Value(rawValue: text) else {
      let words = Value.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("\"\(text)\" is none of \(words)")
    }
    return value
  }
}

/// A duration as the configuration writes it.
struct TimeLimit: ExpressibleByArgument {
  var seconds: Int

  var duration: Duration { .seconds(seconds) }

  init?(argument: String) {
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600]
    let unit = argument.last.flatMap { units[$0] }
    guard let number = Int(unit == nil ? argument[...] : argument.dropLast()), number > 0,
      number <= 7 * 24 * 3600
    else { return nil }
    let (seconds, isHuge) = number.multipliedReportingOverflow(by: unit ?? 1)
    guard !isHuge, seconds <= 7 * 24 * 3600 else { return nil }
    self.seconds = seconds
  }
}

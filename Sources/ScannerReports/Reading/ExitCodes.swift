/// What a tool's exit codes mean. Neither they nor the report alone decide.
struct ExitCodes: Sendable {
  /// The tool did its work, whatever it found.
  var done: Set<Int>
  /// The tool found something; without a finding in the report it failed.
  var findings: Set<Int> = []
  /// Codes of a failure in words.
  var failures: [Int: String] = [:]
  /// Any other code means findings, as the caller chose it.
  var othersAreFindings = false

  /// Why the code and the number of findings do not go together; nil where they do.
  func problem(_ code: Int, findings count: Int) -> String? {
    if done.contains(code) { return nil }
    if let failure = failures[code] { return "exit code \(code): \(failure)" }
    if findings.contains(code) || othersAreFindings {
      return count > 0
        ? nil : "exit code \(code), which means findings or an error, and the report has none"
    }
    return "exit code \(code), which the tool does not document for a finished run"
  }
}

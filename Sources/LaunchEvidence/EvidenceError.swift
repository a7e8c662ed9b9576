/// Why a file is no evidence of the kind it was given as.
struct EvidenceError: Error, CustomStringConvertible {
  /// What is wrong and what to do; holds no text of the report.
  var description: String

  init(_ description: String) { self.description = description }
}

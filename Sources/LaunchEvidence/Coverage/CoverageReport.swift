import FindingModel

/// What one coverage file says.
struct CoverageReport {
  var format: String
  /// Lines that can be merged with other reports; nil: the format holds counts alone.
  var places: LineCoverage?
  /// nil: the format does not count lines.
  var lines: CoverageCount?
  /// nil: branches were not measured.
  var branches: CoverageCount?
  var functions: CoverageCount?
  /// Lines by file, or by the smallest part that the report names.
  var byFile: [String: CoverageCount] = [:]
  /// How many files the report is about, where it tells.
  var files: Int?
  /// What targets are held against where it is less than what was counted.
  var stricter: CoverageCount?
  var numbers = Numbers()
  var problems: [String] = []
  var notes: [String] = []
  var advice: [String: String] = [:]
  var madeAt: Timestamp?
  var toolVersion: String?

  init(_ format: String) { self.format = format }
}

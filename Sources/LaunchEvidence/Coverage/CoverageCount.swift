import ReportReading

/// Covered of valid: lines, branches, statements.
struct CoverageCount: Equatable {
  var covered: Int
  var valid: Int
  /// The rate before the counts were rounded down, where they were no whole numbers.
  var unroundedRate: Double?

  init(covered: Int, valid: Int) {
    self.covered = covered
    self.valid = valid
  }

  /// nil where one of the two is unknown, or the counts cannot be true.
  init?(_ covered: Int?, _ valid: Int?) {
    guard let covered, let valid, covered >= 0, covered <= valid else { return nil }
    self.init(covered: covered, valid: valid)
  }

  /// nil for 0 of 0 as well: nothing was measured.
  var measured: CoverageCount? { valid > 0 ? self : nil }

  var rate: Double? { unroundedRate ?? Ratio.of(covered, valid) }

  static func + (left: CoverageCount, right: CoverageCount) -> CoverageCount {
    CoverageCount(
      covered: left.covered.plus(right.covered), valid: left.valid.plus(right.valid))
  }

  var numbers: Numbers {
    var numbers = Numbers()
    numbers.set("covered", covered)
    numbers.set("total", valid)
    numbers.set("rate", rate)
    return numbers
  }
}

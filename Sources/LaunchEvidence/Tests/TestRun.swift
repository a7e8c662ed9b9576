import FindingModel

/// A set of tests while its files are read.
struct TestRun {
  var reading: EvidenceReading
  var ledger = TestLedger()
  /// What only this format states, behind the counts.
  var further = Numbers()
  var isJUnit = false
  var shards = ShardSet()
  /// Tests that are marked as to be done: shown, neither passed nor failed.
  var todo = 0
  /// Counts of files that hold no case.
  private var counted = TestMeasurements()
  var claimsWithoutCase = false
  private var formats: [String] = []

  init(_ reading: EvidenceReading) { self.reading = reading }

  mutating func saw(_ format: String) {
    if !formats.contains(format) { formats.append(format) }
  }

  /// Counts of a file that names no test; what it counts as passed is the rest.
  mutating func add(counts: (all: Int, failed: Int, errored: Int, skipped: Int), _ place: String) {
    counted.total = counted.total.plus(counts.all)
    counted.failed = counted.failed.plus(counts.failed)
    counted.errored = counted.errored.plus(counts.errored)
    counted.skipped = counted.skipped.plus(counts.skipped)
    let rest = counts.all.minus(counts.failed).minus(counts.errored).minus(counts.skipped)
    counted.passed = counted.passed.plus(max(0, rest))
    let failing = counts.failed.plus(counts.errored)
    if failing > 0 {
      reading.fail(EvidenceFailure(.test, "unnamed tests", "\(failing) tests failed"))
    }
  }

  /// Tests with a name, those that are only counted, and those that are still to be done.
  private var measurements: TestMeasurements {
    var tests = ledger.measurements
    tests.total = tests.total.plus(counted.total).plus(todo)
    tests.passed = tests.passed.plus(counted.passed)
    tests.failed = tests.failed.plus(counted.failed)
    tests.errored = tests.errored.plus(counted.errored)
    tests.skipped = tests.skipped.plus(counted.skipped).plus(todo)
    return tests
  }

  /// The reading with counts, failures and what makes it incomplete.
  func finished() -> EvidenceReading {
    var result = reading
    let tests = measurements
    result.format = formats.joined(separator: ", ")
    result.measurements.tests = tests
    result.numbers = numbers
    for name in ledger.failingNames {
      result.fail(EvidenceFailure(.test, name, "a test failed"))
    }
    if let problem = shards.problem { result.problems.append(problem) }
    let ran = tests.total.minus(tests.skipped)
    result.looked = ran > 0 ? .yes : .unknown
    if tests.total == 0 {
      result.problems.append("no test is in it: nothing ran")
    } else if ran == 0 {
      result.problems.append("all \(tests.total) tests were skipped: nothing ran")
    }
    if ledger.mixed > 0 {
      result.notes.append(
        "\(ledger.mixed) tests stand there both as passed and as failed; they count as failed")
    }
    let named = ledger.measurements.total
    if ledger.cases > named {
      result.notes.append("\(ledger.cases) cases are \(named) tests: repeats count once")
    }
    return result
  }

  private var numbers: Numbers {
    var numbers = Numbers()
    numbers.set("cases", ledger.cases.plus(counted.total).plus(todo))
    numbers.set("passed", ledger.passed.plus(counted.passed))
    numbers.set("failed", ledger.failed.plus(counted.failed))
    numbers.set("errored", ledger.errored.plus(counted.errored))
    numbers.set("skipped", ledger.skipped.plus(counted.skipped))
    if isJUnit {
      numbers.set("flaky_marked", ledger.flakyMarked)
      numbers.set("failed_after_reruns_marked", ledger.failedAgainMarked)
      numbers.set("distinct", ledger.distinct)
      numbers.set("duplicates", ledger.cases - ledger.distinct)
      numbers.set("mixed_groups", ledger.mixed)
      numbers.set("tests_claimed_but_no_case", claimsWithoutCase)
      numbers.set("time_sum_s", ledger.time)
      numbers.set("untimed", ledger.untimed)
    } else {
      numbers.set("flaky", ledger.flakyMarked)
    }
    for (name, value) in further.members { numbers.set(name, value) }
    return numbers
  }
}

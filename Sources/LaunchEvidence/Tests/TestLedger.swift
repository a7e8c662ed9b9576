import FindingModel

/// Counts tests from the attempts that reports list: a test that stands there several times is
/// one test.
struct TestLedger {
  /// What several attempts at one test amount to.
  private struct Group {
    var name: String
    var isNameless: Bool
    var passed = 0
    var failed = 0
    var errored = 0
    var skipped = 0
    var flaky = false

    var isMixed: Bool { passed > 0 && failed + errored > 0 }
  }

  /// Whether equal cases that all look passed are attempts of one flaky test: pytest's reruns
  /// leave each failed attempt as a case without children.
  var repeatsAreRetries = false

  private var groups: [Group] = []
  private var byKey: [[String]: Int] = [:]
  private(set) var cases = 0
  private(set) var passed = 0
  private(set) var failed = 0
  private(set) var errored = 0
  private(set) var skipped = 0
  private(set) var flakyMarked = 0
  private(set) var failedAgainMarked = 0
  private(set) var nameless = 0
  private(set) var time = 0.0
  private(set) var untimed = 0

  mutating func add(_ test: TestCase) {
    cases += 1
    switch test.status {
    case .passed: passed += 1
    case .failed: failed += 1
    case .errored: errored += 1
    case .skipped: skipped += 1
    }
    if test.isFlaky { flakyMarked += 1 }
    if test.failedAgain { failedAgainMarked += 1 }
    if let seconds = test.time { time += seconds } else { untimed += 1 }
    let index = group(of: test)
    switch test.status {
    case .passed: groups[index].passed += 1
    case .failed: groups[index].failed += 1
    case .errored: groups[index].errored += 1
    case .skipped: groups[index].skipped += 1
    }
    if test.isFlaky { groups[index].flaky = true }
  }

  private mutating func group(of test: TestCase) -> Int {
    if let key = test.key, let known = byKey[key] { return known }
    groups.append(Group(name: test.name, isNameless: test.key == nil))
    if let key = test.key {
      byKey[key] = groups.count - 1
    } else {
      nameless += 1
    }
    return groups.count - 1
  }

  /// Cases without a name cannot be told apart, so they count as one here, as each other.
  var distinct: Int { byKey.count + (nameless > 0 ? 1 : 0) }

  /// Tests that stand there both as passed and as failed.
  var mixed: Int {
    let nameless = groups.filter(\.isNameless)
    let isMixed =
      nameless.contains { $0.passed > 0 } && nameless.contains { $0.failed + $0.errored > 0 }
    return groups.count { !$0.isNameless && $0.isMixed } + (isMixed ? 1 : 0)
  }

  /// The tests: failed in any attempt that the report itself calls failed is failed.
  var measurements: TestMeasurements {
    var result = TestMeasurements()
    for group in groups {
      result.total += 1
      if group.failed > 0 {
        result.failed += 1
      } else if group.errored > 0 {
        result.errored += 1
      } else if group.flaky || (repeatsAreRetries && group.passed > 1) {
        result.flaky += 1
      } else if group.passed > 0 {
        result.passed += 1
      } else {
        result.skipped += 1
      }
    }
    result.failing = Array(failingNames.prefix(100))
    result.duration = cases > untimed && time.isFinite ? time : nil
    return result
  }

  /// Each test with what became of it, in the order of the report.
  var results: [(String, TestCase.Status)] {
    groups.map { group in
      let status: TestCase.Status =
        if group.failed > 0 {
          .failed
        } else if group.errored > 0 {
          .errored
        } else {
          group.passed > 0 ? .passed : .skipped
        }
      return (group.name, status)
    }
  }

  /// The failing tests' names, sorted, each once.
  var failingNames: [String] {
    Set(groups.filter { $0.failed + $0.errored > 0 }.map(\.name)).sorted()
  }
}

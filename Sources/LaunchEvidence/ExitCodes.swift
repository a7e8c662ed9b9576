import FindingModel

/// What the exit code of the tool adds to its report. It can make the outcome worse, never better.
enum ExitCodes {
  static func judge(_ code: Int, _ reading: inout EvidenceReading) {
    guard code != 0 else { return }
    if let signal = signal(code) {
      reading.problems.append("exit code \(code): the run was stopped by \(signal)")
      return
    }
    switch reading.kind {
    case .k6: k6(code, &reading)
    case .locust: locust(code, &reading)
    case .artillery: artillery(code, &reading)
    case .junit, .playwright, .tap: tests(code, &reading)
    case .jmeter, .coverage: reading.problems.append("exit code \(code): the run did not end well")
    case .check:
      if reading.failures.isEmpty {
        reading.problems.append("exit code \(code), although no check failed")
      }
    }
  }

  /// 128 and the number of a signal, as shells and Node write it.
  private static func signal(_ code: Int) -> String? {
    switch code {
    case 129: "SIGHUP"
    case 130: "SIGINT"
    case 134: "SIGABRT"
    case 137: "SIGKILL"
    case 139: "SIGSEGV"
    case 143: "SIGTERM"
    default: nil
    }
  }

  private static func k6(_ code: Int, _ reading: inout EvidenceReading) {
    let words = [
      97: "the cloud run failed or was aborted", 100: "setup timed out", 101: "teardown timed out",
      103: "the run was stopped over REST", 104: "the configuration is bad",
      105: "the run was interrupted by a signal", 106: "the REST port could not be opened",
      107: "the script failed", 108: "the script aborted the test", 109: "k6 crashed",
    ]
    switch code {
    case 99 where reading.failures.contains { $0.kind == .threshold }: return
    case 99: reading.fail(EvidenceFailure(.tool, "exit code 99", "k6 says a threshold was crossed"))
    case 110: reading.fail(EvidenceFailure(.tool, "exit code 110", "the test was marked failed"))
    default:
      reading.problems.append("exit code \(code): " + (words[code] ?? "k6 did not end well"))
    }
  }

  private static func locust(_ code: Int, _ reading: inout EvidenceReading) {
    if code == 1 {
      if reading.measurements.load?.failures ?? 0 > 0 || !reading.failures.isEmpty { return }
      reading.problems.append(
        "exit code 1 without a failed request: a task raised an exception (see _exceptions.csv)")
    } else {
      reading.problems.append("exit code \(code): Locust did not end well")
    }
  }

  private static func artillery(_ code: Int, _ reading: inout EvidenceReading) {
    if code == 1 {
      reading.fail(
        EvidenceFailure(.tool, "exit code 1", "an ensure threshold or expectation failed"))
    } else {
      reading.problems.append("exit code \(code): Artillery did not end well")
    }
  }

  /// Test runners exit 1 or with the number of failures; pytest 2 to 5 means that it did not run
  /// everything.
  private static func tests(_ code: Int, _ reading: inout EvidenceReading) {
    if reading.format == TestEvidence.pytest, (2...5).contains(code) {
      let words = [
        2: "interrupted, or tests could not be collected", 3: "an internal error",
        4: "a usage error", 5: "no test was collected",
      ]
      reading.problems.append("pytest exit code \(code): " + (words[code] ?? ""))
    } else if reading.format == "tap", code == 255 {
      reading.problems.append("exit code 255: the run bailed out")
    } else if reading.failures.isEmpty {
      reading.problems.append("exit code \(code), although no test failed: part of it did not run")
    }
  }
}

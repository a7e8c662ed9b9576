public import FindingModel

/// JUnit XML for CI servers: the conditions as one suite, each scanner as another. A failing
/// finding is a failure, missing evidence an error, what is decided is skipped, and each scanner
/// that looked has a passing case, so that an empty suite never stands for a clean one.
public struct JUnitReport: ReportFormat {
  public init() {}

  public func write(_ outcome: GateOutcome, to sink: any ByteSink) throws(ReportError) {
    let outcome = outcome.bounded
    let suites = JUnitSuites(outcome).all
    let output = ReportOutput(sink)
    let xml = XMLOutput(output)
    output.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    let cases = suites.flatMap(\.cases)
    xml.element(
      "testsuites",
      [
        ("name", "secgate"), ("tests", String(cases.count)),
        ("failures", String(cases.count { $0.isFailure })),
        ("errors", String(cases.count { $0.isError })), ("time", "0"),
      ]
    ) {
      for suite in suites { suite.write(to: xml) }
    }
    output.write("\n")
    try output.finish()
  }
}

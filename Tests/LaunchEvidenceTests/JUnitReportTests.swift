import FindingModel
import Testing

@testable import LaunchEvidence

struct JUnitReportTests {
  private let mixed = """
    <testsuites><testsuite name="a" tests="99" failures="0">
    <testcase classname="C" name="one" time="0.5"/>
    <testcase classname="C" name="two"><failure message="m"/></testcase>
    <testcase classname="C" name="three"><error/></testcase>
    <testcase classname="C" name="four"><skipped/></testcase>
    <testcase classname="C" name="five"><flakyFailure/></testcase>
    <testcase classname="C" name="six"><skipped type="todo"/><failure/></testcase>
    </testsuite></testsuites>
    """

  @Test func `cases are counted and attributes are not believed`() throws {
    let reading = Made.read(.junit, mixed)
    let tests = try #require(reading.measurements.tests)
    #expect(reading.outcome == .findings)
    #expect(reading.looked == .yes)
    #expect(tests.total == 6)
    #expect(tests.passed == 1)
    #expect(tests.failed == 1)
    #expect(tests.errored == 1)
    #expect(tests.skipped == 2)
    #expect(tests.flaky == 1)
    #expect(tests.failing == ["C.three", "C.two"])
    #expect(tests.duration == 0.5)
    #expect(reading.failures.map(\.name) == ["C.three", "C.two"])
  }

  @Test func `pytest's reruns are one flaky test, its teardown error one failed test`() throws {
    let tests = try Made.tests(
      .junit,
      """
      <testsuites name="pytest tests"><testsuite name="pytest">
      <testcase classname="t" name="flaky"/><testcase classname="t" name="flaky"/>
      <testcase classname="t" name="bad"/><testcase classname="t" name="bad"><failure/></testcase>
      <testcase classname="t" name="down"><failure/></testcase>
      <testcase classname="t" name="down"><error/></testcase>
      <testcase classname="t" name="fine"/>
      </testsuite></testsuites>
      """)
    #expect(tests.total == 4)
    #expect(tests.flaky == 1)
    #expect(tests.failed == 2)
    #expect(tests.passed == 1)
  }

  @Test func `elsewhere equal cases that pass are one test, and mixed ones are failed`() throws {
    let suite = """
      <testsuite name="s"><testcase name="x"/><testcase name="x"/>
      <testcase name="y"/><testcase name="y"><failure/></testcase></testsuite>
      """
    let reading = Made.read(.junit, suite)
    let tests = try #require(reading.measurements.tests)
    #expect(tests.total == 2)
    #expect(tests.passed == 1)
    #expect(tests.flaky == 0)
    #expect(tests.failed == 1)
    #expect(reading.notes.contains { $0.contains("both as passed and as failed") })
  }

  @Test func `the same test on two hosts is two tests`() throws {
    let tests = try Made.tests(
      .junit,
      """
      <testsuites><testsuite name="s" hostname="firefox"><testcase name="x"/></testsuite>
      <testsuite name="s" hostname="chrome"><testcase name="x"/></testsuite></testsuites>
      """)
    #expect(tests.total == 2)
  }

  @Test func `shards are one set of tests, the same file twice counts once`() throws {
    let one = "<testsuite name='a'><testcase name='x'/></testsuite>"
    let two = "<testsuite name='b'><testcase name='x'/></testsuite>"
    let reading = Made.read(.junit, one, two, one)
    #expect(reading.measurements.tests?.total == 2)
    #expect(reading.files.count == 2)
    #expect(reading.notes == ["file2 holds the same bytes as file0 and counts once"])
    #expect(reading.digest == Made.read(.junit, two, one).digest)
  }

  @Test(arguments: [
    ("<testsuites/>", "nothing ran"),
    ("<testsuite><testcase name='a'><skipped/></testcase></testsuite>", "were skipped"),
    ("<testsuite tests='7' failures='2'/>", "claims 7 tests"),
    ("<testcase name='a'/>", "without a suite"),
  ])
  func `where nothing ran it is never clean`(_ text: String, _ problem: String) {
    let reading = Made.read(.junit, text)
    #expect(reading.outcome == .partial)
    #expect(reading.looked == .unknown)
    #expect(reading.problems.contains { $0.contains(problem) }, "\(reading.problems)")
  }

  @Test(arguments: [
    ("", "empty"), ("not xml", "neither JUnit XML"), ("<testsuite>", "cut short"),
    ("<!DOCTYPE a [<!ENTITY b 'c'>]><testsuite/>", "entities"),
    ("<coverage line-rate='1'/>", "Cobertura"), ("<nonsense/>", "unknown"),
    ("{\"suites\": []}", "Playwright"),
  ])
  func `what is no JUnit report is broken and says why`(_ text: String, _ problem: String) {
    let reading = Made.read(.junit, text)
    #expect(reading.outcome == .broken)
    #expect(reading.measurements.tests == nil)
    #expect(reading.problems.count == 1)
    #expect(reading.problems[0].contains(problem), "\(reading.problems)")
  }

  @Test func `white space before the declaration and a byte-order mark are accepted`() throws {
    let text = "\u{feff}\n\n<?xml version='1.0'?><testsuite><testcase name='a'/></testsuite>"
    #expect(Made.read(.junit, text).outcome == .clean)
  }

  @Test(arguments: [(1, true), (0, false), (2, true), (137, true)])
  func `an exit code that no failure explains makes it partial`(_ code: Int, _ partial: Bool) {
    let reading = Made.read(
      .junit, "<testsuite><testcase name='a'/></testsuite>", exitCode: code)
    #expect(reading.outcome == (partial ? .partial : .clean))
    #expect(reading.exitCode == code)
  }

  @Test func `the oldest time with a zone dates the set`() {
    let reading = Made.read(
      .junit,
      """
      <testsuites><testsuite timestamp="2026-11-20T10:00:00Z"><testcase name="a"/></testsuite>
      <testsuite timestamp="2026-11-19T10:00:00+01:00"><testcase name="b"/></testsuite>
      <testsuite timestamp="2026-11-01T10:00:00"><testcase name="c"/></testsuite></testsuites>
      """)
    #expect(reading.madeAt?.description == "2026-11-19T09:00:00Z")
  }

  @Test func `counts that Failsafe alone states are taken, its time limit is incomplete`() {
    let summary = """
      <failsafe-summary timeout="true"><completed>5</completed><errors>1</errors>
      <failures>1</failures><skipped>1</skipped></failsafe-summary>
      """
    let reading = Made.read(.junit, summary)
    #expect(reading.measurements.tests?.total == 5)
    #expect(reading.measurements.tests?.passed == 2)
    #expect(reading.outcome == .partial)
    #expect(reading.failures.count == 1)
  }
}

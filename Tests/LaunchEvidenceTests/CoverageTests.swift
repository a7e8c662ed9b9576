import FindingModel
import Testing

@testable import LaunchEvidence

struct CoverageTests {
  private func coverage(_ texts: String...) throws -> CoverageMeasurements {
    let files = texts.enumerated().map {
      EvidenceFile(name: "file\($0.offset)", bytes: Array($0.element.utf8))
    }
    return try #require(EvidenceCatalog.read(.coverage, files: files).measurements.coverage)
  }

  private func cobertura(_ attributes: String, _ lines: String, file: String = "src/a.py") -> String
  {
    """
    <?xml version="1.0"?>
    <!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">
    <coverage \(attributes)><packages><package name="p"><classes>
    <class filename="\(file)"><methods><method><lines><line number="1" hits="9"/></lines></method>
    </methods><lines>\(lines)</lines></class></classes></package></packages></coverage>
    """
  }

  @Test func `Cobertura's lines are counted once each, branches by their conditions`() throws {
    let found = try coverage(
      cobertura(
        "line-rate='0.5'",
        """
        <line number="1" hits="1"/><line number="1" hits="0"/><line number="2" hits="0"/>
        <line number="2" branch="true" condition-coverage="50% (1/2)" hits="0"/>
        """))
    #expect(found.linesCovered == 1)
    #expect(found.linesValid == 2)
    #expect(found.branchesCovered == 1)
    #expect(found.branchesValid == 2)
    #expect(found.files == 1)
  }

  @Test func `where the root claims less than its lines, the lower counts`() throws {
    let lines = "<line number='1' hits='1'/><line number='2' hits='1'/>"
    let less = try coverage(
      cobertura("line-rate='0.25' lines-covered='5' lines-valid='20'", lines))
    #expect(less.linesCovered == 5)
    #expect(less.linesValid == 20)
    let more = try coverage(
      cobertura("line-rate='1'", "<line number='1' hits='0'/><line number='2' hits='1'/>"))
    #expect(more.linesCovered == 1)
    #expect(more.linesValid == 2)
  }

  @Test func `branches that were not measured are unknown, and nothing of nothing is incomplete`() {
    let reading = Made.read(
      .coverage, cobertura("line-rate='1.0' branch-rate='0' branches-valid='0'", ""))
    #expect(reading.outcome == .partial)
    #expect(reading.looked == .unknown)
    #expect(reading.measurements.coverage?.branchesValid == nil)
    #expect(reading.measurements.coverage?.linesValid == nil)
  }

  @Test func `parts that count the same lines are merged over formats`() throws {
    let found = try coverage(
      cobertura("line-rate='0.5'", "<line number='1' hits='1'/><line number='2' hits='0'/>"),
      "TN:\nSF:src/a.py\nDA:2,7\nDA:3,0\nend_of_record\nSF:lib/b.py\nDA:1,1\nend_of_record\n")
    #expect(found.linesCovered == 3)
    #expect(found.linesValid == 4)
    #expect(found.files == 2)
    #expect(found.components.map(\.name) == ["lib", "src"])
    #expect(found.components.map(\.linesCovered) == [1, 2])
  }

  @Test func `lcov's records are counted, one that has no end is incomplete`() throws {
    let reading = Made.read(
      .coverage,
      """
      SF:a.c
      DA:1,18446744073709551616,checksum
      DA:2,0
      BRDA:1,0,jump to line 2, or not,1
      BRDA:1,0,exit,-
      LF:99
      LH:99
      """)
    let found = try #require(reading.measurements.coverage)
    #expect(found.linesCovered == 1)
    #expect(found.linesValid == 2)
    #expect(found.branchesCovered == 1)
    #expect(found.branchesValid == 2)
    #expect(reading.problems == ["the last record has no end: cut short"])
  }

  @Test func `coverage.py's counts are taken, its percentage of lines and branches is not`() throws
  {
    let text = """
      {"meta": {"version": "7.0"}, "files": {"a.py": {"summary": {"covered_lines": 11,
      "num_statements": 20}}}, "totals": {"covered_lines": 11, "num_statements": 20,
      "covered_branches": 7, "num_branches": 12, "percent_covered": 56.25}}
      """
    let found = try coverage(text)
    #expect(found.linesCovered == 11)
    #expect(found.branchesValid == 12)
    let twice = Made.read(.coverage, text, text + " ")
    #expect(twice.problems[0].contains("counts cannot be merged"))
    let other = try coverage(text, text.replacing("a.py", with: "b.py"))
    #expect(other.linesCovered == 22)
    #expect(other.linesValid == 40)
  }

  @Test func `JaCoCo's counters are taken, missing ones from the packages`() throws {
    let found = try coverage(
      """
      <!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd"><report name="r">
      <sessioninfo id="x" start="1" dump="1790000000000"/>
      <group name="g"><package name="org/a"><sourcefile name="A.java"><line nr="1" ci="1"/>
      <counter type="LINE" missed="1" covered="3"/></sourcefile>
      <counter type="LINE" missed="1" covered="3"/><counter type="BRANCH" missed="2" covered="2"/>
      </package></group></report>
      """)
    #expect(found.linesCovered == 3)
    #expect(found.linesValid == 4)
    #expect(found.branchesCovered == 2)
    #expect(found.files == 1)
  }

  @Test func `Clover has no lines, so that a target on them is unknown and told why`() {
    let reading = Made.read(
      .coverage,
      """
      <coverage generated="1790000000"><project><metrics statements="10" coveredstatements="8"
      conditionals="0" coveredconditionals="0" methods="2" coveredmethods="1"/></project></coverage>
      """)
    #expect(reading.measurements.coverage?.linesValid == nil)
    #expect(reading.advice["lines"]?.contains("Cobertura or lcov") == true)
    #expect(reading.outcome == .clean)
  }

  @Test func `of llvm's export only what is under Sources counts`() throws {
    let file = { (name: String, covered: Int) in
      """
      {"filename": "/srv/app/\(name)", "summary": {"lines": {"count": 10, "covered": \(covered)},
      "branches": {"count": 0, "covered": 0}}}
      """
    }
    let found = try coverage(
      """
      {"type": "llvm.coverage.json.export", "version": "3.0.1", "data": [{"totals": {"lines":
      {"count": 20, "covered": 10}}, "files": [\(file("Sources/A/a.swift", 9)),
      \(file("Tests/T/t.swift", 1))]}]}
      """)
    #expect(found.linesCovered == 9)
    #expect(found.linesValid == 10)
    #expect(found.branchesValid == nil)
  }

  @Test(arguments: [
    "", "{}", "<a/>", "no coverage", "<testsuite/>", "<coverage/>", "{\"total\": 5}",
    "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><report>&x;</report>",
  ])
  func `what is no coverage is broken`(_ text: String) {
    let reading = Made.read(.coverage, text)
    #expect(reading.outcome == .broken)
    #expect(reading.problems.count == 1)
  }
}

import FindingModel
import ReportReading

/// JaCoCo XML: the counters are right, so they are taken; line elements may lack theirs.
struct JaCoCoReport {
  private var packages = 0
  private var packageSums: [String: CoverageCount] = [:]
  private var byFile: [String: CoverageCount] = [:]
  private var lineElements = CoverageCount(covered: 0, valid: 0)
  private var branchElements = CoverageCount(covered: 0, valid: 0)

  static func read(_ file: DecodedFile) throws -> CoverageReport {
    var reader = JaCoCoReport()
    let root = try XMLReader.read(file.bytes, elements: ["package"], limits: file.limits) {
      _, node in
      reader.take(node)
    }
    return reader.report(root)
  }

  private mutating func take(_ node: XMLNode) {
    packages += 1
    for (type, count) in Self.counters(node) {
      packageSums[type] = packageSums[type].map { $0 + count } ?? count
    }
    let name = node.attributes["name"] ?? ""
    for source in node.all("sourcefile") {
      if let lines = Self.counters(source)["LINE"] {
        let path = name.isEmpty ? "" : name + "/"
        byFile[path + (source.attributes["name"] ?? "")] = lines
      }
    }
    countLines(node)
  }

  private mutating func countLines(_ node: XMLNode) {
    for child in node.children {
      if child.name == "line" {
        let count = { (name: String) in LenientNumber.count(child.attributes[name]) ?? 0 }
        lineElements.valid += 1
        lineElements.covered += count("ci") > 0 ? 1 : 0
        branchElements =
          branchElements
          + CoverageCount(covered: count("cb"), valid: count("cb").plus(count("mb")))
      } else {
        countLines(child)
      }
    }
  }

  private static func counters(_ node: XMLNode) -> [String: CoverageCount] {
    var result: [String: CoverageCount] = [:]
    for counter in node.all("counter") {
      guard let type = counter.attributes["type"],
        let covered = LenientNumber.count(counter.attributes["covered"]),
        let missed = LenientNumber.count(counter.attributes["missed"])
      else { continue }
      result[type] = CoverageCount(covered: covered, valid: covered.plus(missed))
    }
    return result
  }

  private func report(_ root: XMLNode) -> CoverageReport {
    let own = Self.counters(root)
    let counters = own.isEmpty ? packageSums : own
    var report = CoverageReport("jacoco")
    report.lines = counters["LINE"]
    report.branches = counters["BRANCH"]
    report.functions = counters["METHOD"]
    report.byFile = byFile
    report.files = byFile.isEmpty ? nil : byFile.count
    report.madeAt = Self.nodes("sessioninfo", in: root).compactMap {
      ReportTime.milliseconds(LenientNumber.real($0.attributes["dump"]))
    }.min()
    report.numbers.set("instruction", counters["INSTRUCTION"]?.numbers)
    report.numbers.set("class_", counters["CLASS"]?.numbers)
    report.numbers.set("counters_from", own.isEmpty ? "packages" : "report")
    report.numbers.set("from_line_elements", elements)
    report.numbers.set("packages", packages)
    report.numbers.set("groups", Self.nodes("group", in: root).count)
    report.numbers.set("sessions", Self.nodes("sessioninfo", in: root).count)
    if report.lines == nil {
      report.advice["lines"] = "the classes hold no line numbers: compile with debug information"
    } else if report.lines?.covered == 0, (report.lines?.valid ?? 0) > 0 {
      report.problems.append("no line was reached: the report was written before the tests ran")
    }
    return report
  }

  private var elements: Numbers? {
    guard lineElements.valid > 0 else { return nil }
    var numbers = Numbers()
    numbers.set("line", lineElements.numbers)
    numbers.set("branch", branchElements.numbers)
    return numbers
  }

  private static func nodes(_ name: String, in node: XMLNode) -> [XMLNode] {
    node.children.flatMap { ($0.name == name ? [$0] : []) + nodes(name, in: $0) }
  }
}

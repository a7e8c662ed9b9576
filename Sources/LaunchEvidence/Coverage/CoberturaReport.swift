import ReportReading

/// Cobertura XML. Lines are counted again, each once for its file and number, since the rates at
/// the root of every other file in the wild say something else.
struct CoberturaReport {
  private var places = LineCoverage()
  private var everyLine = CoverageCount(covered: 0, valid: 0)
  private var everyBranch = CoverageCount(covered: 0, valid: 0)
  private var classes = 0
  private var classesWithoutLines = 0
  private var branchesWithoutCounts = 0
  private var unreadable = 0

  static func read(_ file: DecodedFile) throws -> CoverageReport {
    var reader = CoberturaReport()
    let root = try XMLReader.read(file.bytes, elements: ["class"], limits: file.limits) {
      _, node in
      reader.take(node)
    }
    return reader.report(root)
  }

  private mutating func take(_ node: XMLNode) {
    classes += 1
    let file = places.file(node.attributes["filename"] ?? "")
    let lines = node.all("lines").flatMap { $0.all("line") }
    if lines.isEmpty, Self.holdsLine(node) { classesWithoutLines += 1 }
    for line in lines { take(line, file) }
  }

  private static func holdsLine(_ node: XMLNode) -> Bool {
    node.children.contains { $0.name == "line" || holdsLine($0) }
  }

  private mutating func take(_ line: XMLNode, _ file: Int) {
    guard let number = line.attributes["number"].flatMap({ Int($0) }) else {
      unreadable += 1
      return
    }
    let isCovered = (LenientNumber.real(line.attributes["hits"]) ?? 0) > 0
    places.add(file: file, line: number, isCovered: isCovered)
    everyLine.valid += 1
    everyLine.covered += isCovered ? 1 : 0
    guard line.attributes["branch"]?.lowercased() == "true" else { return }
    guard let count = Self.conditions(line.attributes["condition-coverage"] ?? "") else {
      branchesWithoutCounts += 1
      return
    }
    everyBranch = everyBranch + count
    places.add(file: file, line: number, covered: count.covered, valid: count.valid)
  }

  /// `1/2` of `50% (1/2)`.
  private static func conditions(_ text: String) -> CoverageCount? {
    guard let open = text.firstIndex(of: "("), let close = text[open...].firstIndex(of: ")")
    else { return nil }
    let parts = text[text.index(after: open)..<close].split(separator: "/")
    guard parts.count == 2 else { return nil }
    return CoverageCount(
      LenientNumber.count(String(parts[0])), LenientNumber.count(String(parts[1])))
  }

  private func report(_ root: XMLNode) -> CoverageReport {
    var report = CoverageReport("cobertura")
    report.places = places
    report.lines = places.lineCount
    report.branches = places.branchCount
    report.byFile = places.byFile
    report.files = places.fileCount
    report.madeAt = ReportTime.either(LenientNumber.real(root.attributes["timestamp"]))
    report.numbers = numbers(root)
    if unreadable > 0 { report.problems.append("\(unreadable) lines have no number") }
    if branchesWithoutCounts > 0 {
      report.notes.append("\(branchesWithoutCounts) branching lines do not say how many branches")
    }
    if classesWithoutLines > 0 {
      report.problems.append("\(classesWithoutLines) classes hold lines only in their methods")
    }
    holdAgainstDeclared(root, &report)
    return report
  }

  /// Where the root claims less than was counted, the lower of the two is judged.
  private func holdAgainstDeclared(_ root: XMLNode, _ report: inout CoverageReport) {
    guard let declared = LenientNumber.real(root.attributes["line-rate"]),
      (0...1).contains(declared), let counted = report.lines?.rate,
      abs(declared - counted) > 0.005
    else { return }
    report.notes.append(
      "the report claims \(percent(declared)) of lines, its lines are \(percent(counted)): "
        + "the lower counts")
    guard declared < counted else { return }
    let covered = LenientNumber.count(root.attributes["lines-covered"])
    let valid = LenientNumber.count(root.attributes["lines-valid"])
    if let said = CoverageCount(covered, valid)?.measured, (said.rate ?? 1) < counted {
      report.stricter = said
    } else {
      let lines = places.lineCount
      report.stricter = CoverageCount(
        covered: Int(declared * Double(lines.valid)), valid: lines.valid)
    }
  }

  /// One decimal, rounded down, so that 79.96 % never reads as 80 %.
  private func percent(_ rate: Double) -> String {
    let tenths = Int(rate * 1000)
    return "\(tenths / 10).\(tenths % 10) %"
  }

  private func numbers(_ root: XMLNode) -> Numbers {
    var numbers = Numbers()
    numbers.set("line_undeduplicated", everyLine.numbers)
    numbers.set("branch_undeduplicated", everyBranch.measured?.numbers)
    numbers.set("files", places.fileCount)
    numbers.set("classes", classes)
    numbers.set("branch_lines_without_counts", branchesWithoutCounts)
    numbers.set("classes_with_lines_only_in_methods", classesWithoutLines)
    var declared = Numbers()
    for name in [
      "line-rate", "branch-rate", "lines-covered", "lines-valid", "branches-covered",
      "branches-valid",
    ] {
      declared.set(name, LenientNumber.real(root.attributes[name]))
    }
    numbers.set("declared", declared)
    return numbers
  }
}

public import FindingModel
public import Foundation

extension ToolReading {
  /// The reading as `import --dry-run --format json` prints it: one object with a line's end.
  ///
  /// - Parameter mask: what every free text passes through.
  public func json(maskedBy mask: some TextMasking) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    var data = try encoder.encode(Printed(self, mask))
    data.append(0x0a)
    return data
  }

  private struct Printed: Encodable {
    let tool: String
    let category: FindingModel.Category
    let version: String?
    let outcome: ToolOutcome
    let looked: Looked
    let findings: [Finding]
    let problems: [String]
    let covered: String?
    let skipped: [String]
    let databaseDate: String?
    let target: String?
    let commit: String?

    init(_ reading: ToolReading, _ mask: some TextMasking) {
      tool = reading.tool
      category = reading.category
      version = reading.version.map(mask.masked)
      outcome = reading.outcome
      looked = reading.looked
      findings = reading.findings.map { finding in
        var finding = finding.masked(by: mask)
        finding.basis = nil
        return finding
      }
      problems = reading.problems.map(mask.masked)
      covered = reading.covered.map(mask.masked)
      skipped = reading.skipped.map(mask.masked)
      databaseDate = reading.databaseDate.map(mask.masked)
      target = reading.target.map(mask.masked)
      commit = reading.commit.map(mask.masked)
    }

    enum CodingKeys: String, CodingKey {
      case tool, category, version, outcome, looked, findings, problems, covered, skipped, target
      case commit
      case databaseDate = "database_date"
    }
  }
}

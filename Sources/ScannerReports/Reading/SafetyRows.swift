import FindingModel
import ReportReading

/// safety 1.x: rows of package, affected versions, installed version, advisory, id and, since
/// 1.10, the scores of CVSS 2 and 3.
enum SafetyRows {
  static func read(_ document: JSONValue, into draft: inout Draft) throws {
    draft.version = nil
    for row in document.elements {
      let cells = row.elements
      guard cells.count >= 5, let name = cells[0].text, let advisory = cells[3].text,
        let id = cells[4].scalar
      else {
        draft.wrongTool("each row should hold package, versions, advisory and id")
        return
      }
      var record = DependencyRecord(
        rule: "SAFETY-\(Words.line(id))", purl: PackageURL.make("pypi", name), name: name,
        rating: .unknown(.medium))
      record.installed = cells[2].text
      record.description = advisory
      // One advisory text can name several CVEs.
      record.advisories += Identifiers.inText(advisory)
      let scores = cells.dropFirst(5).compactMap { $0.real ?? $0["base_score"].real }
      if let score = scores.last, (0...10).contains(score) {
        record.rating = .score(score)
        record.cvss = CVSS(score: score)
      }
      draft.add(record.finding(draft))
    }
  }
}

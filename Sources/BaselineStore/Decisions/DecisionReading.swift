import Documents
import FindingModel

/// A decision out of a parsed document, with an error for each thing that is wrong.
struct DecisionReading {
  let table: DocumentTable

  func decision() throws(DocumentError) -> Decision {
    if let unknown = table.unknownKeys(allowed: DecisionFile.keys).first { throw unknown }
    var decision = Decision(
      id: try id(), kind: try choice("kind", Decision.Kind.self, in: table),
      reason: try words("reason"), owner: try words("owner"), created: try day("created"))
    decision.title = try table.string("title")
    decision.justification = try table.string("justification")
    decision.approver = try table.string("approver")
    decision.ticket = try table.string("ticket")
    if table["expires"] != nil { decision.expires = try day("expires") }
    decision.aliases = Array(Set(try table.strings("aliases") ?? [])).sorted()
    decision.at = try circumstances()
    return decision
  }

  private func id() throws(DocumentError) -> String {
    let id = try words("id")
    guard id.hasPrefix("sg1:") || id.hasPrefix("check:") else {
      throw table.error(.invalid, "id", "is no identity (sg1:… or check:NAME)")
    }
    return id
  }

  /// Text that says something: white space alone does not.
  private func words(_ key: String) throws(DocumentError) -> String {
    let text = try table.requiredString(key)
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw table.error(.missing, key, "is required and holds white space only")
    }
    return text
  }

  private func day(_ key: String) throws(DocumentError) -> Day {
    guard let text = try table.date(key) else {
      throw table.error(.missing, key, "is required and missing")
    }
    guard let day = Day(text) else { throw table.error(.invalid, key, "is no day, YYYY-MM-DD") }
    return day
  }

  private func choice<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ type: Word.Type, in table: DocumentTable
  ) throws(DocumentError) -> Word {
    let text = try table.requiredString(key)
    guard let word = Word(rawValue: text) else {
      let words = Word.allCases.map(\.rawValue)
      let near = EditDistance.nearest(to: text, among: words).map { "; did you mean \($0)?" } ?? ""
      throw table.error(.invalid, key, "is none of \(words.joined(separator: ", "))\(near)")
    }
    return word
  }

  private func circumstances() throws(DocumentError) -> Decision.Circumstances? {
    guard let at = try table.table("at") else { return nil }
    if let unknown = at.unknownKeys(allowed: ["severity", "fix", "kev", "count"]).first {
      throw unknown
    }
    let count = try at.integer("count") ?? 1
    guard count >= 0 else { throw at.error(.invalid, "count", "is less than 0") }
    return Decision.Circumstances(
      severity: try choice("severity", Severity.self, in: at),
      fix: try at.string("fix") ?? "none", kev: try at.boolean("kev") ?? false, count: count)
  }
}

import Documents
import PatternMatching

/// Reads one allow list of a gitleaks configuration.
struct GitleaksAllowlist {
  private static let keys = [
    "description", "condition", "commits", "paths", "regexTarget", "regexes", "stopwords",
  ]

  let table: DocumentTable
  let rule: String?
  private(set) var problems: [RulePackError.Problem] = []
  private(set) var differences: [String] = []

  init(_ table: DocumentTable, rule: String?) {
    self.table = table
    self.rule = rule
  }

  /// The old single table and the new array.
  static func tables(_ parent: DocumentTable) throws -> [DocumentTable] {
    var tables: [DocumentTable] = []
    for key in ["allowlist", "allowlists"] {
      switch parent[key] {
      case .table(let table)?: tables.append(table)
      case nil: continue
      default: tables += try parent.tables(key)
      }
    }
    return tables
  }

  mutating func read(targets: Bool) throws -> Allowance {
    problems += table.unknownKeys(allowed: Self.keys + (targets ? ["targetRules"] : []))
      .map { .init($0, rule: rule) }
    var allowance = Allowance(effect: .drop, needsAll: try condition())
    let patterns = try translated("regexes")
    switch try table.string("regexTarget") ?? "secret" {
    case "", "secret": allowance.secrets = patterns
    case "match": allowance.matches = patterns
    case "line": allowance.lines = patterns
    case let other: report("regexTarget", "\(other) is none of secret, match, line")
    }
    allowance.paths = try translated("paths")
    allowance.stopWords = (try table.strings("stopwords") ?? []).map { $0.lowercased() }
    allowance.commits = (try table.strings("commits") ?? []).map { $0.lowercased() }
    if !allowance.commits.isEmpty {
      let name = rule.map { "rule \($0): " } ?? ""
      differences.append(
        "\(name)allowlist.commits: \(allowance.commits.count) commits are not passed over, since "
          + "content is searched once for all commits; decide their findings with secgate accept")
      // All of its conditions were asked for, and one can never be told: it allows nothing.
      if allowance.needsAll { return Allowance(effect: .drop, needsAll: true) }
      allowance.commits = []
    }
    return allowance
  }

  private mutating func condition() throws -> Bool {
    switch (try table.string("condition") ?? "OR").uppercased() {
    case "", "OR", "||": return false
    case "AND", "&&": return true
    case let other:
      report("condition", "\(other) is none of AND, OR")
      return false
    }
  }

  private mutating func translated(_ key: String) throws -> [String] {
    var patterns: [String] = []
    for text in try table.strings(key) ?? [] {
      let translation = RE2Translation.translate(text)
      do {
        _ = try TextPattern(translation.pattern)
        patterns.append(translation.pattern)
      } catch {
        report(key, error.problem)
      }
    }
    return patterns
  }

  private mutating func report(_ key: String, _ message: String) {
    problems.append(.init(table.error(.invalid, key, message), rule: rule))
  }
}

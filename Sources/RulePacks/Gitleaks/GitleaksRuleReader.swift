import Documents
import FindingModel
import PatternMatching

/// Reads one rule of a gitleaks configuration.
struct GitleaksRuleReader {
  private static let keys = [
    "id", "description", "path", "regex", "secretGroup", "entropy", "keywords", "tags",
    "allowlist", "allowlists", "required", "skipReport",
  ]

  /// Bytes behind a literal, the largest window.
  private static let farthest = 8192

  let table: DocumentTable
  private(set) var problems: [RulePackError.Problem] = []
  private(set) var differences: [String] = []

  init(_ table: DocumentTable) { self.table = table }

  mutating func read() -> Rule? {
    let id = (try? table.string("id")) ?? nil
    problems += table.unknownKeys(allowed: Self.keys).map { .init($0, rule: id) }
    do {
      var rule = Rule(
        id: try table.requiredString("id"),
        title: try table.string("description") ?? (id ?? ""), provider: Rule.gitleaks,
        severity: .high)
      rule.confidence = .medium
      // gitleaks knows no windows: as much as the engine can see, for patterns without a bound.
      rule.after = Self.farthest
      try readPattern(&rule)
      rule.entropy = try table.double("entropy").flatMap { $0 > 0 ? $0 : nil }
      rule.keywords = try table.strings("keywords") ?? []
      if let path = try table.string("path"), !path.isEmpty {
        rule.paths = translated(path, key: "path")
      }
      if rule.pattern == nil, rule.paths == nil {
        problems.append(
          .init(table.error(.missing, "regex", "a rule needs a regex or a path"), rule: id))
      }
      for allowlist in try GitleaksAllowlist.tables(table) {
        var reader = GitleaksAllowlist(allowlist, rule: id)
        rule.allow.append(try reader.read(targets: false))
        problems += reader.problems
        differences += reader.differences
      }
      try readRequired(&rule)
      return rule
    } catch let error as DocumentError {
      problems.append(.init(error, rule: id))
    } catch {
      problems.append(.init(file: table.file, line: table.line, rule: id, "\(error)"))
    }
    return nil
  }

  private mutating func readPattern(_ rule: inout Rule) throws {
    guard let text = try table.string("regex"), !text.isEmpty else { return }
    let translation = RE2Translation.translate(text)
    differences += translation.differences.map { "rule \(rule.id): \($0)" }
    rule.pattern = translation.pattern
    let groups: Int
    do {
      groups = try TextPattern(translation.pattern, id: rule.id).groupCount
    } catch {
      problems.append(
        .init(
          file: table.file, line: table.line(of: "regex"), rule: rule.id, key: "regex",
          offset: error.offset, error.problem))
      return
    }
    let group = try table.integer("secretGroup") ?? 0
    if group > groups || group < 0 {
      problems.append(
        .init(
          table.error(.invalid, "secretGroup", "is \(group), and the regex has \(groups) groups"),
          rule: rule.id))
    } else if group > 0 {
      rule.secretGroup = group
    } else if groups > 0 {
      rule.secretGroup = 1
      if groups > 1 {
        differences.append(
          "rule \(rule.id): the secret is group 1 where gitleaks takes the first of \(groups) "
            + "groups that is not empty")
      }
    }
  }

  private mutating func readRequired(_ rule: inout Rule) throws {
    for required in try table.tables("required") {
      problems += required.unknownKeys(allowed: ["id", "withinLines", "withinColumns"])
        .map { .init($0, rule: rule.id) }
      rule.requires.append(
        Requirement(
          rule: try required.requiredString("id"),
          withinLines: try required.integer("withinLines"),
          withinColumns: try required.integer("withinColumns")))
    }
    if try table.boolean("skipReport") ?? false { rule.isSilent = true }
  }

  private mutating func translated(_ text: String, key: String) -> String? {
    let translation = RE2Translation.translate(text)
    do {
      _ = try TextPattern(translation.pattern)
      return translation.pattern
    } catch {
      problems.append(
        .init(
          file: table.file, line: table.line(of: key), rule: (try? table.string("id")) ?? nil,
          key: key, offset: error.offset, error.problem))
      return nil
    }
  }
}

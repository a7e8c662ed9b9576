import PatternMatching

/// Checks what our own packs must keep: that rules are complete, and that no text makes a pattern
/// backtrack without measure.
public enum RuleLint {
  public static let fewestExamples = 3

  public static func problems(in packs: [RulePack]) -> [LintProblem] {
    let ids = Set(packs.flatMap { $0.rules.map(\.id) })
    var problems: [LintProblem] = []
    for pack in packs {
      for rule in pack.rules {
        problems += (words(rule) + examples(rule) + shape(rule, ids) + speed(rule)).map {
          LintProblem(pack: pack.name, rule: rule.id, problem: $0)
        }
      }
    }
    return problems
  }

  private static func words(_ rule: Rule) -> [String] {
    var problems: [String] = []
    if rule.remediation?.isEmpty ?? true {
      problems.append("remediation is missing: say how to revoke and rotate it")
    }
    if rule.references.isEmpty {
      problems.append("references are missing: name the provider's page")
    }
    for reference in rule.references where !isPublicPage(reference) {
      problems.append("reference \(reference) is no https address")
    }
    return problems
  }

  private static func isPublicPage(_ text: String) -> Bool {
    let rest = text.dropFirst("https://".count)
    return text.hasPrefix("https://") && rest.first != "/" && rest.contains(".")
      && !rest.contains(where: \.isWhitespace)
  }

  private static func examples(_ rule: Rule) -> [String] {
    var problems: [String] = []
    if rule.examples.count < fewestExamples {
      problems.append(
        "has \(rule.examples.count) examples; write \(fewestExamples) ways of writing it at least")
    }
    if rule.counterExamples.isEmpty { problems.append("has no counter-example") }
    for (number, example) in rule.examples.enumerated()
    where !example.contains(ExampleText.marker) {
      problems.append(
        "example \(number + 1) holds no {~}: put one inside the token, or the pack is a secret "
          + "itself")
    }
    if Set(rule.examples).count < rule.examples.count { problems.append("an example stands twice") }
    return problems
  }

  private static func shape(_ rule: Rule, _ ids: Set<String>) -> [String] {
    var problems: [String] = []
    for requirement in rule.requires where !ids.contains(requirement.rule) {
      problems.append("requires \(requirement.rule), which is no rule")
    }
    if rule.pattern == nil { problems.append("has no pattern") }
    if let prefix = rule.prefix, prefix.utf8.count > 40 {
      problems.append("the public prefix is \(prefix.utf8.count) bytes long; 40 are enough")
    }
    return problems
  }

  private static func speed(_ rule: Rule) -> [String] {
    guard let pattern = rule.pattern else { return [] }
    do {
      return try SlowInputSearch.first(in: pattern, id: rule.id).map {
        [
          "the pattern backtracks too much: \($0); rewrite it so that no two neighbours take the same "
            + "bytes"
        ]
      } ?? []
    } catch {
      return [error.description]
    }
  }
}

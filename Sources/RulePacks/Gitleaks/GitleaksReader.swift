import Documents
import FindingModel

/// Reads gitleaks' configuration as it is. What cannot be kept is named in the pack's differences.
enum GitleaksReader {
  private static let keys = [
    "title", "description", "extend", "rules", "allowlist", "allowlists", "minVersion",
    "betterleaksMinVersion",
  ]

  static func read(_ document: DocumentTable) throws(RulePackError) -> RulePack {
    var pack = RulePack(name: document.file)
    var problems = document.unknownKeys(allowed: keys).map { RulePackError.Problem($0) }
    do {
      if let extend = try document.table("extend") {
        try readExtend(extend, &pack, &problems)
      }
      var seen: Set<String> = []
      for table in try document.tables("rules") {
        var reader = GitleaksRuleReader(table)
        if let rule = reader.read() {
          if !seen.insert(rule.id).inserted {
            problems.append(
              .init(file: table.file, line: table.line, rule: rule.id, "the id stands twice"))
          }
          pack.rules.append(rule)
        }
        problems += reader.problems
        pack.differences += reader.differences
      }
      try readGlobal(document, &pack, &problems)
    } catch let error as DocumentError {
      problems.append(.init(error))
    } catch {
      problems.append(.init(file: document.file, "\(error)"))
    }
    guard problems.isEmpty else { throw RulePackError(problems) }
    return pack
  }

  private static func readExtend(
    _ extend: DocumentTable, _ pack: inout RulePack, _ problems: inout [RulePackError.Problem]
  ) throws {
    problems += extend.unknownKeys(allowed: ["useDefault", "path", "url", "disabledRules"])
      .map { .init($0) }
    if extend["url"] != nil {
      problems.append(
        .init(
          extend.error(
            .invalid, "url",
            "rules are not fetched from the network; download the file and name it by path")))
    }
    pack.disabled = try extend.strings("disabledRules") ?? []
    pack.extendedPath = try extend.string("path").flatMap { $0.isEmpty ? nil : $0 }
    if try extend.boolean("useDefault") ?? false {
      pack.extendsBuiltIn = true
      pack.differences.append(
        "extend.useDefault: secgate's built-in packs take the place of gitleaks' default rules")
    }
  }

  /// Allow lists for all rules, or for those that they name.
  private static func readGlobal(
    _ document: DocumentTable, _ pack: inout RulePack, _ problems: inout [RulePackError.Problem]
  ) throws {
    for table in try GitleaksAllowlist.tables(document) {
      var reader = GitleaksAllowlist(table, rule: nil)
      let allowance = try reader.read(targets: true)
      problems += reader.problems
      pack.differences += reader.differences
      let targets = try table.strings("targetRules") ?? []
      guard !targets.isEmpty else {
        pack.allow.append(allowance)
        continue
      }
      for target in targets {
        if let index = pack.rules.firstIndex(where: { $0.id == target }) {
          pack.rules[index].allow.append(allowance)
        } else {
          pack.differences.append(
            "allowlists: targetRules names \(target), which is no rule of this file")
        }
      }
    }
  }
}

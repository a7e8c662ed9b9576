import Documents
import FindingModel

/// The `[[require]]` tables.
enum RequirementReading {
  static func all(in root: TableReading) -> [Requirement] {
    var names: Set<String> = []
    return root.inners("require", place: "require").compactMap { table in
      guard let requirement = requirement(table) else { return nil }
      if !names.insert(requirement.check).inserted {
        table.add("check", "\(requirement.check) stands twice; names of checks are unique")
      }
      return requirement
    }
  }

  private static func requirement(_ table: TableReading) -> Requirement? {
    let check = table.requiredWords("check")
    if table.table["any_of"] == nil {
      table.problems.all.append(table.table.error(.missing, "any_of", "is required and missing"))
    }
    let tools = table.strings("any_of") ?? []
    if table.table["any_of"] != nil, tools.isEmpty || tools.contains("") {
      table.add("any_of", "names no tool")
    }
    var requirement = Requirement(check: check ?? "", anyOf: tools)
    requirement.sameCommit = table.flag("same_commit") ?? true
    requirement.maxAge = table.duration("max_age")
    requirement.environment = table.words("environment")
    requirement.severity = table.word("severity", Severity.self)
    requirement.targets = targets(table)
    return check == nil || tools.isEmpty ? nil : requirement
  }

  private static func targets(_ table: TableReading) -> Requirement.Targets {
    var targets = Requirement.Targets()
    let milliseconds = 0.0...86_400_000
    targets.minRequests = table.count("min_requests")
    targets.minDuration = table.duration("min_duration")
    targets.minTests = table.count("min_tests")
    targets.maxSkipped = table.count("max_skipped")
    targets.maxFlaky = table.count("max_flaky")
    targets.minLines = table.number("min_lines", in: 0...100)
    targets.minBranches = table.number("min_branches", in: 0...100)
    targets.p50 = table.number("p50_ms", in: milliseconds)
    targets.p95 = table.number("p95_ms", in: milliseconds)
    targets.p99 = table.number("p99_ms", in: milliseconds)
    targets.errorRate = table.number("error_rate", in: 0...1)
    targets.throughput = table.number("throughput", in: 0...1e12)
    return targets
  }
}

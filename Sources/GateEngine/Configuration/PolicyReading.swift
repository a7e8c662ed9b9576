import Documents
import FindingModel

/// `[policy]` with the tables below it.
struct PolicyReading {
  let reading: TableReading

  func settings() -> PolicySettings {
    var settings = PolicySettings()
    settings.general = Self.keys(reading)
    settings.inlineAllow =
      reading.word("inline_allow", PolicySettings.InlineAllow.self) ?? settings.inlineAllow
    settings.allow = Self.unique(reading.words("allow", Gap.Kind.self) ?? [])
    settings.kevFile = reading.words("kev_file")
    settings.epssFile = reading.words("epss_file")
    settings.categories = categories()
    settings.tools = tools()
    if let accept = reading.inner("accept", place: "policy.accept") {
      settings.accept = Self.accept(accept)
    }
    checkFiles(settings)
    return settings
  }

  /// A key that asks for a file which nobody named would never block anything.
  private func checkFiles(_ settings: PolicySettings) {
    let all = [settings.general] + Array(settings.categories.values) + Array(settings.tools.values)
    if settings.kevFile == nil, settings.general.kevBlocks == true {
      reading.add("kev_blocks", "needs kev_file, a dated local file")
    }
    if settings.epssFile == nil, all.contains(where: { $0.epssBlocks != nil }) {
      reading.add("epss_blocks", "needs epss_file, a dated local file")
    }
  }

  private func categories() -> [Category: PolicyKeys] {
    guard let table = reading.value("category", reading.table.table) else { return [:] }
    let names = TableReading(names: table, reading.problems)
    names.problems.all += table.unknownKeys(allowed: Category.allCases.map(\.rawValue))
    var all: [Category: PolicyKeys] = [:]
    for key in table.keys {
      guard let category = Category(rawValue: key), let inner = names.inner(key, place: "policy.*")
      else { continue }
      all[category] = Self.keys(inner)
    }
    return all
  }

  private func tools() -> [String: PolicyKeys] {
    guard let table = reading.value("tool", reading.table.table) else { return [:] }
    let names = TableReading(names: table, reading.problems)
    var all: [String: PolicyKeys] = [:]
    for key in table.keys {
      if let inner = names.inner(key, place: "policy.*") { all[key] = Self.keys(inner) }
    }
    return all
  }

  private static func keys(_ table: TableReading) -> PolicyKeys {
    var keys = PolicyKeys()
    keys.failOn = table.words("fail_on", Severity.self).map(unique)
    keys.unknownAs = table.word("unknown_as", Severity.self)
    keys.minConfidence = table.word("min_confidence", Confidence.self)
    keys.newOnly = table.flag("new_only")
    keys.onlyFixed = table.flag("only_fixed")
    keys.failOnExposure = table.words("fail_on_exposure", Exposure.self).map(unique)
    keys.maxAge = bySeverity("max_age", in: table) { $0.duration($1) }
    keys.kevBlocks = table.flag("kev_blocks")
    keys.epssBlocks = table.number("epss_blocks", in: 0...1)
    return keys
  }

  private static func accept(_ table: TableReading) -> AcceptRules {
    var rules = AcceptRules()
    rules.require = table.words("require", AcceptRules.Field.self).map(unique) ?? rules.require
    rules.approverMustDiffer = table.flag("approver_must_differ") ?? rules.approverMustDiffer
    rules.maxDays = bySeverity("max_days", in: table) { $0.count($1) } ?? rules.maxDays
    return rules
  }

  private static func bySeverity(
    _ key: String, in table: TableReading, _ read: (TableReading, String) -> Int?
  ) -> [Severity: Int]? {
    guard let inner = table.value(key, table.table.table) else { return nil }
    let values = TableReading(names: inner, table.problems)
    values.problems.all += inner.unknownKeys(allowed: Severity.allCases.map(\.rawValue))
    var all: [Severity: Int] = [:]
    for name in inner.keys {
      if let severity = Severity(rawValue: name) { all[severity] = read(values, name) }
    }
    return all
  }

  private static func unique<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }
}

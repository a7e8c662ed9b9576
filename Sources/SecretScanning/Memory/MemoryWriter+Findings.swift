import FindingModel

extension MemoryWriter {
  mutating func rule(_ rule: RuleWords) {
    text(rule.id)
    text(rule.title)
    optional(rule.description)
    text(rule.severity.rawValue)
    optional(rule.remediation)
    list(rule.references) { $0.text($1) }
    number(rule.isGeneric ? 1 : 0)
  }

  /// All but the rule.
  mutating func sighting(_ sighting: Sighting) {
    text(sighting.id)
    text(sighting.confidence.rawValue)
    list(sighting.signals) { $0.text($1) }
    text(sighting.preview)
    location(sighting.location)
    number(sighting.order)
    number(sighting.isCurrent ? 1 : 0)
    optional(sighting.comment)
    number(sighting.morePaths)
  }

  /// The fields that a secret's place in a repository has.
  mutating func location(_ location: Location) {
    for value in [
      location.path, location.commit, location.author, location.date, location.blob,
      location.object, location.exposure?.rawValue,
    ] {
      optional(value)
    }
    for value in [location.line, location.column, location.endLine] { optional(value) }
    optional(location.inHead.map { $0 ? 1 : 0 })
  }

  mutating func gap(_ gap: Gap) {
    text(gap.kind.rawValue)
    text(gap.subject)
    optional(gap.path)
    optional(gap.rule)
    text(gap.detail)
  }
}

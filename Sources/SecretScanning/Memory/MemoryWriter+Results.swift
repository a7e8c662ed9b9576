import FindingModel

extension MemoryWriter {
  /// The numbers, gaps and what was skipped; the rules are the scan's own.
  mutating func coverage(_ coverage: Coverage) {
    for count in [
      coverage.commits, coverage.trees, coverage.blobs, coverage.tags, coverage.files,
      coverage.references, coverage.bytes, coverage.suspects, coverage.rules,
    ] {
      number(count)
    }
    text(coverage.rulesDigest)
    list(coverage.gaps) { $0.gap($1) }
    list(coverage.skipped) { writer, skipped in
      writer.text(skipped.kind)
      writer.text(skipped.subject)
      writer.optional(skipped.reason)
    }
  }

  mutating func scope(_ scope: Scope) {
    text(scope.kind)
    text(scope.name)
    for value in [scope.commit, scope.tree, scope.branch, scope.range] { optional(value) }
    number(scope.dirty ? 1 : 0)
    list(scope.notes) { $0.text($1) }
  }

  /// The fields that the native scan fills.
  mutating func finding(_ finding: Finding) {
    text(finding.id)
    text(finding.severity.rawValue)
    text(finding.confidence.rawValue)
    text(finding.title)
    text(finding.ruleID)
    for value in [
      finding.description, finding.remediation, finding.preview, finding.exposure?.rawValue,
    ] {
      optional(value)
    }
    list(finding.references) { $0.text($1) }
    number(finding.signals == nil ? 0 : 1)
    list(finding.signals ?? []) { $0.text($1) }
    list(finding.witnesses) { writer, witness in
      writer.text(witness.tool)
      writer.optional(witness.version)
      writer.text(witness.ruleID)
    }
    optional(finding.count)
    text(finding.state.rawValue)
    list(finding.locations) { $0.location($1) }
  }

  mutating func suppression(_ suppression: Suppression) {
    text(suppression.kind)
    text(suppression.tool)
    text(suppression.place)
    text(suppression.what)
    optional(suppression.finding)
    number(suppression.counts ? 1 : 0)
  }
}

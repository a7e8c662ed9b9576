import FindingModel

extension MemoryReader {
  mutating func coverage() throws -> Coverage {
    var coverage = Coverage()
    coverage.commits = try number()
    coverage.trees = try number()
    coverage.blobs = try number()
    coverage.tags = try number()
    coverage.files = try number()
    coverage.references = try number()
    coverage.bytes = try number()
    coverage.suspects = try number()
    coverage.rules = try number()
    coverage.rulesDigest = try text()
    coverage.gaps = try list { try $0.gap() }
    coverage.skipped = try list { reader in
      Coverage.Skipped(
        kind: try reader.text(), subject: try reader.text(), reason: try reader.optionalText())
    }
    return coverage
  }

  mutating func scope() throws -> Scope {
    var scope = Scope(kind: try text(), name: try text())
    scope.commit = try optionalText()
    scope.tree = try optionalText()
    scope.branch = try optionalText()
    scope.range = try optionalText()
    scope.dirty = try number() == 1
    scope.notes = try list { try $0.text() }
    return scope
  }

  mutating func finding() throws -> Finding {
    let id = try text()
    guard let severity = Severity(rawValue: try text()),
      let confidence = Confidence(rawValue: try text())
    else { throw Malformed() }
    var finding = Finding(
      id: id, category: .secret, severity: severity, severitySource: .rule,
      confidence: confidence, title: try text(), ruleID: try text())
    finding.basis = .secret
    finding.description = try optionalText()
    finding.remediation = try optionalText()
    finding.preview = try optionalText()
    if let exposure = try optionalText() {
      guard let known = Exposure(rawValue: exposure) else { throw Malformed() }
      finding.exposure = known
    }
    finding.references = try list { try $0.text() }
    let hasSignals = try number() == 1
    let signals = try list { try $0.text() }
    finding.signals = hasSignals ? signals : nil
    finding.witnesses = try list { reader in
      Witness(
        tool: try reader.text(), version: try reader.optionalText(), ruleID: try reader.text())
    }
    finding.count = try optionalNumber()
    guard let state = FindingState(rawValue: try text()) else { throw Malformed() }
    finding.state = state
    finding.locations = try list { try $0.location() }
    return finding
  }

  mutating func suppression() throws -> Suppression {
    let (kind, tool, place, what) = (try text(), try text(), try text(), try text())
    let finding = try optionalText()
    var suppression = Suppression(
      kind: kind, tool: tool, place: place, what: what, counts: try number() == 1)
    suppression.finding = finding
    return suppression
  }
}

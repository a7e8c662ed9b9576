import FindingModel

extension MemoryReader {
  mutating func rule() throws -> RuleWords {
    let (id, title, description) = (try text(), try text(), try optionalText())
    guard let severity = Severity(rawValue: try text()) else { throw Malformed() }
    return RuleWords(
      id: id, title: title, description: description, severity: severity,
      remediation: try optionalText(), references: try list { try $0.text() },
      isGeneric: try number() == 1)
  }

  mutating func sighting(of rule: RuleWords) throws -> Sighting {
    let id = try text()
    guard let confidence = Confidence(rawValue: try text()) else { throw Malformed() }
    return Sighting(
      id: id, rule: rule, confidence: confidence, signals: try list { try $0.text() },
      preview: try text(), location: try location(), order: try number(),
      isCurrent: try number() == 1, comment: try optionalText(), morePaths: try number())
  }

  mutating func location() throws -> Location {
    var location = Location(path: try optionalText())
    location.commit = try optionalText()
    location.author = try optionalText()
    location.date = try optionalText()
    location.blob = try optionalText()
    location.object = try optionalText()
    if let exposure = try optionalText() {
      guard let known = Exposure(rawValue: exposure) else { throw Malformed() }
      location.exposure = known
    }
    location.line = try optionalNumber()
    location.column = try optionalNumber()
    location.endLine = try optionalNumber()
    location.inHead = try optionalNumber().map { $0 == 1 }
    return location
  }

  mutating func gap() throws -> Gap {
    guard let kind = Gap.Kind(rawValue: try text()) else { throw Malformed() }
    return Gap(
      kind: kind, subject: try text(), path: try optionalText(), rule: try optionalText(),
      detail: try text())
  }
}

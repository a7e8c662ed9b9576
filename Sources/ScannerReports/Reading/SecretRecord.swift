import FindingModel

/// What a secret scanner says about one place, made into a finding that holds no value.
struct SecretRecord {
  var rule: String
  var title: String
  var description: String?
  var rating: Rating
  var confidence = Confidence.medium
  /// The secret; nil where the report hides it. It ends here.
  var value: [UInt8]?
  /// The left-hand side of the assignment.
  var name = ""
  var path: String?
  var line: Int?
  var endLine: Int?
  var column: Int?
  var commit: String?
  var author: String?
  var date: String?
  var url: String?
  var image: String?
  var layer: String?
  var note: String?
  var references: [String] = []
  var suppression: String?

  init(rule: String, title: String, rating: Rating) {
    self.rule = rule
    self.title = title
    self.rating = rating
  }

  func finding(_ draft: Draft) -> Finding {
    let value = value.flatMap { Self.isHidden($0) ? nil : $0 }
    let secret = value.map { SecretValue($0, publicPrefix: PublicPrefix.length(of: $0)) }
    let scrub = secret.map(SecretScrub.init)
    let clean = { (text: String) in Words.line(scrub?.scrubbed(text) ?? text) }
    let place = location(draft, clean)
    let ruleID = clean(rule)
    let stated = path.map { ReportPath.normalised(Words.line($0), root: draft.context.root) } ?? ""
    let id =
      value.map {
        let form = SecretNormalisation.normalised($0)
        return Fingerprint.secret(
          value: form, path: stated, name: assignedName($0, form, stated, draft.context))
      }
      ?? Fingerprint.redacted(
        rule: "\(draft.tool):\(ruleID)", path: place.path ?? place.url ?? place.image ?? "",
        commit: place.commit, line: place.line)
    var finding = Finding(
      id: id, category: .secret, severity: rating.severity, severitySource: rating.source,
      confidence: confidence, title: clean(title), ruleID: ruleID,
      locations: place == Location() ? [] : [place],
      witnesses: [
        Witness(
          tool: draft.tool, version: draft.version.map(Words.line), ruleID: ruleID,
          severity: rating.label, note: note.map(clean))
      ])
    finding.description = description.map { Words.text(scrub?.scrubbed($0) ?? $0) }
    finding.references = references.map(clean)
    finding.preview = secret?.preview
    finding.basis = secret == nil ? .redacted : .secret
    finding.remediation = "Revoke the credential at its provider, then replace it."
    if let suppression {
      finding.suppressed = true
      finding.suppressionReason = clean(suppression)
    }
    return finding
  }

  /// The left-hand side as the native scan reads it, from the source where it is at hand.
  private func assignedName(
    _ value: [UInt8], _ form: [UInt8], _ path: String, _ context: ReportContext
  ) -> String {
    guard Fingerprint.namesPlace(value: form), let line, let source = context.source?(path) else {
      return name
    }
    return AssignedValue.name(in: source, line: line, value: value) ?? name
  }

  private func location(_ draft: Draft, _ clean: (String) -> String) -> Location {
    var location = Location(
      path: path.map { ReportPath.normalised(clean($0), root: draft.context.root) },
      line: line.flatMap { $0 > 0 ? $0 : nil })
    location.column = column.flatMap { $0 > 0 ? $0 : nil }
    if let endLine, let line, endLine > line { location.endLine = endLine }
    location.commit = commit.map(clean)
    location.author = author.map(clean)
    location.date = date.map(clean)
    location.url = url.map { clean(WebAddress.withoutSecrets($0)) }
    location.image = image.map(clean)
    location.layer = layer.map(clean)
    return location
  }

  /// Nothing, `REDACTED`, or mostly asterisks.
  static func isHidden(_ value: [UInt8]) -> Bool {
    let visible = value.filter { $0 > 0x20 }
    if visible.isEmpty { return true }
    let stars = visible.count { $0 == 0x2a }
    return stars * 2 >= visible.count
      || String(decoding: visible.prefix(64), as: UTF8.self).uppercased().contains("REDACTED")
  }
}

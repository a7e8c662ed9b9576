import FindingModel

/// What a web scanner says about one kind of flaw, made into a finding.
struct WebRecord {
  struct Place: Hashable {
    var url: String
    var method: String
    var parameter: String
    /// The path template, where the tool states one.
    var template: String?
  }

  var rule: String
  var title: String
  var description: String?
  var rating: Rating
  var confidence = Confidence.medium
  var places: [Place] = []
  var weaknesses: [String] = []
  var references: [String] = []
  var remediation: String?
  var suppression: String?

  /// More places than a person reads; the count keeps them all.
  private static let mostLocations = 100

  init(rule: String, title: String, rating: Rating) {
    self.rule = rule
    self.title = title
    self.rating = rating
  }

  func finding(_ draft: Draft) -> Finding {
    let ruleID = Words.line(rule)
    let identity = "\(draft.tool):\(ruleID)"
    let keys = Set(places.map { key($0) })
    // One place is named by what it is; several are one alert of the site, and their number
    // voids a decision when it grows.
    let only = keys.count == 1 ? keys.first : nil
    let (method, path, parameter) = (only?.method ?? "", only?.path ?? "", only?.parameter ?? "")
    var finding = Finding(
      id: Fingerprint.web(rule: identity, method: method, path: path, parameter: parameter),
      category: .web, severity: rating.severity, severitySource: rating.source,
      confidence: confidence, title: Words.line(HTMLText.plain(title)), ruleID: ruleID,
      identifiers: Identifiers.sorted(weaknesses),
      witnesses: [
        Witness(
          tool: draft.tool, version: draft.version.map(Words.line), ruleID: ruleID,
          severity: rating.label)
      ])
    finding.locations = places.prefix(Self.mostLocations).map { place in
      var location = Location()
      location.url = WebAddress.withoutSecrets(place.url)
      location.method = place.method.isEmpty ? nil : Words.line(place.method)
      location.parameter = place.parameter.isEmpty ? nil : Words.line(place.parameter)
      return location
    }
    finding.description = description.map { Words.text(HTMLText.plain($0)) }
    finding.remediation = remediation.map { Words.text(HTMLText.plain($0)) }
    finding.references = references.prefix(20).map(Words.line)
    finding.count = max(1, Set(keys.map { $0.method + " " + $0.path }).count)
    finding.basis = .web(rule: identity, method: method, path: path, parameter: parameter)
    if let suppression {
      finding.suppressed = true
      finding.suppressionReason = Words.line(suppression)
    }
    return finding
  }

  private struct Key: Hashable {
    var method: String
    var path: String
    var parameter: String
  }

  private func key(_ place: Place) -> Key {
    Key(
      method: Words.line(place.method).uppercased(),
      path: place.template ?? WebAddress(place.url).template,
      parameter: Words.line(place.parameter))
  }
}

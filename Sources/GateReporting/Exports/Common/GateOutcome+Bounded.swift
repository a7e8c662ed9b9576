import FindingModel

extension GateOutcome {
  /// The outcome with every foreign text and list cut to what a reader can use: a title of a
  /// megabyte in each of a hundred places makes no report larger than its consumers take.
  var bounded: GateOutcome {
    var copy = self
    copy.headline.cut(to: 1000)
    copy.scope.name.cut(to: 200)
    for index in copy.reasons.indices { copy.reasons[index].text.cut(to: 2000) }
    for index in copy.conditions.indices {
      copy.conditions[index].title.cut(to: 400)
      copy.conditions[index].required.cut(to: 400)
      copy.conditions[index].result.cut(to: 400)
    }
    for index in copy.findings.indices { copy.findings[index].bound() }
    return copy
  }
}

extension Finding {
  fileprivate mutating func bound() {
    title.cut(to: 1000)
    ruleID.cut(to: 250)
    description?.cut(to: 4000)
    remediation?.cut(to: 4000)
    preview?.cut(to: 200)
    stateReason?.cut(to: 1000)
    suppressionReason?.cut(to: 1000)
    decision?.decision.reason.cut(to: 4000)
    identifiers.cut(to: 100) { $0.cut(to: 200) }
    references.cut(to: 100) { $0.cut(to: 1000) }
    locations.cut(to: 1000) { $0.bound() }
    witnesses.cut(to: 100) { witness in
      witness.tool.cut(to: 200)
      witness.version?.cut(to: 200)
      witness.ruleID.cut(to: 250)
      witness.severity?.cut(to: 100)
      witness.note?.cut(to: 400)
    }
    package?.name.cut(to: 400)
    package?.purl.cut(to: 1000)
    package?.installed?.cut(to: 200)
    package?.fixedIn.cut(to: 20) { $0.cut(to: 200) }
  }
}

extension Location {
  fileprivate mutating func bound() {
    path?.cut(to: 2000)
    manifest?.cut(to: 2000)
    url?.cut(to: 2000)
    image?.cut(to: 500)
    object?.cut(to: 500)
    author?.cut(to: 200)
    method?.cut(to: 50)
    parameter?.cut(to: 500)
  }
}

extension String {
  /// Cuts to a number of Unicode scalars. A string that cannot be longer is not walked.
  fileprivate mutating func cut(to limit: Int) {
    guard utf8.count > limit else { return }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: unicodeScalars.prefix(limit))
    if unicodeScalars.dropFirst(limit).first != nil { scalars.append("…") }
    self = String(scalars)
  }
}

extension Array {
  fileprivate mutating func cut(to limit: Int, _ each: (inout Element) -> Void) {
    if count > limit { removeSubrange(limit...) }
    for index in indices { each(&self[index]) }
  }
}

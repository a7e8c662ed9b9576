import FindingModel

/// Links code findings of different tools that agree in file, line and weakness. They stay apart,
/// since the rules differ and each may be decided on its own.
enum CodeLinks {
  private struct Place: Hashable {
    var path: String
    var line: Int
    var weakness: String
  }

  /// More than a person reads; also keeps a report of equal lines from costing its square.
  private static let most = 20

  static func linked(_ findings: [Finding]) -> [Finding] {
    var places: [Place: [String: [String]]] = [:]
    for index in findings.indices {
      for place in Self.places(findings[index]) {
        places[place, default: [:]][tool(findings[index]), default: []].append(findings[index].id)
      }
    }
    places = places.filter { $0.value.count > 1 }
    if places.isEmpty { return findings }
    for (place, tools) in places {
      places[place] = tools.mapValues { Array($0.sorted().prefix(most)) }
    }
    return findings.map { finding in
      let others = Self.places(finding).flatMap { place in
        (places[place] ?? [:]).filter { $0.key != tool(finding) }.flatMap(\.value)
      }
      guard !others.isEmpty else { return finding }
      var finding = finding
      finding.related = Array(Set(others).subtracting([finding.id]).sorted().prefix(most))
      return finding
    }
  }

  /// A finding about code has one tool: identity names it.
  private static func tool(_ finding: Finding) -> String { finding.witnesses.first?.tool ?? "" }

  private static func places(_ finding: Finding) -> [Place] {
    guard case .code = finding.basis, let location = finding.locations.first,
      let path = location.path, let line = location.line
    else { return [] }
    return finding.identifiers.filter { $0.hasPrefix("CWE-") }.map {
      Place(path: path, line: line, weakness: $0)
    }
  }
}

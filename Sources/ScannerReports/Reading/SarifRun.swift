import ReportReading

/// One run of a SARIF file without its results: tool, rules, files.
struct SarifRun {
  let driver: JSONValue
  let extensions: [JSONValue]
  let invocations: [JSONValue]
  let artifacts: [JSONValue]
  let baseIDs: JSONValue
  let taxonomies: [JSONValue]
  let hasResults: Bool
  let commit: String?
  /// Rules by id: of the driver, then of the extensions.
  private let byID: [String: JSONValue]

  init(_ run: JSONValue) {
    driver = run["tool"]["driver"]
    extensions = run["tool"]["extensions"].elements
    invocations = run["invocations"].elements
    artifacts = run["artifacts"].elements
    baseIDs = run["originalUriBaseIds"]
    taxonomies = run["taxonomies"].elements
    hasResults = run["results"].isArray
    commit = run["versionControlProvenance"].elements.lazy.compactMap { $0["revisionId"].text }
      .first { $0.utf8.count <= 64 && $0.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f } }
    var byID: [String: JSONValue] = [:]
    for rule in driver["rules"].elements + extensions.flatMap({ $0["rules"].elements }) {
      if let id = rule["id"].text, byID[id] == nil { byID[id] = rule }
    }
    self.byID = byID
  }

  var name: String { Words.line(driver["name"].text ?? "") }

  /// The rule of a result: by index, else by id, else by the id before the last `/`.
  func rule(of result: JSONValue) -> JSONValue {
    let reference = result["rule"]
    let component = reference["toolComponent"]["index"].integer
    let rules =
      component.flatMap { extensions.indices.contains($0) ? extensions[$0] : nil } ?? driver
    let index = reference["index"].integer ?? result["ruleIndex"].integer
    let list = rules["rules"].elements
    if let index, list.indices.contains(index) { return list[index] }
    guard var id = result["ruleId"].text ?? reference["id"].text else { return .null }
    while true {
      if let rule = byID[id] { return rule }
      guard let slash = id.lastIndex(of: "/") else { return .null }
      id = String(id[..<slash])
    }
  }

  /// The file of a location, relative where the report allows.
  func path(_ artifact: JSONValue, root: String?) -> String? {
    let listed = artifact["index"].integer.flatMap {
      artifacts.indices.contains($0) ? artifacts[$0]["location"] : nil
    }
    guard let uri = artifact["uri"].text ?? listed?["uri"].text else { return nil }
    let base = artifact["uriBaseId"].text ?? listed?["uriBaseId"].text
    let isAddress = uri.utf8.contains(0x3a) && uri.contains("://")
    let decoded = isAddress ? uri : ReportPath.percentDecoded(uri)
    let folder = base.flatMap { resolved($0, depth: 0) } ?? ""
    let isRelative = !decoded.hasPrefix("/") && !decoded.utf8.contains(0x3a)
    let joined =
      isRelative && !folder.isEmpty
      ? (folder.hasSuffix("/") ? folder : folder + "/") + decoded : decoded
    let path = ReportPath.normalised(Words.line(joined), root: root)
    // A base that leads out of what is judged is of another machine: the path below it is ours.
    return isRelative && path.hasPrefix("/") ? ReportPath.normalised(decoded) : path
  }

  /// Bases may stand on each other, and in a circle.
  private func resolved(_ id: String, depth: Int) -> String? {
    guard depth < 8, let base = baseIDs.object?[id] else { return nil }
    let uri = base["uri"].text ?? ""
    guard let parent = base["uriBaseId"].text, let below = resolved(parent, depth: depth + 1) else {
      return uri
    }
    return below + uri
  }
}

import ReportReading

/// Where the results stand in a trivy report, and what surrounds each.
struct TrivyLayout {
  struct Result {
    var target: String
    var kind: String
    var type: String
    var artifactType: String
    /// The artifact is an image, or a container of a cluster.
    var isImage: Bool
  }

  let pattern: JSONPattern
  /// By the indices of the pattern.
  let results: [[Int]: Result]

  private static let records =
    "Vulnerabilities|Misconfigurations|Secrets|Licenses|ExperimentalModifiedFindings"
  /// Lists of a cluster's report, each with results of its own.
  private static let clusterLists = ["Resources", "Vulnerabilities", "Misconfigurations"]

  private static func isCluster(_ sample: ReportSample?) -> Bool {
    sample?.has("ClusterName") == true && sample?.has("SchemaVersion") != true
  }

  /// All records, however they are listed.
  static func pattern(_ sample: ReportSample?) -> JSONPattern {
    if sample?.shape == .array { return JSONPattern(stringLiteral: "*.\(records)") }
    if isCluster(sample) {
      let lists = clusterLists.joined(separator: "|")
      return JSONPattern(stringLiteral: "\(lists).*.Results.*.\(records)")
    }
    return JSONPattern(stringLiteral: "Results.*.\(records)")
  }

  /// - Parameter rest: the document without its records.
  static func all(_ rest: JSONValue, _ sample: ReportSample?) -> [TrivyLayout] {
    guard isCluster(sample) else {
      let list = rest.isArray ? rest : rest["Results"]
      let artifact = rest["ArtifactType"].text ?? ""
      var results: [[Int]: Result] = [:]
      for (index, value) in list.elements.enumerated() {
        results[[index]] = result(value, artifactType: artifact)
      }
      return [TrivyLayout(pattern: pattern(sample), results: results)]
    }
    return clusterLists.filter { rest[$0].isArray }.map { list in
      var results: [[Int]: Result] = [:]
      for (index, resource) in rest[list].elements.enumerated() {
        for (inner, value) in resource["Results"].elements.enumerated() {
          results[[index, inner]] = result(value, artifactType: "kubernetes")
        }
      }
      return TrivyLayout(
        pattern: JSONPattern(stringLiteral: "\(list).*.Results.*.\(records)"), results: results)
    }
  }

  private static func result(_ value: JSONValue, artifactType: String) -> Result {
    let kind = value["Class"].text ?? ""
    let type = value["Type"].text ?? ""
    let target = value["Target"].text ?? ""
    let isSystem = kind == "os-pkgs" || target.hasSuffix(")")
    return Result(
      target: Words.line(target), kind: kind, type: type, artifactType: artifactType,
      isImage: artifactType == "container_image" || isSystem)
  }
}

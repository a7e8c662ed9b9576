import FindingModel

/// A place in the shape that each report type wants.
struct GitLabLocation: JSONWritable {
  let finding: Finding
  let kind: GitLabReport.Kind
  let scope: Scope

  private var place: Location { ExportFinding(finding).place }

  func write(to json: inout JSONWriter) {
    switch kind {
    case .secretDetection:
      writeFile(to: &json)
      json.member("commit") { json in
        json.object { $0.member("sha", place.commit ?? scope.commit ?? Self.noCommit) }
      }
    case .sast: writeFile(to: &json)
    case .dependencyScanning:
      json.member("file", Self.file(place))
      writeDependency(to: &json)
    case .containerScanning:
      json.member("image", nonEmpty(place.image ?? place.path))
      json.member("operating_system", "unknown")
      writeDependency(to: &json)
    case .dast:
      let address = WebAddress(place.url ?? "")
      json.member("hostname", PlainText.line(address.origin, limit: 255))
      json.member("path", PlainText.line(address.path, limit: 2000))
      json.member("method", PlainText.line(place.method ?? "GET", limit: 20))
      json.member("param", place.parameter.map { PlainText.line($0, limit: 255) })
    }
  }

  /// What GitLab writes for content without a commit.
  private static let noCommit = String(repeating: "0", count: 40)

  static func file(_ place: Location) -> String {
    let name = place.path ?? place.manifest ?? place.object ?? place.url ?? place.image ?? ""
    return name.isEmpty ? "unknown" : PlainText.line(name, limit: 2000)
  }

  private func nonEmpty(_ text: String?) -> String {
    guard let text, !text.isEmpty else { return "unknown" }
    return PlainText.line(text, limit: 2000)
  }

  private func writeFile(to json: inout JSONWriter) {
    json.member("file", Self.file(place))
    json.member("start_line", max(1, place.line ?? 1))
    json.member("end_line", max(1, place.endLine ?? place.line ?? 1))
  }

  private func writeDependency(to json: inout JSONWriter) {
    json.member("dependency") { json in
      json.object { json in
        json.member("package") { json in
          json.object { $0.member("name", nonEmpty(finding.package?.name ?? finding.ruleID)) }
        }
        json.member("version", PlainText.line(finding.package?.installed ?? "", limit: 255))
      }
    }
  }
}

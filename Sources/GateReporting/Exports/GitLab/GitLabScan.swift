import FindingModel

/// Who scanned, when, and whether it is whole.
struct GitLabScan: JSONWritable {
  let outcome: GateOutcome
  let kind: GitLabReport.Kind

  func write(to json: inout JSONWriter) {
    json.member("type", kind.rawValue)
    json.member("status", isWhole ? "success" : "failure")
    json.member("start_time", Self.time(runs.compactMap(\.start).min() ?? outcome.scope.at))
    json.member("end_time", Self.time(runs.compactMap(\.end).max() ?? outcome.scope.at))
    json.member("analyzer", GitLabTool(id: "secgate", version: outcome.version))
    json.member("scanner", scanner)
    let missing = outcome.reasons.filter { $0.kind == .incomplete }
    json.member("messages") { json in
      json.array(missing.prefix(50)) { json, reason in
        json.object { json in
          json.member("level", "warn")
          json.member("value", PlainText.line(nonEmpty(reason.text), limit: 2000))
        }
      }
    }
    guard kind == .dast else { return }
    json.member("scanned_resources") { json in
      json.array(resources) { json, resource in
        json.object { json in
          json.member("type", "url")
          json.member("method", resource.method)
          json.member("url", resource.url)
        }
      }
    }
  }

  private func nonEmpty(_ text: String) -> String { text.isEmpty ? "incomplete" : text }

  private var runs: [Evidence] {
    (outcome.runs ?? []).filter { $0.category == kind.category }
  }

  private var isWhole: Bool {
    !outcome.lacksEvidence && runs.allSatisfy { $0.outcome != .broken && $0.outcome != .partial }
  }

  /// The tool where one alone looked, else secgate, which joined them.
  private var scanner: GitLabTool {
    let tools = Set(runs.map(\.tool))
    guard tools.count == 1, let run = runs.first, run.tool != "secgate" else {
      return GitLabTool(id: "secgate", version: outcome.version)
    }
    return GitLabTool(id: run.tool, version: run.version ?? "unknown")
  }

  private struct Resource: Hashable {
    var method: String
    var url: String
  }

  private var resources: [Resource] {
    let all = outcome.findings.filter { $0.category == .web }.flatMap(\.locations)
      .compactMap { place in
        place.url.flatMap { url in
          url.isEmpty
            ? nil
            : Resource(
              method: PlainText.line(place.method ?? "GET", limit: 20),
              url: RelativeURI.absolute(PlainText.line(url, limit: 2000)))
        }
      }
    return Set(all).sorted { ($0.url, $0.method) < ($1.url, $1.method) }
  }

  /// `yyyy-mm-ddThh:mm:ss`, UTC by definition; 1970 where the outcome holds no time.
  private static func time(_ time: Timestamp?) -> String {
    String((time ?? Timestamp(seconds: 0)).description.dropLast())
  }
}

/// An analyzer or scanner.
struct GitLabTool: JSONWritable {
  var id: String
  var version: String

  func write(to json: inout JSONWriter) {
    let name = PlainText.line(id.isEmpty ? "unknown" : id, limit: 200)
    json.member("id", name)
    json.member("name", name)
    json.member("version", PlainText.line(version.isEmpty ? "unknown" : version, limit: 200))
    json.member("vendor") { json in json.object { $0.member("name", name) } }
  }
}

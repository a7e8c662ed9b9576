import FindingModel
import ReportReading

/// `safety scan` of 3.x, whose JSON holds neither advisory texts nor CVEs nor severities.
enum SafetyScan {
  static func read(_ document: JSONValue, into draft: inout Draft) {
    let schema = document["meta"]["schema_version"].scalar ?? "3.0"
    guard schema.hasPrefix("3.") else {
      draft.unreadable("safety's scan schema \(Words.line(schema)) is not known; 3.x is")
      return
    }
    draft.version = document["meta"]["telemetry"]["safety_version"].scalar
    let files =
      document["scan_results"]["projects"].elements.flatMap { $0["files"].elements }
      + document["scan_results"]["files"].elements
    var dependencies = 0
    for file in files {
      for dependency in file["results"]["dependencies"].elements {
        dependencies += 1
        add(dependency, file["location"].text, &draft)
      }
    }
    draft.covered = "\(files.count) files, \(dependencies) packages"
    draft.looked = !files.isEmpty
    if files.isEmpty { draft.broken("safety scanned no file") }
  }

  private static func add(_ dependency: JSONValue, _ file: String?, _ draft: inout Draft) {
    guard let name = dependency["name"].text else {
      draft.partial("a dependency without a name was skipped")
      return
    }
    for specification in dependency["specifications"].elements {
      let known = specification["vulnerabilities"]["known_vulnerabilities"].elements
      for vulnerability in known {
        guard let id = vulnerability["id"].scalar else {
          draft.partial("a vulnerability of \(name) without id was skipped")
          continue
        }
        var record = DependencyRecord(
          rule: "SAFETY-\(Words.line(id))", purl: PackageURL.make("pypi", name), name: name,
          rating: .unknown(.medium))
        record.installed = version(in: specification["raw"].text)
        let remediation = specification["vulnerabilities"]["remediation"]
        record.fixedIn = remediation["recommended"].texts
        record.manifest = file
        let ignored = vulnerability["ignored"]
        if ignored.flag == true || !ignored.members.isEmpty {
          record.suppression = ignored["reason"].text ?? "ignored by safety's policy"
        }
        draft.add(record.finding(draft))
      }
    }
  }

  /// The version stands only in the requirement: `django==2.2.1`.
  private static func version(in raw: String?) -> String? {
    guard let raw, let sign = raw.firstIndex(of: "=") else { return nil }
    let version = raw[sign...].drop { $0 == "=" }.prefix { $0 != " " && $0 != ";" && $0 != "#" }
    return version.isEmpty ? nil : String(version)
  }
}

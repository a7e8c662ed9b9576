import FindingModel

/// The one run of a log: one driver, whatever tools took part, since GitHub refuses several runs
/// of one tool and category.
struct SARIFRun: JSONWritable {
  let outcome: GateOutcome
  let findings: [Finding]
  let rules: SARIFRules
  let audience: SARIFReport.Audience
  let category: String
  let remarks: [String]

  func write(to json: inout JSONWriter) {
    let taxa = rules.weaknesses
    json.member("tool") { json in
      json.object { json in
        json.member("driver") { json in json.object { writeDriver(to: &$0, taxa) } }
        let tools = witnesses
        if !tools.isEmpty { json.member("extensions", tools) }
      }
    }
    json.member("automationDetails") { json in
      json.object { $0.member("id", "secgate/\(RelativeURI.of(path: category))/") }
    }
    json.member("columnKind", "unicodeCodePoints")
    json.member("invocations") { json in
      json.array([outcome]) { json, _ in json.object { writeInvocation(to: &$0) } }
    }
    json.member("originalUriBaseIds") { json in
      json.object { json in
        json.member("%SRCROOT%") { json in
          json.object { json in
            json.member("description", SARIFText(text: "The root of the repository."))
          }
        }
      }
    }
    if !taxa.isEmpty {
      json.member("taxonomies") { json in
        json.array([taxa]) { json, taxa in json.object { writeTaxonomy(to: &$0, taxa) } }
      }
    }
    json.member("results") { json in
      json.array(findings) { json, finding in
        json.object {
          SARIFResult(finding: finding, rules: rules, taxa: taxa, audience: audience).write(to: &$0)
        }
      }
    }
    json.member("properties") { json in json.object { writeProperties(to: &$0) } }
  }

  private func writeDriver(to json: inout JSONWriter, _ taxa: [Int]) {
    json.member("name", "secgate")
    json.member("version", outcome.version)
    json.member("semanticVersion", outcome.version)
    json.member("rules", rules.rules.map { SARIFRule(rule: $0, taxa: taxa) })
    if !taxa.isEmpty {
      json.member("supportedTaxonomies") { json in
        json.array(["CWE"]) { json, name in
          json.object { json in
            json.member("name", name)
            json.member("index", 0)
          }
        }
      }
    }
  }

  private func writeInvocation(to json: inout JSONWriter) {
    json.member("executionSuccessful", !outcome.lacksEvidence)
    json.member("exitCode", Int(outcome.verdict.exitCode))
    json.member("endTimeUtc", outcome.scope.at?.description)
    let missing = outcome.reasons.filter { $0.kind == .incomplete }.map { ("error", $0.text) }
    let notes = remarks.map { ("note", $0) }
    json.member("toolExecutionNotifications") { json in
      json.array(missing + notes) { json, notification in
        json.object { json in
          json.member("level", notification.0)
          json.member("message", SARIFText(text: SARIFResult.message(notification.1)))
        }
      }
    }
  }

  private func writeTaxonomy(to json: inout JSONWriter, _ taxa: [Int]) {
    json.member("name", "CWE")
    json.member("organization", "MITRE")
    json.member("shortDescription", SARIFText(text: "Common Weakness Enumeration"))
    json.member("taxa") { json in
      json.array(taxa) { json, number in
        json.object { json in
          json.member("id", "CWE-\(number)")
          json.member("helpUri", "https://cwe.mitre.org/data/definitions/\(number).html")
        }
      }
    }
  }

  private func writeProperties(to json: inout JSONWriter) {
    json.member("verdict", outcome.verdict.rawValue)
    json.member("headline", outcome.headline)
    json.member("commit", outcome.scope.commit)
  }

  /// The other tools whose word is in here, each version once; GitHub takes 100.
  private var witnesses: [SARIFExtension] {
    var seen: Set<SARIFExtension> = []
    for run in outcome.runs ?? [] where run.tool != "secgate" && run.category != .evidence {
      seen.insert(SARIFExtension(name: run.tool, version: run.version))
    }
    for witness in findings.flatMap(\.witnesses) where witness.tool != "secgate" {
      seen.insert(SARIFExtension(name: witness.tool, version: witness.version))
    }
    let sorted = seen.sorted { ($0.name, $0.version ?? "") < ($1.name, $1.version ?? "") }
    return Array(sorted.prefix(100))
  }
}

/// A tool beside the driver.
struct SARIFExtension: JSONWritable, Hashable {
  var name: String
  var version: String?

  func write(to json: inout JSONWriter) {
    json.member("name", PlainText.line(name.isEmpty ? "unnamed" : name, limit: 200))
    json.member("version", version)
  }
}

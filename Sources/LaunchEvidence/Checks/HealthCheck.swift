import FindingModel
import ReportReading

/// The body of a health endpoint: health+json (draft-inadarei-api-health-check) or Spring's
/// actuator. A warning answers 200, and is no pass.
enum HealthCheck {
  static func read(_ value: JSONValue, _ reading: inout EvidenceReading) -> [CheckMeasurement] {
    let word = value["status"].text ?? ""
    var parts = Numbers()
    var checks = [check("health", word)]
    let components = value["checks"].object != nil ? value["checks"] : value["components"]
    for part in components.members {
      let first = part.value.isArray ? part.value.elements.first ?? .null : part.value
      parts.set(part.key, first["status"].text)
      let states = part.value.isArray ? part.value.elements : [part.value]
      for state in states {
        guard let text = state["status"].text else { continue }
        checks.append(check("health: " + part.key, text))
      }
    }
    reading.numbers.set("status", word)
    reading.numbers.set("passed", isUp(word))
    reading.numbers.set("warn", word.lowercased() == "warn")
    reading.numbers.set("components", parts)
    return checks
  }

  private static func check(_ name: String, _ word: String) -> CheckMeasurement {
    var check = CheckMeasurement(name: name, status: isUp(word) ? "pass" : "fail")
    if check.status == "fail" { check.message = "status \(word)" }
    return check
  }

  private static func isUp(_ word: String) -> Bool {
    ["pass", "ok", "up", "healthy"].contains(word.lowercased())
  }
}

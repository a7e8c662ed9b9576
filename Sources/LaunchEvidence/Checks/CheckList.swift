import FindingModel
import ReportReading

/// secgate's own input: objects with `name`, `status` (pass, fail, skip) and optionally `url`,
/// `code`, `duration_ms`, `at`, `message`.
enum CheckList {
  static func read(_ value: JSONValue, _ reading: inout EvidenceReading) throws
    -> CheckMeasurement
  {
    guard let name = value["name"].text, let word = value["status"].text?.lowercased(),
      ["pass", "fail", "skip"].contains(word)
    else {
      throw EvidenceError("a check needs a name and a status: pass, fail or skip")
    }
    var check = CheckMeasurement(name: name, status: word)
    check.url = value["url"].text
    check.code = value["code"].integer
    check.milliseconds = value["duration_ms"].real
    check.message = value["message"].text
    reading.made(ReportTime.rfc3339(value["at"].string))
    return check
  }
}

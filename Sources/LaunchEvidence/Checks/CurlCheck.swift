import FindingModel
import ReportReading

/// What `curl -w '%{json}'` says of one request. curl itself ends with 0 on a 503.
enum CurlCheck {
  static func read(_ value: JSONValue, _ reading: inout EvidenceReading) -> CheckMeasurement {
    let code = value["http_code"].integer
    let url = value["url"].text ?? value["url_effective"].text
    let passed = value["exitcode"].integer == 0 && (200..<400).contains(code ?? 0)
    let name = "\(value["method"].text ?? "GET") \(path(of: url ?? ""))"
    var check = CheckMeasurement(name: name, status: passed ? "pass" : "fail")
    check.url = url
    check.code = code == 0 ? nil : code
    check.milliseconds = value["time_total"].real.map { $0 * 1000 }
    check.message = value["errormsg"].text
    reading.numbers.set("http_code", code)
    reading.numbers.set("exitcode", value["exitcode"].integer)
    reading.numbers.set("time_total_s", value["time_total"].real)
    reading.numbers.set("url", url)
    reading.numbers.set("errormsg", value["errormsg"].text)
    reading.numbers.set("passed", passed)
    if passed, let code, code >= 300 {
      reading.notes.append("\(name) answered \(code): a redirect, perhaps to a login page")
    }
    return check
  }

  /// What stands behind the host, without the query, which may hold a token.
  private static func path(of url: String) -> String {
    var rest = Substring(url)
    if let scheme = rest.range(of: "://") { rest = rest[scheme.upperBound...] }
    let path = rest.drop { $0 != "/" }.prefix { $0 != "?" && $0 != "#" }
    return path.isEmpty ? "/" : String(path)
  }
}

extension Substring {
  fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}

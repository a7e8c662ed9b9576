import FindingModel

extension Measurements: JSONWritable {
  func write(to json: inout JSONWriter) {
    json.member("load", load)
    json.member("tests", tests)
    json.member("coverage", coverage)
    json.member("checks", checks)
  }
}

extension LoadMeasurements: JSONWritable {
  func write(to json: inout JSONWriter) {
    let latency = latency
    json.member("requests", requests)
    json.member("failures", failures)
    json.member("error_rate", errorRate)
    json.member("latency_ms") { json in
      json.object { json in
        for (name, value) in latency.sorted(by: { $0.key < $1.key }) { json.member(name, value) }
      }
    }
    json.member("percentile_method", percentileMethod)
    json.member("throughput", throughput)
    json.member("users", users)
    json.member("duration", duration)
    json.member("thresholds", thresholds)
  }
}

extension LoadMeasurements.Threshold: JSONWritable {
  func write(to json: inout JSONWriter) {
    json.member("expression", expression)
    json.member("held", held)
  }
}

extension TestMeasurements: JSONWritable {
  func write(to json: inout JSONWriter) {
    json.member("total", total)
    json.member("passed", passed)
    json.member("failed", failed)
    json.member("errored", errored)
    json.member("skipped", skipped)
    json.member("flaky", flaky)
    json.member("failing", failing)
    json.member("duration", duration)
  }
}

extension CoverageMeasurements: JSONWritable {
  func write(to json: inout JSONWriter) {
    json.member("lines_covered", linesCovered)
    json.member("lines_valid", linesValid)
    json.member("branches_covered", branchesCovered)
    json.member("branches_valid", branchesValid)
    json.member("files", files)
    json.member("components", components)
  }
}

extension CoverageMeasurements.Component: JSONWritable {
  func write(to json: inout JSONWriter) {
    json.member("name", name)
    json.member("lines_covered", linesCovered)
    json.member("lines_valid", linesValid)
  }
}

extension CheckMeasurement: JSONWritable {
  func write(to json: inout JSONWriter) {
    json.member("name", name)
    json.member("status", status)
    json.member("url", url)
    json.member("code", code)
    json.member("duration_ms", milliseconds)
    json.member("message", message)
    json.member("by", by)
    json.member("note", note)
    json.member("expires", expires?.description)
  }
}

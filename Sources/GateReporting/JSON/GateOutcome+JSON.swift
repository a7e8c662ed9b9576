import FindingModel

extension GateOutcome: JSONWritable {
  func write(to json: inout JSONWriter) {
    json.member("schema", schema)
    json.member("version", version)
    json.member("verdict", verdict.rawValue)
    json.member("headline", headline)
    json.member("scope", scope)
    json.member("reasons", reasons)
    json.member("conditions", conditions)
    json.member("counts", counts)
    json.member("findings", findings)
    json.member("suspects", suspects)
    json.member("decisions", decisions)
    json.member("suppressions", suppressions)
    json.member("coverage", coverage)
    json.member("policy", policy)
    json.member("runs", runs)
    json.member("trend", trend)
    json.member("gate_changes", gateChanges)
    json.member("digests", digests)
  }
}

extension Scope: JSONWritable {
  func write(to json: inout JSONWriter) {
    json.member("kind", kind)
    json.member("name", name)
    json.member("commit", commit)
    json.member("tree", tree)
    json.member("branch", branch)
    json.member("dirty", dirty)
    json.member("range", range)
    json.member("base", base)
    json.member("base_commit", baseCommit)
    json.member("notes", notes)
    json.member("at", at?.description)
  }
}

extension Reason: JSONWritable {
  func write(to json: inout JSONWriter) {
    json.member("kind", kind.rawValue)
    json.member("code", code)
    json.member("text", text)
    json.member("findings", findings)
    json.member("check", check)
  }
}

extension Condition: JSONWritable {
  func write(to json: inout JSONWriter) {
    json.member("check", check)
    json.member("title", title)
    json.member("required", required)
    json.member("result", result)
    json.member("status", status.rawValue)
    json.member("any_of", anyOf)
    json.member("evidence", evidence)
    json.member("findings", findings)
  }
}

extension Counts: JSONWritable {
  func write(to json: inout JSONWriter) {
    let matrix = matrix
    json.member("matrix") { json in
      json.object { json in
        for (severity, states) in matrix.sorted(by: { $0.key < $1.key }) {
          json.member(severity, counts: states)
        }
      }
    }
    json.member("found", found)
    json.member("failing", failing)
    json.member("fixed", fixed)
  }
}

extension PolicySummary: JSONWritable {
  func write(to json: inout JSONWriter) {
    json.member("source", source)
    json.member("fail_on", failOn.map(\.rawValue))
    json.member("unknown_as", unknownAs.rawValue)
    json.member("min_confidence", minConfidence.rawValue)
    json.member("new_only", newOnly)
    json.member("only_fixed", onlyFixed)
    json.member("fail_on_exposure", failOnExposure.map(\.rawValue))
    json.member("allow", allow.map(\.rawValue))
    json.member("further", further)
  }
}

extension TrendPoint: JSONWritable {
  func write(to json: inout JSONWriter) {
    json.member("at", at.description)
    json.member("commit", commit)
    json.member("verdict", verdict.rawValue)
    json.member("open", counts: open)
  }
}

extension GateChange: JSONWritable {
  func write(to json: inout JSONWriter) {
    json.member("effect", effect.rawValue)
    json.member("subject", subject)
    json.member("before", before)
    json.member("after", after)
    json.member("counts", counts)
  }
}

extension Digests: JSONWritable {
  func write(to json: inout JSONWriter) {
    json.member("policy", policy)
    json.member("baseline", baseline)
    json.member("evidence", evidence)
    json.member("verdict", verdict)
  }
}

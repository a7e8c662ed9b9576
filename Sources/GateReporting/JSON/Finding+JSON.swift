import FindingModel

extension Finding: JSONWritable {
  /// `basis` stays inside the program.
  func write(to json: inout JSONWriter) {
    json.member("id", id)
    json.member("category", category.rawValue)
    json.member("severity", severity.rawValue)
    json.member("severity_source", severitySource.rawValue)
    json.member("counted_as", countedAs?.rawValue)
    json.member("confidence", confidence.rawValue)
    json.member("title", title)
    json.member("description", description)
    json.member("rule_id", ruleID)
    json.member("identifiers", identifiers)
    json.member("cvss", cvss)
    json.member("package", package)
    json.member("locations", locations)
    json.member("exposure", exposure?.rawValue)
    json.member("preview", preview)
    json.member("remediation", remediation)
    json.member("references", references)
    json.member("witnesses", witnesses)
    json.member("related", related)
    json.member("first_seen", firstSeen)
    json.member("last_seen", lastSeen)
    json.member("state", state.rawValue)
    json.member("state_reason", stateReason)
    json.member("decision", decision)
    json.member("failing", failing)
    json.member("owner", owner)
    json.member("suppressed", suppressed)
    json.member("suppression_reason", suppressionReason)
    json.member("signals", signals)
    json.member("count", count)
  }
}

extension Location: JSONWritable {
  func write(to json: inout JSONWriter) {
    json.member("path", path)
    // Lines and columns count from 1; a tool's 0 or less says nothing, and the schema has no room.
    json.member("line", line.flatMap { $0 > 0 ? $0 : nil })
    json.member("column", column.flatMap { $0 > 0 ? $0 : nil })
    json.member("end_line", endLine.flatMap { $0 > 0 ? $0 : nil })
    json.member("commit", commit)
    json.member("author", author)
    json.member("date", date)
    json.member("blob", blob)
    json.member("object", object)
    json.member("in_head", inHead)
    json.member("exposure", exposure?.rawValue)
    json.member("manifest", manifest)
    json.member("url", url)
    json.member("method", method)
    json.member("parameter", parameter)
    json.member("image", image)
    json.member("layer", layer)
  }
}

extension Witness: JSONWritable {
  func write(to json: inout JSONWriter) {
    json.member("tool", tool)
    json.member("version", version)
    json.member("rule_id", ruleID)
    json.member("severity", severity)
    json.member("note", note)
  }
}

extension CVSS: JSONWritable {
  func write(to json: inout JSONWriter) {
    json.member("score", score)
    json.member("vector", vector)
  }
}

extension Package: JSONWritable {
  func write(to json: inout JSONWriter) {
    json.member("purl", purl)
    json.member("name", name)
    json.member("installed", installed)
    json.member("fixed_in", fixedIn)
  }
}

extension DecisionSummary: JSONWritable {
  func write(to json: inout JSONWriter) {
    json.member("decision", decision)
    json.member("status", status.rawValue)
    json.member("void_reasons", voidReasons)
    json.member("commit", commit)
    json.member("brought_by", broughtBy)
    json.member("brought_on", broughtOn)
    json.member("severity_now", severityNow?.rawValue)
  }
}

extension Decision: JSONWritable {
  func write(to json: inout JSONWriter) {
    json.member("id", id)
    json.member("kind", kind.rawValue)
    json.member("reason", reason)
    json.member("justification", justification)
    json.member("owner", owner)
    json.member("approver", approver)
    json.member("ticket", ticket)
    json.member("created", created.description)
    json.member("expires", expires?.description)
    json.member("aliases", aliases)
    json.member("at", at)
    json.member("title", title)
  }
}

extension Decision.Circumstances: JSONWritable {
  func write(to json: inout JSONWriter) {
    json.member("severity", severity.rawValue)
    json.member("fix", fix)
    json.member("kev", kev)
    json.member("count", count)
  }
}

extension Suppression: JSONWritable {
  func write(to json: inout JSONWriter) {
    json.member("kind", kind)
    json.member("tool", tool)
    json.member("place", place)
    json.member("what", what)
    json.member("reason", reason)
    json.member("finding", finding)
    json.member("counts", counts)
  }
}

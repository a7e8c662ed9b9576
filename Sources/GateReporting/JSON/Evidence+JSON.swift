import FindingModel

extension Evidence: JSONWritable {
  func write(to json: inout JSONWriter) {
    json.member("id", id)
    json.member("tool", tool)
    json.member("category", category.rawValue)
    json.member("version", version)
    json.member("digest", digest)
    json.member("digest_of", digestOf)
    json.member("arguments", arguments)
    json.member("exit_code", exitCode)
    json.member("start", start?.description)
    json.member("end", end?.description)
    json.member("commit", commit)
    json.member("tree", tree)
    json.member("dirty", dirty)
    json.member("source", source)
    json.member("outcome", outcome.rawValue)
    json.member("looked", looked.rawValue)
    json.member("covered", covered)
    json.member("skipped", skipped)
    json.member("problems", problems)
    json.member("database_date", databaseDate)
    json.member("report_digest", reportDigest)
    json.member("environment", environment)
    json.member("target", target)
    json.member("count", count)
    json.member("measurements", measurements)
  }
}

extension Coverage: JSONWritable {
  func write(to json: inout JSONWriter) {
    json.member("commits", commits)
    json.member("trees", trees)
    json.member("blobs", blobs)
    json.member("tags", tags)
    json.member("files", files)
    json.member("references", references)
    json.member("bytes", bytes)
    json.member("suspects", suspects)
    json.member("gaps", gaps)
    json.member("skipped", skipped)
    json.member("rules", rules)
    json.member("rules_digest", rulesDigest)
  }
}

extension Coverage.Skipped: JSONWritable {
  func write(to json: inout JSONWriter) {
    json.member("kind", kind)
    json.member("subject", subject)
    json.member("reason", reason)
  }
}

extension Gap: JSONWritable {
  func write(to json: inout JSONWriter) {
    json.member("kind", kind.rawValue)
    json.member("subject", subject)
    json.member("path", path)
    json.member("rule", rule)
    json.member("detail", detail)
    json.member("allowed_by", allowedBy)
  }
}

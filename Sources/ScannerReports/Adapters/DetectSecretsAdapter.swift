public import FindingModel
import ReportReading

/// `detect-secrets scan` and its `.secrets.baseline` (github.com/Yelp/detect-secrets). Values are
/// plain SHA-1 digests there: they are neither kept nor joined with other tools' findings.
public struct DetectSecretsAdapter: DraftingAdapter {
  public let tool = "detect-secrets"
  public let category = Category.secret
  let exitCodes = ExitCodes(done: [0], findings: [1, 3])

  public init() {}

  public func recognises(_ sample: ReportSample) -> Bool {
    sample.has("plugins_used", "results")
  }

  func read(_ text: [UInt8], into draft: inout Draft) throws {
    let document = try JSONReader.document(text, limits: draft.limits)
    guard document["plugins_used"].isArray, document["results"].object != nil else {
      draft.wrongTool("`plugins_used` and `results` should be there")
      return
    }
    draft.version = document["version"].text
    if document["plugins_used"].elements.isEmpty {
      draft.broken("detect-secrets ran without a plugin: it looked for nothing")
    }
    for file in document["results"].members {
      for secret in file.value.elements { add(secret, file.key, &draft) }
    }
  }

  private func add(_ secret: JSONValue, _ file: String, _ draft: inout Draft) {
    guard let type = secret["type"].text else {
      draft.partial("a secret without a type was skipped")
      return
    }
    let isVerified = secret["is_verified"].flag == true
    var record = SecretRecord(
      rule: type, title: type, rating: Rating(severity: .high, source: .rule))
    record.confidence = isVerified ? .high : .medium
    record.note = isVerified ? "verified" : nil
    record.path = secret["filename"].text ?? file
    record.line = secret["line_number"].integer
    if secret["is_secret"].flag == false {
      record.suppression = "audited as no secret in detect-secrets' baseline"
    }
    draft.add(record.finding(draft))
  }
}

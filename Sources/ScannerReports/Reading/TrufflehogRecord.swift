import FindingModel
import Foundation
import ReportReading

/// One finding in the shapes of trufflehog 3, trufflehog 2 and trufflehog3.
enum TrufflehogRecord {
  private static let labels = SeverityLabels(
    stated: ["critical": .critical, "high": .high, "medium": .medium, "low": .low])

  /// Log lines are JSON too and get mixed in when both outputs are captured.
  static func isLog(_ record: JSONValue) -> Bool { record.has("level") && record.has("msg") }

  static func finding(_ record: JSONValue, _ draft: Draft) -> Finding? {
    if let detector = record["DetectorName"].text, record.has("SourceMetadata") {
      return version3(record, detector, draft)
    }
    if record.has("stringsFound"), let reason = record["reason"].text {
      return version2(record, reason, draft)
    }
    if record["rule"].object != nil, record.has("secret") { return trufflehog3(record, draft) }
    return nil
  }

  private static func version3(_ record: JSONValue, _ detector: String, _ draft: Draft) -> Finding {
    let isVerified = record["Verified"].flag == true
    let error = record["VerificationError"].text
    var secret = SecretRecord(
      rule: detector, title: "\(detector) credential",
      rating: Rating(severity: isVerified ? .critical : .high, source: .rule))
    secret.description = record["DetectorDescription"].text
    secret.confidence = isVerified ? .high : .medium
    secret.note = isVerified ? "verified" : error == nil ? "unverified" : "verification failed"
    secret.value = value(record)
    locate(&secret, record["SourceMetadata"]["Data"])
    return secret.finding(draft)
  }

  /// `Raw` is what identity uses. Before decoders were named, it was printed in base64.
  private static func value(_ record: JSONValue) -> [UInt8] {
    let raw = record["Raw"].text ?? record["RawV2"].text ?? ""
    if !record.has("DecoderName"), !raw.isEmpty, raw != record["Redacted"].text,
      let data = Data(base64Encoded: raw), !data.isEmpty,
      data.allSatisfy({ $0 >= 0x09 && $0 < 0x7f })
    {
      return Array(data)
    }
    return Array(raw.utf8)
  }

  /// The single member names the source: Git, Github, Filesystem, S3, Docker …
  private static func locate(_ secret: inout SecretRecord, _ data: JSONValue) {
    guard let source = data.members.first?.value else { return }
    secret.path = source["file"].text ?? source["path"].text
    secret.line = source["line"].integer
    secret.commit = source["commit"].text
    secret.author = source["email"].text
    secret.date = source["timestamp"].text
    secret.image = source["image"].text
    secret.layer = source["layer"].text
    let url = source["link"].text ?? (secret.path == nil ? source["repository"].text : nil)
    secret.url = url
    if let bucket = source["bucket"].text {
      secret.path = "\(bucket)/\(secret.path ?? "")"
    }
  }

  private static func version2(_ record: JSONValue, _ reason: String, _ draft: Draft) -> Finding {
    var secret = SecretRecord(
      rule: reason, title: reason, rating: Rating(severity: .high, source: .rule))
    let strings = record["stringsFound"].texts
    // Several strings of one diff are one record: together they are its value.
    secret.value = Array(strings.joined(separator: "\n").utf8)
    secret.path = record["path"].text
    secret.commit = record["commitHash"].text
    secret.date = record["date"].text
    return secret.finding(draft)
  }

  private static func trufflehog3(_ record: JSONValue, _ draft: Draft) -> Finding {
    let rule = record["rule"]
    var secret = SecretRecord(
      rule: rule["id"].text ?? "unknown", title: rule["message"].text ?? "Secret",
      rating: labels.rating(rule["severity"].text))
    // In diffs the secret can begin with the mark of an added line.
    secret.value = Array((record["secret"].string ?? "").utf8)
    secret.path = record["path"].text
    secret.line = record["line"].integer
    secret.commit = record["commit"].text
    secret.author = record["author"].text
    secret.date = record["date"].text
    return secret.finding(draft)
  }
}

import FindingModel
import Foundation
import ReportReading

extension EvidenceReading {
  /// One JSON object for `secgate evidence add … --dry-run --format json`: the outcome, the
  /// numbers as the format states them, and the measurements that targets are held against.
  public var json: String {
    let text = { (texts: [String]) in JSONValue.array(texts.map(JSONValue.string)) }
    var members: [(String, JSONValue)] = [
      ("kind", .string(kind.rawValue)), ("format", .string(format)),
      ("outcome", .string(outcome.rawValue)), ("looked", .string(looked.rawValue)),
      ("numbers", numbers.value), ("measurements", measurements.value),
      ("failures", .array(failures.map(\.value))), ("problems", text(problems)),
      ("notes", text(notes)),
      ("advice", .object(JSONObject(advice.sorted { $0.key < $1.key }.map { ($0, .string($1)) }))),
    ]
    if let madeAt { members.append(("made_at", .string(madeAt.description))) }
    if let commit { members.append(("commit", .string(commit))) }
    if let toolVersion { members.append(("tool_version", .string(toolVersion))) }
    if let exitCode { members.append(("exit_code", .count(exitCode))) }
    members.append(("files", .array(files.map(\.value))))
    return JSONValue.object(JSONObject(members)).text(indent: 0) + "\n"
  }
}

extension EvidenceFailure {
  fileprivate var value: JSONValue {
    .object(
      JSONObject([
        ("kind", .string(kind.rawValue)), ("name", .string(name)), ("what", .string(what)),
      ]))
  }
}

extension EvidenceReading.File {
  fileprivate var value: JSONValue {
    .object(
      JSONObject([
        ("name", .string(name)), ("sha256", .string(digest)), ("format", .string(format)),
      ]))
  }
}

extension Measurements {
  /// As `Codable` writes them, the names of `secgate.report/1`.
  fileprivate var value: JSONValue {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    do {
      return try JSONReader.document(Array(encoder.encode(self)))
    } catch {
      // Only a value that JSON cannot hold gets here, and the adapters let none through.
      return .string("these measurements cannot be written as JSON: \(error)")
    }
  }
}

import FindingModel

/// The result of a scan as bytes: nothing of it is searched, joined or masked again.
struct FinishedResult: Sendable {
  /// A digest of everything that decides it.
  let key: String
  /// A digest of what decides its findings and suppressions.
  let findingsKey: String
  let result: SecretScanResult

  init(_ result: SecretScanResult, key: String, findingsKey: String) {
    (self.result, self.key, self.findingsKey) = (result, key, findingsKey)
  }

  /// Nil where reading them gives another result, so that nothing is lost on the way.
  func encoded() -> [UInt8]? {
    var writer = MemoryWriter()
    writer.text(key)
    writer.text(findingsKey)
    writer.scope(result.scope)
    writer.coverage(result.coverage)
    writer.list(result.findings) { $0.finding($1) }
    writer.list(result.suspects) { $0.finding($1) }
    writer.list(result.suppressions) { $0.suppression($1) }
    guard let read = FinishedResult(writer.bytes)?.result, read.scope == result.scope,
      read.coverage == result.coverage, read.findings == result.findings,
      read.suspects == result.suspects, read.suppressions == result.suppressions
    else { return nil }
    return writer.bytes
  }

  /// Nil where the bytes are not what `encoded` gives.
  init?(_ bytes: [UInt8]) {
    var reader = MemoryReader(bytes)
    do {
      key = try reader.text()
      findingsKey = try reader.text()
      var result = SecretScanResult(scope: try reader.scope())
      result.coverage = try reader.coverage()
      result.findings = try reader.list { try $0.finding() }
      result.suspects = try reader.list { try $0.finding() }
      result.suppressions = try reader.list { try $0.suppression() }
      guard reader.isAtEnd else { return nil }
      self.result = result
    } catch {
      return nil
    }
  }
}

import FindingModel
import Synchronization

/// Masks free text by searching it with the rules themselves: what the scan would report in a
/// path, an author or a reference's name is not shown there either.
struct MatchMasking {
  private let worker: any SecretMatchWorker

  init(_ matcher: any SecretMatcher) throws { worker = try matcher.makeWorker() }

  func mask(_ result: inout SecretScanResult) throws {
    let mask = CachedMask(worker)
    result.findings = result.findings.map { mask.masked($0) }
    result.suspects = result.suspects.map { mask.masked($0) }
    for index in result.suppressions.indices {
      result.suppressions[index].place = mask.text(result.suppressions[index].place)
    }
    for index in result.coverage.gaps.indices {
      let gap = result.coverage.gaps[index]
      result.coverage.gaps[index].subject = mask.text(gap.subject)
      result.coverage.gaps[index].detail = mask.text(gap.detail)
      result.coverage.gaps[index].path = gap.path.map(mask.text)
    }
    for index in result.coverage.skipped.indices {
      result.coverage.skipped[index].subject = mask.text(result.coverage.skipped[index].subject)
    }
    result.scope.name = mask.text(result.scope.name)
    result.scope.branch = result.scope.branch.map(mask.text)
    result.scope.range = result.scope.range.map(mask.text)
  }
}

/// The same authors and paths come again and again.
final class CachedMask {
  private let worker: any SecretMatchWorker
  private var known: [String: String] = [:]
  private var knownBytes = 0
  /// Texts of a large report are mostly new: more than this is forgotten and begun again.
  private static let mostBytes = 4 << 20

  init(_ worker: any SecretMatchWorker) { self.worker = worker }

  func masked(_ finding: Finding) -> Finding {
    var finding = finding
    for index in finding.locations.indices {
      let location = finding.locations[index]
      finding.locations[index].path = location.path.map(text)
      finding.locations[index].author = location.author.map(text)
      finding.locations[index].object = location.object.map(text)
    }
    return finding
  }

  func text(_ text: String) -> String {
    if let masked = known[text] { return masked }
    let masked = search(text)
    knownBytes += text.utf8.count + 64
    if knownBytes > Self.mostBytes {
      known.removeAll(keepingCapacity: true)
      knownBytes = text.utf8.count + 64
    }
    known[text] = masked
    return masked
  }

  func redacted(_ content: [UInt8]) -> [UInt8]? {
    guard let matches = try? worker.matches(in: content.span) else { return nil }
    var output = content
    for match in matches {
      guard match.isJudged else { return nil }
      for index in match.secret where output[index] != 0x0a { output[index] = 0x2a }
    }
    return output
  }

  private func search(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let matches = try? worker.matches(in: bytes.span) else { return "(masked)" }
    var parts: [(Range<Int>, String)] = []
    for match in matches {
      guard match.isJudged else { return "(masked)" }
      guard let secret = worker.assess(match, in: bytes.span, path: nil),
        secret.confidence > .low
      else { continue }
      parts.append((match.secret, secret.value.preview))
    }
    if parts.isEmpty { return text }
    var output: [UInt8] = []
    var position = 0
    for (range, preview) in parts.sorted(by: { $0.0.lowerBound < $1.0.lowerBound }) {
      if range.lowerBound >= position {
        output += bytes[position..<range.lowerBound]
        output += Array(preview.utf8)
      }
      position = max(position, range.upperBound)
    }
    return String(decoding: output + bytes[min(position, bytes.count)...], as: UTF8.self)
  }
}

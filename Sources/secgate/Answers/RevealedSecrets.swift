import ArgumentParser
import FindingModel
import GateEngine
import GateReporting
import GitHistory
import SecretScanning

/// The secrets themselves, for whoever sits at the terminal and asked for them.
struct RevealedSecrets {
  var project: Project
  var target: SecretScanOptions.Target
  var matcher: any SecretMatcher

  /// Larger contents are not read only to be shown.
  private static let largest = 64 << 20

  /// Neither a file nor a pipe nor a job's log ever gets them.
  static func check(_ global: GlobalOptions) throws {
    guard Console.isTerminal(.standardOutput), global.output == nil, global.format == .text,
      !FlagEnvironment().isCI
    else { throw ValidationError("--show-secrets works on a terminal only") }
  }

  func print(_ findings: [Finding]) throws {
    let worker = try matcher.makeWorker()
    for finding in findings where finding.category == .secret {
      let values = finding.locations.lazy.compactMap { value(finding, $0, worker) }
      let shown = values.first ?? "cannot be shown here: see its place with git"
      Console.print("\(finding.id)\n  \(shown)")
    }
    if !findings.isEmpty { Console.print("") }
  }

  /// What the finding's rule matches on its line.
  private func value(
    _ finding: Finding, _ location: Location, _ worker: any SecretMatchWorker
  ) -> String? {
    guard let line = location.line, let bytes = content(location),
      let matches = try? worker.matches(in: bytes.span)
    else { return nil }
    var (number, offset) = (1, 0)
    for match in matches where matcher.ruleID(match.rule) == finding.ruleID && match.isJudged {
      while offset < match.secret.lowerBound {
        if bytes[offset] == 0x0a { number += 1 }
        offset += 1
      }
      if number == line {
        return VisibleText.lines(String(decoding: bytes[match.secret], as: UTF8.self))
      }
    }
    return nil
  }

  private func content(_ location: Location) -> [UInt8]? {
    if case .input(let bytes, _) = target { return bytes }
    if let blob = location.blob.flatMap({ ObjectID($0) }), let layout = project.layout,
      let repository = try? project.open(layout)
    {
      return try? repository.contents(of: blob, .blob)
    }
    guard let path = location.path else { return nil }
    let root =
      switch target {
      case .directory(let folder): folder + "/"
      case .files: ""
      default: project.root + "/"
      }
    return try? SmallFile.bytes(
      Array((root + path).utf8), limit: Self.largest, followingLink: false)
  }
}

import FindingModel
import GateEngine
import GateReporting
import GitHistory
import SecretScanning

/// The lines around a finding, with every secret in them masked.
struct CodeAround {
  var project: Project
  var mask: SecretMask

  /// Lines above and below.
  private static let reach = 3
  /// Larger files are not read only to be shown.
  private static let largest = 4 << 20

  /// Ready to print; empty where the place has no text that can be shown.
  func lines(_ location: Location, width: Int) -> [String] {
    guard let path = location.path, let line = location.line, line > 0,
      let content = content(path, location), let shown = mask.redacted(content)
    else { return [] }
    let all = shown.split(separator: 0x0a, omittingEmptySubsequences: false)
    let last = min(all.count, (location.endLine ?? line) + Self.reach)
    guard line <= all.count else { return [] }
    let first = max(1, line - Self.reach)
    let digits = String(last).count
    return (first...max(first, last)).prefix(20).map { number in
      let text = String(decoding: all[number - 1], as: UTF8.self).replacing("\t", with: "  ")
      let mark = number == line ? ">" : " "
      let label = String(repeating: " ", count: digits - String(number).count) + String(number)
      return "  \(mark) \(label) │ " + String(VisibleText.make(text).prefix(max(20, width - 12)))
    }
  }

  /// From the commit that the finding names, else from the work tree.
  private func content(_ path: String, _ location: Location) -> [UInt8]? {
    if let layout = project.layout, let blob = location.blob.flatMap({ ObjectID($0) }),
      let repository = try? project.open(layout),
      let header = try? repository.header(of: blob), header.size <= Self.largest
    {
      return try? repository.contents(of: blob, .blob)
    }
    return try? SmallFile.bytes(
      Array("\(project.root)/\(path)".utf8), limit: Self.largest, followingLink: false)
  }
}

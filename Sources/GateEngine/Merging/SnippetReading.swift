import FindingModel

/// Reads the flagged lines where a report does not quote them.
struct SnippetReading {
  let source: (String) -> [UInt8]?
  private var files: [String: Lines?] = [:]
  /// Larger flagged regions are cut: identity needs no more.
  private static let mostLines = 200

  /// A file's text and where its lines begin.
  private struct Lines {
    var bytes: [UInt8]
    var starts: [Int]

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      starts = [0]
      for (index, byte) in bytes.enumerated() where byte == 0x0a { starts.append(index + 1) }
    }

    /// From 1; nil where the file is shorter.
    func text(_ lines: ClosedRange<Int>) -> ArraySlice<UInt8>? {
      guard lines.lowerBound <= starts.count else { return nil }
      let end = lines.upperBound < starts.count ? starts[lines.upperBound] : bytes.count
      return bytes[starts[lines.lowerBound - 1]..<end]
    }
  }

  init(source: @escaping (String) -> [UInt8]?) { self.source = source }

  /// Where the file cannot be read the line number stands for it, so that a decision never reaches
  /// code that nobody has seen.
  mutating func snippet(_ path: String, _ location: Location?) -> String {
    guard let line = location?.line, line > 0 else { return Fingerprint.snippet("") }
    if files[path] == nil { files[path] = .some(source(path).map(Lines.init)) }
    let furthest = line.addingReportingOverflow(Self.mostLines).partialValue
    let last = max(line, min(location?.endLine ?? line, furthest))
    guard let lines = files[path] ?? nil, let text = lines.text(line...last), !text.isEmpty else {
      return Fingerprint.snippet("line \(line)")
    }
    return Fingerprint.snippet(String(decoding: text, as: UTF8.self))
  }
}

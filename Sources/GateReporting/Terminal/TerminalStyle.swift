import FindingModel

/// Colours and widths of a terminal; without colour the same words stand alone.
public struct TerminalStyle: Sendable {
  public var color: Bool
  /// Columns; text is wrapped to it, paths and ids are not.
  public var width: Int

  public init(color: Bool, width: Int = 100) {
    self.color = color
    self.width = min(max(width, 40), 140)
  }

  enum Tone: String {
    case critical = "1;31"
    case high = "31"
    case medium = "33"
    case low = "36"
    case info = "2"
    case good = "1;32"
    case warn = "1;33"
    case bold = "1"
    case faint = "2;37"
    case link = "34"
  }

  func paint(_ text: String, _ tone: Tone) -> String {
    color ? "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// Words of `text` in lines of at most the width, each with the indent.
  func wrapped(_ text: String, indent: Int, first: String = "") -> [String] {
    let room = max(width - indent, 24)
    var lines: [String] = []
    var line = ""
    for word in (first + text).split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > room {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map { String(repeating: " ", count: indent) + $0 }
  }

  static func tone(of severity: Severity) -> Tone {
    switch severity {
    case .critical: .critical
    case .high: .high
    case .medium: .medium
    case .low: .low
    case .info: .info
    }
  }
}

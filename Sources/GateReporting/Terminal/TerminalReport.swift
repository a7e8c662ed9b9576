public import FindingModel

/// A judgement for a person at a terminal: the failing findings with place, origin and way out,
/// then what was looked at, then the verdict as the last thing on the screen.
public struct TerminalReport: Sendable {
  public var style: TerminalStyle
  /// How many findings are written out; the others are counted.
  public var limit: Int
  /// Whether findings that do not fail are written out too.
  public var all: Bool

  public init(style: TerminalStyle, limit: Int = 40, all: Bool = false) {
    self.style = style
    self.limit = limit
    self.all = all
  }

  public func render(_ outcome: GateOutcome) -> String {
    var lines = [""]
    let failing = outcome.findings.filter { $0.failing == true }
    let open = outcome.findings.filter { $0.failing != true && $0.state.isOpen }
    let shown = failing + (all || failing.isEmpty ? open : [])
    for finding in shown.prefix(limit) { lines += FindingBlock(style: style).lines(finding) + [""] }
    if shown.count > limit {
      lines.append("  … \(shown.count - limit) more: secgate findings list")
      lines.append("")
    }
    if let suspects = outcome.suspects, !suspects.isEmpty {
      lines.append(style.paint("  Suspects, below the confidence that counts", .bold))
      lines.append("")
      for finding in suspects.prefix(limit) {
        lines += FindingBlock(style: style).lines(finding) + [""]
      }
    }
    lines += conditionLines(outcome)
    lines += summaryLines(outcome, hidden: all || failing.isEmpty ? 0 : open.count)
    lines += reasonLines(outcome)
    // Only what was recorded can be decided.
    if !failing.isEmpty, outcome.runs != nil { lines += nextLines + [""] }
    lines.append(verdictLine(outcome))
    lines.append("")
    return lines.joined(separator: "\n")
  }

  /// The findings alone, each written out.
  public func renderFindings(_ outcome: GateOutcome) -> String {
    let blocks = outcome.findings.map {
      FindingBlock(style: style).lines($0).joined(separator: "\n")
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func conditionLines(_ outcome: GateOutcome) -> [String] {
    guard !outcome.conditions.isEmpty else { return [] }
    let width = outcome.conditions.map(\.check.count).max() ?? 0
    return outcome.conditions.map { condition in
      let (mark, tone): (String, TerminalStyle.Tone) =
        switch condition.status {
        case .pass: ("pass       ", .good)
        case .fail: ("FAIL       ", .critical)
        case .incomplete: ("INCOMPLETE ", .warn)
        case .notDone: ("NOT DONE   ", .warn)
        case .waived: ("waived     ", .warn)
        }
      let name = condition.check.padded(to: width)
      return "  " + style.paint(mark, tone) + " " + VisibleText.make(name) + "  "
        + VisibleText.make(condition.result)
    } + [""]
  }

  private func summaryLines(_ outcome: GateOutcome, hidden: Int) -> [String] {
    var lines: [String] = []
    for run in outcome.runs ?? [] where run.tool != "secgate" {
      let words = [run.tool, run.version ?? "", run.target ?? ""].filter { !$0.isEmpty }
      let answer = run.outcome == .broken ? "broken" : "\(Numbers.grouped(run.count)) found"
      let about = run.problems.first.map { ": " + $0 } ?? ""
      lines += style.wrapped(
        VisibleText.make("\(words.joined(separator: " ")): \(answer)\(about)"), indent: 2)
    }
    if let coverage = outcome.coverage { lines.append("  " + coverageLine(coverage)) }
    let counts = Severity.allCases.compactMap { severity -> String? in
      let count = outcome.findings.count { $0.counted == severity && $0.state != .fixed }
      return count == 0 ? nil : "\(Numbers.grouped(count)) \(severity.rawValue)"
    }
    if !counts.isEmpty {
      let decided = outcome.findings.count { !$0.state.isOpen && $0.state != .fixed }
      var line = "  Found: " + counts.joined(separator: ", ")
      if decided > 0 { line += "; \(Numbers.grouped(decided)) decided" }
      if hidden > 0 { line += "; \(Numbers.grouped(hidden)) that do not fail: -v shows them" }
      lines.append(line)
    }
    if let suspects = outcome.coverage?.suspects, suspects > 0, outcome.suspects == nil {
      lines.append("  Suspects: \(Numbers.grouped(suspects)): --suspects shows them")
    }
    return lines + (lines.isEmpty ? [] : [""])
  }

  private func coverageLine(_ coverage: Coverage) -> String {
    var parts: [String] = []
    for (count, one, many) in [
      (coverage.commits, "commit", "commits"), (coverage.tags, "tag", "tags"),
      (coverage.blobs, "blob", "blobs"), (coverage.files, "file", "files"),
    ] where count > 0 {
      parts.append("\(Numbers.grouped(count)) \(count == 1 ? one : many)")
    }
    if parts.isEmpty { parts = ["nothing"] }
    return "Searched: \(parts.joined(separator: ", ")); \(Numbers.bytes(coverage.bytes)); "
      + "\(Numbers.grouped(coverage.rules)) rules"
  }

  private func reasonLines(_ outcome: GateOutcome) -> [String] {
    var lines: [String] = []
    for reason in outcome.reasons {
      let (word, tone): (String, TerminalStyle.Tone) =
        switch reason.kind {
        case .fail: ("fail: ", .critical)
        case .incomplete: ("incomplete: ", .warn)
        case .notice: ("note: ", .faint)
        }
      let wrapped = style.wrapped(VisibleText.make(reason.text), indent: 2, first: word)
      lines += wrapped.prefix(1).map { line in
        "  " + style.paint(word.trimmingSuffixSpace, tone) + line.dropFirst(1 + word.count)
      }
      lines += wrapped.dropFirst()
    }
    return lines + (lines.isEmpty ? [] : [""])
  }

  private var nextLines: [String] {
    style.wrapped(
      "fix them, or decide: secgate review walks through them, secgate accept and secgate "
        + "false-positive take their ids.", indent: 2, first: "next: ")
  }

  private func verdictLine(_ outcome: GateOutcome) -> String {
    let tone: TerminalStyle.Tone =
      switch outcome.verdict {
      case .pass: .good
      case .fail: .critical
      case .incomplete: .warn
      }
    return "  " + style.paint(VisibleText.make(outcome.headline), tone)
  }
}

extension String {
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  fileprivate var trimmingSuffixSpace: String { hasSuffix(" ") ? String(dropLast()) : self }
}

import BaselineStore
import FindingModel
import Foundation
import GateEngine
import GateReporting

/// One review: where it stands, and what can be undone.
struct ReviewWalk {
  private let findings: [Finding]
  private let desk: DecisionDesk
  private let terminal: RawTerminal
  private let style: TerminalStyle
  private var owner: String
  private var index = 0
  /// Indices of what was decided in this review, in order.
  private var decided: [Int] = []
  private var note = ""

  init(
    findings: [Finding], desk: DecisionDesk, terminal: RawTerminal, style: TerminalStyle,
    owner: String
  ) {
    self.findings = findings
    self.desk = desk
    self.terminal = terminal
    self.style = style
    self.owner = owner
  }

  mutating func run() {
    while index < findings.count {
      show(findings[index])
      switch terminal.key() {
      case "a": decide(.acceptedRisk)
      case "m": decide(.mitigated)
      case "f": decide(.falsePositive)
      case "s", "n", " ": index += 1
      case "b": index = max(0, index - 1)
      case "u": undo()
      case "q", nil: index = findings.count
      default: note = "no such key"
      }
    }
    let left = findings.count - Set(decided).count
    Console.print("\n  \(decided.count) decided, \(left) open")
    guard !decided.isEmpty else { return }
    let folder =
      desk.setup.baselineFolder.name
      ?? desk.setup.baselineFolder.url.path(percentEncoded: false)
    Console.print(
      "  review and commit \(VisibleText.make(folder)); secgate gate judges again")
  }

  private mutating func show(_ finding: Finding) {
    var shown = GateOutcome(verdict: .fail, headline: "", scope: Scope(kind: "history", name: ""))
    shown.findings = [finding]
    var text = "\u{1B}[2J\u{1B}[H"
    let mark = decided.contains(index) ? ", decided" : ""
    text += "  Finding \(index + 1) of \(findings.count)\(mark)\n\n"
    text += TerminalReport(style: style, all: true).renderFindings(shown) + "\n"
    let around = CodeAround(project: desk.setup.project, mask: desk.mask)
    let width = style.width
    let lines = finding.locations.prefix(10).lazy.map { around.lines($0, width: width) }
      .first { !$0.isEmpty }
    if let lines { text += lines.map { $0 + "\n" }.joined() + "\n" }
    if !note.isEmpty { text += "  \(VisibleText.lines(note))\n" }
    text += "  a accept   m mitigated   f false positive   s skip   b back   u undo   q quit\n"
    Console.write(text, to: .standardOutput)
    note = ""
  }

  private mutating func decide(_ kind: Decision.Kind) {
    guard !decided.contains(index) else {
      note = "decided already: u takes the last decision back"
      return
    }
    guard let words = words(kind) else { return }
    do {
      let decision = try DecisionDesk.worded { () throws(DecisionRefusal) in
        try desk.making.decide(kind, on: findings[index], words)
      }
      try desk.decide([decision])
    } catch let failure as CommandFailure {
      note = failure.message
      return
    } catch {
      note = "nothing was decided: \(error)"
      return
    }
    owner = words.owner
    decided.append(index)
    index += 1
  }

  /// Nil, with the reason noted, where something was left empty.
  private mutating func words(_ kind: Decision.Kind) -> DecisionWords? {
    guard let reason = terminal.line("Why"), !reason.isEmpty,
      let owner = terminal.line("Owner", standard: self.owner), !owner.isEmpty
    else {
      note = "nothing was decided: a decision says why, and who answers for it"
      return nil
    }
    var words = DecisionWords(reason: reason, owner: owner)
    if let approver = terminal.line("Approver (empty: none)"), !approver.isEmpty {
      words.approver = approver
    }
    if kind == .falsePositive { return words }
    guard let text = terminal.line("Until, YYYY-MM-DD"), let day = Day(text) else {
      note = "nothing was decided: an accepted risk has a last day"
      return nil
    }
    words.expires = day
    return words
  }

  private mutating func undo() {
    guard let last = decided.last else {
      note = "nothing to undo in this review"
      return
    }
    do {
      try desk.withdraw([findings[last].id])
      decided.removeLast()
      index = last
    } catch {
      note = "could not be undone: \((error as? CommandFailure)?.message ?? "\(error)")"
    }
  }
}

import FindingModel

/// The reasons of a verdict in order, each once, with the few words that a headline has room for.
struct ReasonList {
  private(set) var all: [Reason] = []
  /// Of incomplete ones, for the headline.
  private(set) var short: [String] = []

  mutating func fail(_ code: String, _ text: String, findings: [String], check: String? = nil) {
    append(Reason(kind: .fail, code: code, text: text, findings: findings, check: check))
  }

  mutating func incomplete(_ code: String, _ text: String, short: String, check: String? = nil) {
    let reason = Reason(kind: .incomplete, code: code, text: text, check: check)
    guard !all.contains(reason) else { return }
    append(reason)
    if !self.short.contains(short) { self.short.append(short) }
  }

  mutating func notice(_ code: String, _ text: String, check: String? = nil) {
    append(Reason(kind: .notice, code: code, text: text, check: check))
  }

  private mutating func append(_ reason: Reason) {
    if !all.contains(reason) { all.append(reason) }
  }

  var isIncomplete: Bool { all.contains { $0.kind == .incomplete } }
}

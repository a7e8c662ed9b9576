import FindingModel

/// Findings of other tools about the same line with the same weakness: each counts for itself, and
/// a reader must see that they are probably one flaw.
extension PageContext {
  /// Links that are written for one finding.
  private static var mostRelated: Int { 4 }

  func hasRelated(_ finding: Finding) -> Bool {
    finding.related?.contains { facts.related[$0] != nil } ?? false
  }

  /// The other tools, each a link to its own finding.
  func related(_ finding: Finding) {
    let others = (finding.related ?? []).compactMap { id in
      facts.related[id].map { (id: id, tools: $0) }
    }
    for (index, other) in others.prefix(Self.mostRelated).enumerated() {
      if index > 0 { html.text(", ") }
      row(other.id, text: other.tools)
    }
    if others.count > Self.mostRelated {
      html.text(" and \(Numbers.grouped(others.count - Self.mostRelated)) more")
    }
  }
}

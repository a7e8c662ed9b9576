import FindingModel

/// One finding on a terminal: what, where, since when, how to fix.
struct FindingBlock {
  let style: TerminalStyle
  /// More places than this are counted.
  private let places = 3

  init(style: TerminalStyle) { self.style = style }

  func lines(_ finding: Finding) -> [String] {
    let severity = finding.counted.rawValue.uppercased()
    var head = "  " + style.paint(severity.padded(to: 8), TerminalStyle.tone(of: finding.counted))
    head += " " + style.paint(VisibleText.make(finding.title), .bold)
    if let preview = finding.preview { head += "  " + VisibleText.make(preview) }
    var lines = [head]
    for location in finding.locations.prefix(places) { lines += place(location, finding) }
    if finding.locations.count > places {
      lines.append(
        indent + style.paint("and \(finding.locations.count - places) more places", .faint))
    }
    if let package = finding.package {
      let fixed =
        package.fixedIn.isEmpty
        ? "no fix known" : "fixed in " + package.fixedIn.joined(separator: ", ")
      lines.append(
        indent + VisibleText.make("\(package.name) \(package.installed ?? ""): \(fixed)"))
    }
    if finding.state != .new || finding.stateReason != nil {
      let reason = finding.stateReason.map { ": " + $0 } ?? ""
      lines += style.wrapped(
        VisibleText.make(finding.state.rawValue.replacing("_", with: " ") + reason), indent: 11)
    }
    if let remediation = finding.remediation {
      lines += style.wrapped(VisibleText.make(remediation), indent: 11, first: "Fix: ")
    }
    let tools = Set(finding.witnesses.map(\.tool)).subtracting(["secgate"]).sorted()
    var last = finding.id
    if !tools.isEmpty { last += "  seen by " + tools.joined(separator: ", ") }
    lines.append(indent + style.paint(VisibleText.make(last), .faint))
    if let related = finding.related, !related.isEmpty {
      let words = "same line and weakness: " + related.joined(separator: ", ")
      lines.append(indent + style.paint(VisibleText.make(words), .faint))
    }
    return lines
  }

  private let indent = String(repeating: " ", count: 11)

  private func place(_ location: Location, _ finding: Finding) -> [String] {
    var place =
      location.path ?? location.url ?? location.image ?? location.object ?? location.manifest ?? ""
    if let line = location.line { place += ":\(line)" }
    if let parameter = location.parameter { place += " (\(parameter))" }
    if let object = location.object, location.path != nil { place += "  \(object)" }
    if let exposure = location.exposure, exposure != .head || finding.category == .secret {
      place += "  " + words(exposure)
    }
    var lines = [indent + VisibleText.make(place)]
    if let commit = location.commit {
      let parts = [
        String(commit.prefix(10)), location.date.map { String($0.prefix(10)) }, location.author,
      ].compactMap { $0 }
      lines.append(
        indent + style.paint(VisibleText.make("since " + parts.joined(separator: "  ")), .faint))
    }
    return lines
  }

  private func words(_ exposure: Exposure) -> String {
    switch exposure {
    case .head: "at HEAD"
    case .refs: "in history"
    case .worktree: "in the work tree"
    case .unreachable: "in no branch or tag"
    }
  }
}

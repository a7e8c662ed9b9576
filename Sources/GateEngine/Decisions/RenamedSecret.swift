import FindingModel

/// Decisions on secrets whose identity holds the path, carried over to the file's new name: the old
/// place is left in history only, git tells that its file became this one, and both say the same of
/// the value. Whatever is not one to one stays new.
struct RenamedSecret {
  private let findings: [Finding]
  /// By the beginning of the id: the few bits of the value.
  private var inHead: [String: [Int]] = [:]

  init(_ findings: [Finding], isDecided: (String) -> Bool) {
    self.findings = findings
    for index in findings.indices {
      guard let bits = Self.bits(findings[index].id), !isDecided(findings[index].id),
        Self.stands(findings[index]), Self.path(findings[index]) != nil
      else { continue }
      inHead[bits, default: []].append(index)
    }
  }

  var isEmpty: Bool { inHead.isEmpty }

  /// Whether a decision may have to move: its finding stands in no file of today.
  static func isLeft(_ finding: Finding) -> Bool {
    bits(finding.id) != nil && !stands(finding) && path(finding) != nil
  }

  /// The decision of each finding that has one under its file's old name, by the finding's id.
  ///
  /// - Parameters:
  ///   - left: findings with their decision, for which ``isLeft(_:)`` holds.
  ///   - renames: old paths by new ones since the decisions were brought in.
  func moved(_ left: [(finding: Finding, decision: Decision)], renames: [String: String])
    -> [String: Decision]
  {
    var claims: [Int: [Decision]] = [:]
    for (old, decision) in left {
      let heirs = (Self.bits(old.id).flatMap { inHead[$0] } ?? []).filter { index in
        let new = findings[index]
        return Self.path(new).flatMap { renames[$0] } == Self.path(old)
          && new.ruleID == old.ruleID && new.preview == old.preview && new.preview != nil
      }
      // Two in the new file may be a second one beside the decided one.
      guard heirs.count == 1 else { continue }
      claims[heirs[0], default: []].append(decision)
    }
    var moved: [String: Decision] = [:]
    for (index, decisions) in claims where decisions.count == 1 {
      moved[findings[index].id] = decisions[0]
    }
    return moved
  }

  /// `sg1:pw:` with the bits of the value; nil for other identities.
  private static func bits(_ id: String) -> String? {
    guard id.hasPrefix("sg1:pw:"), let end = id.firstIndex(of: "-") else { return nil }
    return String(id[..<end])
  }

  /// In a file of the judged tree or of the work tree.
  private static func stands(_ finding: Finding) -> Bool {
    finding.exposure == .head || finding.exposure == .worktree
  }

  /// The one path of all its places.
  private static func path(_ finding: Finding) -> String? {
    guard let first = finding.locations.first?.path,
      finding.locations.allSatisfy({ $0.path == first })
    else { return nil }
    return first
  }
}

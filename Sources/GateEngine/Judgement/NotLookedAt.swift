import FindingModel
import ScannerRunner

/// A tool that applies here and did not run.
public struct NotLookedAt: Sendable, Hashable {
  public var tool: String
  /// Why, and what to do; it may begin with the tool's name.
  public var reason: String
  /// The configuration demands it (`enabled = true`), so that its absence is INCOMPLETE.
  public var isDemanded: Bool

  public init(tool: String, reason: String, isDemanded: Bool = false) {
    self.tool = tool
    self.reason = reason
    self.isDemanded = isDemanded
  }

  /// For people: the reason under the tool's name, once.
  var words: String { reason.hasPrefix(tool + " ") ? reason : "\(tool): \(reason)" }
}

extension Judgement {
  /// Tools that apply here and of which nothing is known, nor of one that would do in their place.
  var missingTools: [NotLookedAt] {
    let covered = Set(current.map(\.evidence.tool))
    let answered = Set(answers.filter { $0.lacks.isEmpty }.flatMap(\.requirement.anyOf))
    return input.notLookedAt.filter { missing in
      !covered.contains(missing.tool) && !answered.contains(missing.tool)
        && covered.isDisjoint(with: ToolCatalog.alternatives(to: missing.tool))
    }
  }
}

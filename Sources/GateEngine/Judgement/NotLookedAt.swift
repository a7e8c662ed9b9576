/// A tool that applies here and did not run.
public struct NotLookedAt: Sendable, Hashable {
  public var tool: String
  /// Why, and what to do: "is not installed: pipx install pip-audit".
  public var reason: String
  /// The configuration demands it (`enabled = true`), so that its absence is INCOMPLETE.
  public var isDemanded: Bool

  public init(tool: String, reason: String, isDemanded: Bool = false) {
    self.tool = tool
    self.reason = reason
    self.isDemanded = isDemanded
  }
}

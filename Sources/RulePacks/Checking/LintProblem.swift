/// One thing that is wrong with a rule, found without searching anything real.
public struct LintProblem: Sendable, Hashable, Codable, CustomStringConvertible {
  public var pack: String
  public var rule: String
  public var problem: String

  public init(pack: String, rule: String, problem: String) {
    self.pack = pack
    self.rule = rule
    self.problem = problem
  }

  public var description: String { "\(pack): rule \(rule): \(problem)" }
}

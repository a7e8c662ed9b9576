/// How the author wrote the pattern of a rule.
public enum RuleForm: String, Sendable, Hashable, Codable {
  case pattern
  /// Names, an operator of assignment, a value.
  case assignment
  /// A word at most so many bytes before a value.
  case nearby
}

/// How a ``RulePackMatcher`` is put together.
public struct MatcherOptions: Sendable, Hashable {
  /// Ids of rules that are left out.
  public var disabled: Set<String>
  /// Search encoded text too: base64, hexadecimal, percent, escapes, UTF-16.
  public var decodes: Bool
  /// Compile every pattern at once; built-in rules were checked when they were built in.
  public var validates: Bool
  /// Judge everywhere as if the path suited the rule; for examples, which have no path.
  var ignoresPaths = false

  public init(disabled: Set<String> = [], decodes: Bool = true, validates: Bool = false) {
    self.disabled = disabled
    self.decodes = decodes
    self.validates = validates
  }
}

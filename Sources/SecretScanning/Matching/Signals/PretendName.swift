/// Names that say of their own values that these are none: `FAKE_API_KEY`, `dummyToken`,
/// `wrongPassword`, `nonMatchingKey`.
enum PretendName {
  private static let words: Set<String> = [
    "fake", "dummy", "mock", "mocked", "example", "sample", "placeholder", "bogus", "invalid",
    "wrong", "bad", "incorrect", "malformed", "nonexistent", "nonexisting", "nonmatching",
    "mismatched", "mismatching", "unmatched",
  ]

  /// What turns the next word into its opposite, and the words that are turned so.
  private static let negations: Set<String> = ["non", "not", "no", "un"]
  private static let negated: Set<String> = [
    "matching", "matched", "match", "valid", "existent", "existing", "real", "correct",
  ]

  /// The word, nil where the name says nothing of the kind; hosts and paths are no names.
  static func word(in name: String) -> String? {
    if name.contains(".") { return nil }
    let parts = parts(of: name)
    if let word = parts.first(where: words.contains) { return word }
    return zip(parts, parts.dropFirst()).first {
      negations.contains($0) && negated.contains($1)
    }.map { "\($0) \($1)" }
  }

  /// Words in lower case, cut at marks, digits and where a capital follows a small letter.
  private static func parts(of name: String) -> [String] {
    var parts = [""]
    var isAfterSmall = false
    for character in name {
      if !character.isLetter || (character.isUppercase && isAfterSmall) { parts.append("") }
      if character.isLetter { parts[parts.count - 1] += character.lowercased() }
      isAfterSmall = character.isLowercase
    }
    return parts.filter { !$0.isEmpty }
  }
}

/// Names that say of their own values that these are none: `FAKE_API_KEY`, `dummyToken`.
enum PretendName {
  private static let words: Set<String> = [
    "fake", "dummy", "mock", "mocked", "example", "sample", "placeholder", "bogus", "invalid",
  ]

  /// The word, nil where the name says nothing of the kind; hosts and paths are no names.
  static func word(in name: String) -> String? {
    if name.contains(".") { return nil }
    return parts(of: name).first { words.contains($0) }
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
    return parts
  }
}

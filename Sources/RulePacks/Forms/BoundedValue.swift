/// A value that stands for itself: no part of a longer word, path or number.
enum BoundedValue {
  static func pattern(_ value: String) -> String {
    #"(?:(?<![A-Za-z0-9])|(?<=%3[ADad]|%2[02]))"# + "(\(nonCapturing(value)))"
      + #"(?![\w+/=-]|[.!^*~]\w|\?\w(?!\w{0,24}=))"#
  }

  /// The same pattern with its groups not capturing, so that the secret is group 1.
  static func nonCapturing(_ pattern: String) -> String {
    var output = ""
    var isEscaped = false
    // Where a class began: `]` right behind its start is a member.
    var classStart: Int?
    let characters = Array(pattern)
    for (index, character) in characters.enumerated() {
      output.append(character)
      if isEscaped {
        isEscaped = false
        continue
      }
      switch character {
      case "\\": isEscaped = true
      case "[" where classStart == nil:
        classStart =
          index + 1 < characters.count && characters[index + 1] == "^" ? index + 1 : index
      case "]" where classStart.map { index > $0 + 1 } ?? false: classStart = nil
      case "(" where classStart == nil:
        if index + 1 < characters.count, characters[index + 1] != "?", characters[index + 1] != "*"
        {
          output += "?:"
        }
      default: break
      }
    }
    return output
  }
}

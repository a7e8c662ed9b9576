/// Turns RE2 syntax into PCRE2's for bytes. They agree but for a few places; RE2's grammar:
/// github.com/google/re2/wiki/Syntax.
enum RE2Translation {
  struct Result {
    var pattern: String
    /// What could not be kept, for people.
    var differences: [String] = []
  }

  static func translate(_ text: String) -> Result {
    var result = Result(pattern: "")
    let characters = Array(text)
    // `$` means the very end unless the m flag is on; with it both agree.
    let isMultiline = hasMultilineFlag(text)
    var classStart: Int?
    var index = 0
    while index < characters.count {
      let character = characters[index]
      if character == "\\", index + 1 < characters.count {
        index += escape(characters, at: index, isInClass: classStart != nil, &result)
        continue
      }
      if character == "[", classStart == nil {
        classStart =
          index + 1 < characters.count && characters[index + 1] == "^" ? index + 1 : index
      } else if character == "]", let start = classStart, index > start + 1 {
        classStart = nil
      }
      if !character.isASCII, classStart != nil {
        result.differences.append("\(character) in a class is matched as its bytes")
      }
      if character == "$", classStart == nil, !isMultiline {
        result.pattern += #"\z"#
      } else {
        result.pattern.append(character)
      }
      index += 1
    }
    result.differences = Array(Set(result.differences)).sorted()
    return result
  }

  /// Writes an escape and returns its length.
  private static func escape(
    _ characters: [Character], at index: Int, isInClass: Bool, _ result: inout Result
  ) -> Int {
    let kind = characters[index + 1]
    switch kind {
    case "p", "P":
      result.differences.append(#"\p is matched byte by byte, as Latin-1"#)
    case "s" where !isInClass:
      result.pattern += #"[\t\n\f\r ]"#
      return 2
    case "x" where index + 2 < characters.count && characters[index + 2] == "{":
      guard let close = characters[index...].firstIndex(of: "}"),
        let code = UInt32(String(characters[(index + 3)..<close]), radix: 16),
        let scalar = Unicode.Scalar(code), code > 0x7f
      else { break }
      result.pattern += isInClass ? "" : "(?:"
      result.pattern += Array(String(Character(scalar)).utf8).map { byte in
        let hex = String(byte, radix: 16)
        return #"\x"# + String(repeating: "0", count: 2 - hex.count) + hex
      }.joined()
      result.pattern += isInClass ? "" : ")"
      if isInClass {
        result.differences.append("a character beyond ASCII in a class is matched as its bytes")
      }
      return close - index + 1
    case "Q":
      // Taken as it stands up to \E.
      var end = index + 2
      while end < characters.count,
        !(characters[end] == "\\" && end + 1 < characters.count && characters[end + 1] == "E")
      {
        end += 1
      }
      let length = min(end + 2, characters.count) - index
      result.pattern += String(characters[index..<index + length])
      return length
    default: break
    }
    result.pattern += String(characters[index...index + 1])
    return 2
  }

  private static func hasMultilineFlag(_ text: String) -> Bool {
    var rest = text[...]
    while let start = rest.firstIndex(of: "(") {
      rest = rest[rest.index(after: start)...]
      guard rest.first == "?" else { continue }
      let flags = rest.dropFirst().prefix { $0.isLetter }
      if flags.contains("m") { return true }
    }
    return false
  }
}

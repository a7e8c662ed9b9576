/// The left-hand side of the assignment that a secret stands in, for the native scan and for
/// reports of other tools alike: it is part of the identity of values that a person may have chosen.
public enum AssignmentName {
  /// Bytes before the value that are looked at.
  public static let farthest = 96

  /// Empty where nothing is assigned.
  ///
  /// - Parameter start: of the secret's value within the content.
  public static func before(_ start: Int, in content: Span<UInt8>) -> String {
    guard start <= content.count else { return "" }
    var index = start
    let limit = max(0, start - farthest)
    var hasOperator = false
    // Back over quotes, blanks and the operator.
    while index > limit, !isName(content[index - 1]) {
      let byte = content[index - 1]
      if byte == 0x0a, hasOperator { break }
      if [0x3d, 0x3a, 0x2c, 0x28, 0x3e, 0x20].contains(byte) { hasOperator = true }
      index -= 1
    }
    let end = index
    while index > limit, isName(content[index - 1]) { index -= 1 }
    guard hasOperator, index < end else { return "" }
    return String(decoding: (index..<end).map { content[$0] }, as: UTF8.self)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
      || byte == 0x5f || byte == 0x2d || byte == 0x2e
  }
}

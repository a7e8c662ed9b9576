/// Text of foreign origin for a terminal: control and bidirectional characters become visible, so
/// that no file name or message can move the cursor, hide text or recolour a verdict.
public enum VisibleText {
  public static func make(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: InvisibleText.contains) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if InvisibleText.contains(scalar) {
        result += InvisibleText.shown(scalar)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

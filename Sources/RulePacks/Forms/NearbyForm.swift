/// Writes the pattern of a value that a word stands before, whatever is between them.
public enum NearbyForm {
  /// Farther away a word says nothing about a value.
  public static let farthest = 256

  public static func pattern(words: String, value: String, within: Int) -> String {
    let between = #"[\s\S]{0,"# + String(min(max(within, 1), farthest)) + "}?"
    return "(?i:\(BoundedValue.nonCapturing(words)))" + between + BoundedValue.pattern(value)
  }
}

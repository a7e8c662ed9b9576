/// Examples as they are searched: `{~}`, which keeps the pack free of secrets, is taken out.
public enum ExampleText {
  public static let marker = "{~}"

  public static func unmarked(_ example: String) -> String {
    var bytes: [UInt8] = []
    let source = Array(example.utf8)
    let marker = Array(marker.utf8)
    var index = 0
    while index < source.count {
      if source[index...].starts(with: marker) {
        index += marker.count
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

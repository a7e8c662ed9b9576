import FindingModel

/// Takes a known secret out of the texts of its own record.
struct SecretScrub {
  /// Fewer bytes than this give nothing away.
  private static let window = 6
  /// More of a key than any sentence would hold.
  private static let mostBytes = 1 << 14

  private let value: [UInt8]
  private let preview: String
  private let windows: Set<ArraySlice<UInt8>>

  init(_ secret: SecretValue) {
    preview = secret.preview
    value = secret.withBytes { Array($0.dropFirst(secret.publicPrefix).prefix(Self.mostBytes)) }
    var windows: Set<ArraySlice<UInt8>> = []
    if value.count >= Self.window {
      for start in 0...(value.count - Self.window) {
        windows.insert(value[start..<(start + Self.window)])
      }
    }
    self.windows = windows
  }

  /// The text with every run of 6 or more bytes of the secret replaced by its preview; the whole
  /// of a shorter one.
  func scrubbed(_ text: String) -> String {
    guard !value.isEmpty else { return text }
    if value.count < Self.window {
      return value.count < 4
        ? text : text.replacing(String(decoding: value, as: UTF8.self), with: preview)
    }
    let bytes = Array(text.utf8)
    guard bytes.count >= Self.window else { return text }
    var result: [UInt8] = []
    var position = 0
    var changed = false
    while position < bytes.count {
      guard position + Self.window <= bytes.count,
        windows.contains(bytes[position..<(position + Self.window)])
      else {
        result.append(bytes[position])
        position += 1
        continue
      }
      var end = position + Self.window
      while end < bytes.count, windows.contains(bytes[(end - Self.window + 1)...end]) { end += 1 }
      result.append(contentsOf: preview.utf8)
      position = end
      changed = true
    }
    return changed ? String(decoding: result, as: UTF8.self) : text
  }
}

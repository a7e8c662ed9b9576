import FindingModel

/// Takes a known secret out of the texts of its own record.
struct SecretScrub {
  /// Fewer bytes than this give nothing away.
  private static let window = 6
  /// More of a key than any sentence would hold.
  private static let mostBytes = 1 << 14

  private let value: [UInt8]
  private let preview: String
  /// Each run of `window` bytes of the secret, packed into a number.
  private let windows: Set<UInt64>

  init(_ secret: SecretValue) {
    preview = secret.preview
    value = secret.withBytes { Array($0.dropFirst(secret.publicPrefix).prefix(Self.mostBytes)) }
    windows = Set(Self.packed(value))
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
    let runs = Self.packed(bytes).map(windows.contains)
    guard runs.contains(true) else { return text }
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      guard position < runs.count, runs[position] else {
        result.append(bytes[position])
        position += 1
        continue
      }
      while position + 1 < runs.count, runs[position + 1] { position += 1 }
      position += Self.window
      result.append(contentsOf: preview.utf8)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The run of `window` bytes at each position, as a number of 48 bits.
  private static func packed(_ bytes: [UInt8]) -> [UInt64] {
    guard bytes.count >= window else { return [] }
    var runs: [UInt64] = []
    runs.reserveCapacity(bytes.count - window + 1)
    var run: UInt64 = 0
    for (index, byte) in bytes.enumerated() {
      run = (run << 8 | UInt64(byte)) & 0xffff_ffff_ffff
      if index >= window - 1 { runs.append(run) }
    }
    return runs
  }
}

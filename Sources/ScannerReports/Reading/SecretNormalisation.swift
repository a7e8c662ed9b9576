import FindingModel

/// The form of a secret's value that its identity is computed from: the same as the native scan's.
enum SecretNormalisation {
  private static let armor = Array("-----BEGIN ".utf8)
  private static let putty = Array("PuTTY-User-Key-File".utf8)

  /// Keys that decode as their decoded bytes, anything else as it is without white space at its
  /// ends.
  static func normalised(_ value: [UInt8]) -> [UInt8] {
    let key: DecodedKey? =
      if contains(armor, in: value) {
        KeyArmor.outcome(value)
      } else if contains(putty, in: value) {
        PuttyKey.outcome(value)
      } else {
        nil
      }
    if case .decodes(_, let bytes) = key { return bytes }
    return trimmed(value)
  }

  private static func contains(_ mark: [UInt8], in value: [UInt8]) -> Bool {
    guard value.count >= mark.count else { return false }
    return value.indices.dropLast(mark.count - 1).contains { start in
      value[start] == mark[0] && value[start...].starts(with: mark)
    }
  }

  private static func trimmed(_ value: [UInt8]) -> [UInt8] {
    let start = value.firstIndex { $0 > 0x20 } ?? value.endIndex
    let end = value.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
    return Array(value[start..<end])
  }
}

/// The account number that an access key id holds: 40 bits behind the first of the decoded part.
enum AWSAccessKeyID {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

  static func outcome(_ id: [UInt8]) -> StructureCheck.Outcome {
    guard id.count >= 20 else { return .broken("is too short") }
    var value: UInt64 = 0
    // Ten characters are 50 bits, of which the account takes bits 1 to 40.
    for byte in id[4..<14] {
      guard let digit = alphabet.firstIndex(of: byte) else {
        return .broken("holds a character that no access key id has")
      }
      value = value << 5 | UInt64(digit)
    }
    guard id[4..<20].allSatisfy({ alphabet.contains($0) }) else {
      return .broken("holds a character that no access key id has")
    }
    let account = (value >> 2 & 0x7fff_ffff_ff80) >> 7
    let text = String(account)
    guard text.count <= 12, account > 0 else {
      return .decodes(note: "is of an age that holds no account number", bytes: nil)
    }
    let padded = String(repeating: "0", count: 12 - text.count) + text
    return .decodes(note: "holds the account number \(padded)", bytes: nil)
  }
}

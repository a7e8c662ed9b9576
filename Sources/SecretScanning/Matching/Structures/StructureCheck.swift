import FindingModel
import Foundation
import RulePacks

/// What a secret decodes to.
enum StructureCheck {
  enum Outcome: Equatable {
    /// - Parameters:
    ///   - note: for people.
    ///   - bytes: the decoded key, where that is its identity.
    case decodes(note: String, bytes: [UInt8]?)
    case broken(String)
  }

  static func outcome(_ kind: StructureKind, _ secret: [UInt8]) -> Outcome {
    switch kind {
    case .jwt: jwt(secret)
    case .pem, .openssh: outcome(KeyArmor.outcome(secret))
    case .ppk: outcome(PuttyKey.outcome(secret))
    case .json: isJSON(secret) ? .decodes(note: "is JSON", bytes: nil) : .broken("is no JSON")
    case .base64JSON: base64JSON(secret)
    case .basicAuthorization: basic(secret)
    case .base64:
      (Base64Text.decode(secret)?.count ?? 0) >= 16
        ? .decodes(note: "decodes from base64", bytes: nil) : .broken("is no base64")
    case .awsAccessKeyID: AWSAccessKeyID.outcome(secret)
    case .uuid: uuid(secret)
    case .macaroon: macaroon(secret)
    }
  }

  private static func outcome(_ key: DecodedKey) -> Outcome {
    switch key {
    case .decodes(let note, let bytes): .decodes(note: note, bytes: bytes)
    case .broken(let reason): .broken(reason)
    }
  }

  private static func jwt(_ secret: [UInt8]) -> Outcome {
    let parts = secret.split(separator: 0x2e, omittingEmptySubsequences: false)
    guard parts.count >= 2, let header = Base64Text.decode(parts[0]), isJSON(header) else {
      return .broken("its header is no JSON")
    }
    let text = String(decoding: header, as: UTF8.self)
    guard text.contains("\"alg\"") || text.contains("\"typ\"") else {
      return .broken("its header names no algorithm")
    }
    return .decodes(note: "its header names an algorithm", bytes: nil)
  }

  private static func base64JSON(_ secret: [UInt8]) -> Outcome {
    guard let bytes = Base64Text.decode(secret), isJSON(bytes) else {
      return .broken("holds no JSON in base64")
    }
    return .decodes(note: "holds JSON in base64", bytes: nil)
  }

  private static func basic(_ secret: [UInt8]) -> Outcome {
    guard let bytes = Base64Text.decode(secret), let colon = bytes.firstIndex(of: 0x3a),
      bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7f })
    else { return .broken("is no base64 of user:password") }
    let password = Array(bytes[(colon + 1)...])
    if password.isEmpty, colon == 0 { return .broken("is base64 of an empty user and password") }
    if let reason = Placeholder.reason(password, isDistinctive: false) {
      return .broken("its password \(reason)")
    }
    return .decodes(note: "is base64 of user:password", bytes: nil)
  }

  private static func uuid(_ secret: [UInt8]) -> Outcome {
    let digits = secret.filter { $0 != 0x2d }
    guard digits.count == 32, Set(digits).count > 4 else { return .broken("is no random UUID") }
    // Versions that are made of the time and of a machine's address (RFC 9562).
    if [0x31, 0x32, 0x36].contains(digits[12]) {
      return .broken("is a UUID that tells time and machine, not a random one")
    }
    return .decodes(note: "is a random UUID", bytes: nil)
  }

  private static func macaroon(_ secret: [UInt8]) -> Outcome {
    let body = secret.drop { $0 != 0x2d }.dropFirst()
    guard let bytes = Base64Text.decode(body), bytes.count > 16, bytes[0] == 2 else {
      return .broken("is no macaroon")
    }
    return .decodes(note: "is a macaroon", bytes: nil)
  }

  private static func isJSON(_ bytes: [UInt8]) -> Bool {
    (try? JSONSerialization.jsonObject(with: Data(bytes))) != nil
  }
}

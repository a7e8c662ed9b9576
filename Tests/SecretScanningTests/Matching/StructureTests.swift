import Foundation
import RulePacks
import Testing

@testable import SecretScanning

/// What secrets decode to.
struct StructureTests {
  private func isDecoded(_ outcome: StructureCheck.Outcome) -> Bool {
    if case .decodes = outcome { return true }
    return false
  }

  private func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }

  @Test func `a JWT names its algorithm`() {
    let body = base64(#"{"sub":"acme"}"#)
    let right = base64(#"{"alg":"HS256"}"#) + "." + body + ".c2ln"
    let wrong = base64(#"{"a":1}"#) + "." + body + ".c2ln"
    #expect(isDecoded(StructureCheck.outcome(.jwt, Array(right.utf8))))
    #expect(!isDecoded(StructureCheck.outcome(.jwt, Array(wrong.utf8))))
    #expect(!isDecoded(StructureCheck.outcome(.jwt, Array("no token".utf8))))
  }

  @Test func `basic credentials hold a user and a password that is no placeholder`() {
    #expect(
      isDecoded(StructureCheck.outcome(.basicAuthorization, Array(base64("ann:q8X!v2Lm").utf8))))
    #expect(
      !isDecoded(StructureCheck.outcome(.basicAuthorization, Array(base64("ann:password").utf8))))
    #expect(!isDecoded(StructureCheck.outcome(.basicAuthorization, Array(base64("no colon").utf8))))
  }

  @Test func `a body that is no key is broken`() {
    let dashes = String(repeating: "-", count: 5)
    let text =
      "\(dashes)BEGIN PRIVATE KEY\(dashes)\n\(base64(String(repeating: "x", count: 60)))\n"
      + "\(dashes)END PRIVATE KEY\(dashes)"
    #expect(!isDecoded(StructureCheck.outcome(.pem, Array(text.utf8))))
  }

  @Test func `an account number is read from an access key id`() {
    #expect(isDecoded(AWSAccessKeyID.outcome(Array(("AK" + "IAQWERTYUIOPASDFGH").utf8))))
    #expect(!isDecoded(AWSAccessKeyID.outcome(Array(("AK" + "IA1890000000000000").utf8))))
  }
}

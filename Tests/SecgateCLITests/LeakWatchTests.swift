import FindingModel
import Foundation
import TestSupport
import Testing

/// The watch over every other test must see what it watches for.
@Suite struct LeakWatchTests {
  private static let token = MadeUpSecret.githubToken(150)
  private static let piece = Array(token.utf8.dropFirst(9).prefix(6))
  private static let whole = Array(token.utf8)

  private static func escaped(_ mark: String) -> String {
    piece.map { mark + String($0, radix: 16) }.joined()
  }

  static let forms: [String: String] = [
    "plain": "x" + String(decoding: piece, as: UTF8.self),
    "hexadecimal": escaped(""),
    "upper-case hexadecimal": escaped("").uppercased(),
    "base64": Data(piece).base64EncodedString(),
    "base64, one byte on": Data([0x41] + piece).base64EncodedString(),
    "base64, two bytes on": Data([0x41, 0x42] + piece).base64EncodedString(),
    "percent": escaped("%"),
    "JSON": escaped("\\u00"),
    "digest": SHA256.hexadecimal(whole),
  ]

  @Test(arguments: forms.keys.sorted())
  func `six bytes of a secret are seen in every form`(form: String) throws {
    let text = try #require(Self.forms[form])
    #expect(Leak.watch.find(in: Data("before \(text) after".utf8)) != nil, "\(form)")
  }

  @Test func `the preview and five bytes are no leak`() {
    let preview = SecretValue(Self.whole, publicPrefix: 4).preview
    let five = String(decoding: Self.piece.prefix(5), as: UTF8.self)
    #expect(Leak.watch.find(in: Data("\(preview) \(five) ghp_".utf8)) == nil)
  }
}

import Foundation
import TestSupport
import Testing

@testable import PatternMatching

/// Secrets in encoded text.
@Suite struct DecodingTests {
  private static let secret = MadeUpSecret.githubToken(7)

  /// Ways to write the secret, with text around it.
  static let writings: [(ContentEncoding, [UInt8])] = {
    var all: [(ContentEncoding, [UInt8])] = []
    for before in ["", ":", "a:", "user:", "https://x:", "token="] {
      let data = Data("\(before)\(secret)@host".utf8)
      all.append((.base64, Array("data: \(data.base64EncodedString())\n".utf8)))
    }
    let hex = secret.utf8.map { String($0, radix: 16) }.joined()
    all.append((.hexadecimal, Array("h='\(hex)'".utf8)))
    all.append((.hexadecimal, Array("h='\(hex.uppercased())'".utf8)))
    all.append((.utf16, "k = \(secret);".utf8.flatMap { [$0, 0] }))
    all.append((.utf16, "k = \(secret);".utf8.flatMap { [0, $0] }))
    return all
  }()

  private func search(_ text: [UInt8], _ pattern: String = "\\b(ghp_[A-Za-z0-9]{36})\\b") throws
    -> [(PatternMatch, String)]
  {
    let set = try PatternSet([PatternSource(id: "p", pattern: pattern, secretGroup: 1)])
    let worker = try PatternWorker(set)
    var matches: [PatternMatch] = []
    worker.matches(in: text.span, into: &matches)
    return matches.map {
      ($0, String(decoding: worker.secretBytes(of: $0, in: text.span), as: UTF8.self))
    }
  }

  @Test(arguments: writings.indices)
  func `an encoded secret is found and decoded`(number: Int) throws {
    let (encoding, text) = Self.writings[number]
    let found = try search(text)
    #expect(found.map(\.1) == [Self.secret])
    #expect(found.first?.0.encoding == encoding)
  }

  @Test(arguments: [
    ("%2B", ContentEncoding.percent), ("\\u002b", .escaped), ("\\x2B", .escaped),
  ])
  func `an escape inside of a secret is read`(escape: String, encoding: ContentEncoding) throws {
    let text = Array("url=abcd_1234567\(escape)89012345 ".utf8)
    let found = try search(text, "(abcd_[0-9+]{16})")
    #expect(found.map(\.1) == ["abcd_1234567+89012345".prefix(21).description])
    #expect(found.first?.0.encoding == encoding)
  }

  @Test(arguments: [
    ("a?token%3D", "&b", ContentEncoding.percent), ("\\u003d", "\\u0022", .escaped),
    ("{\"a\": \"one\\n", "\\ntwo\"}", .escaped), ("\\t", " ", .escaped),
  ])
  func `an escape right before a secret does not hide it`(
    before: String, after: String, encoding: ContentEncoding
  ) throws {
    let text = Array((before + Self.secret + after).utf8)
    let found = try search(text)
    #expect(found.map(\.1) == [Self.secret])
    #expect(found.first?.0.encoding == encoding)
    #expect(found.first?.0.secret == before.utf8.count..<(before.utf8.count + 40))
  }

  /// The literal that stands there is not the one that matches: that one is escaped.
  @Test(arguments: [
    (#"(_auth[ \t]{0,4}=[a-z]{6}|_authToken[ \t]{0,4}=[a-z]{6})"#, #"_authTo\u006Ben=secret "#),
    (#"(postgres(?:ql)?(?:\+[a-z]{2,9})?://[a-z]{6})"#, #"postgresq\x6c://secret "#),
    (#"(acme_key["\\][A-Z]{20}["\\])"#, #"acme_key\"QWERTYUIOPASDFGHJKLZ\" "#),
    (#"(//acme[@%][A-Z]{20})"#, "//acme%40QWERTYUIOPA%53DFGHJKLZ "),
    (#"(share[/\\][A-Z]{20})"#, #"share\x2fQWERTYUIOPA\x53DFGHJKLZ "#),
    ("(sk-zz-(?:(?i:id)|[a-z0-9/+=]){2}[A-Z]{20}/)", " sk-zz-idIdQWERTYUIOPAS%44FGHJKLZ/"),
  ])
  func `a literal that an escape makes another one hides nothing`(pattern: String, text: String)
    throws
  {
    #expect(try search(Array(text.utf8), pattern).count == 1)
  }

  /// Whatever byte behind the literal is escaped, and whatever stands before it.
  @Test(arguments: ["%", "\\u00", "\\x"])
  func `a guard of escaped text loses no secret`(start: String) throws {
    let characters = Array(Self.secret)
    func escaped(_ places: Set<Int>) -> String {
      characters.indices.map { index in
        let digits = String(characters[index].asciiValue ?? 0, radix: 16)
        return places.contains(index) ? start + digits : String(characters[index])
      }.joined()
    }
    for place in 4..<characters.count {
      for places in [[place], [place, place - 1 < 4 ? place : place - 1], Array(place..<40)] {
        let text = escaped(Set(places))
        for before in ["", " ", "=", "\(start)20", "a\(start)3d", "a%2", "a\\u00"] {
          // A digit in front would be part of the word.
          let isWord = before.last.map { $0.isLetter || $0.isNumber } ?? false
          let isEscape = before.hasSuffix("\(start)20") || before.hasSuffix("\(start)3d")
          let found = try search(Array("\(before)\(text) ".utf8)).map(\.1)
          #expect(found == (isWord && !isEscape ? [] : [Self.secret]), "\(before)\(text)")
        }
      }
    }
  }

  @Test func `a long encoded text costs one window for each anchor`() throws {
    var text = Array("ghp_".utf8)
    text = Array(Data(text).base64EncodedString().utf8.prefix(5))
    let blob = (0..<20_000).flatMap { _ in text + [UInt8(ascii: "Q")] }
    let found = try search(blob)
    #expect(found.isEmpty)
  }
}

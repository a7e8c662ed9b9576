import Foundation
import TestSupport
import Testing

/// The commands that the documents show exist as they are shown: every command, every flag.
@Suite struct DocumentationTests {
  static let documents = ["README.md", "CONTRIBUTING.md", "docs/sharding.md", "docs/rules.md"]

  struct Example: Sendable, CustomStringConvertible {
    var document: String
    var words: [String]

    var description: String { "\(document): \(words.joined(separator: " "))" }

    /// The command's name: what follows the program and its `-C FOLDER`, up to the first flag or
    /// operand.
    var command: [String] {
      let rest = words.count > 3 && words[1] == "-C" ? words.dropFirst(3) : words.dropFirst()
      return Array(rest.prefix { word in word.allSatisfy { $0.isLowercase || $0 == "-" } })
        .filter { !$0.hasPrefix("-") }
    }

    var flags: [String] {
      words.filter { $0.hasPrefix("--") && $0.count > 2 }
        .map { String($0.prefix { $0 != "=" }) }
    }
  }

  /// Lines of code blocks, and code spans, that call `secgate`.
  static let examples: [Example] = documents.flatMap { name -> [Example] in
    let file = Shared.projectRoot.appending(path: name)
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    let lines = text.split(separator: "\n").map(String.init).filter { $0.hasPrefix("secgate ") }
    let spans = text.matches(of: /`(secgate [^`]+)`/).map { String($0.1) }
    return (lines + spans).map { line in
      let bare = line.prefix { $0 != "#" && $0 != "|" && $0 != ";" }
      let words = bare.split { $0 == " " || $0 == "\n" }.map(String.init)
      return Example(document: name, words: words)
    }
  }

  @Test func `the documents show examples`() {
    #expect(Self.examples.count > 15)
  }

  @Test(arguments: examples)
  func `a command that is shown exists with its flags`(example: Example) throws {
    let program = try Program()
    let folder = try TemporaryDirectory()
    // Words that may be operands (`auto`, `report`) are dropped until a command has help.
    var command = example.command
    var help = try program.run(command + ["--help"], in: folder.url)
    while help.status != 0, command.count > 1 {
      command.removeLast()
      help = try program.run(command + ["--help"], in: folder.url)
    }
    #expect(help.status == 0, "\(example)")
    for flag in example.flags where flag != "--help" {
      #expect(help.text.contains(flag), "\(example) has no \(flag)")
    }
  }
}

import Foundation
import RulePacks

// usage: rulepack-compiler OUTPUT.swift PACK.toml…
// Writes the packs as one string literal each, in the form that `RulePackDecoding` reads.
let arguments = CommandLine.arguments
guard arguments.count >= 2 else {
  FileHandle.standardError.write(Data("usage: rulepack-compiler OUTPUT.swift PACK.toml…\n".utf8))
  exit(2)
}

/// One diagnostic a line, in the form that build tools understand.
func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data((message + "\n").utf8))
  exit(1)
}

do {
  var packs: [RulePack] = []
  var problems: [RulePackError.Problem] = []
  for path in arguments.dropFirst(2) {
    do {
      let bytes = try [UInt8](Data(contentsOf: URL(filePath: path)))
      var pack = try RulePackReader.read(bytes, file: path)
      pack.name = URL(filePath: path).lastPathComponent
      packs.append(pack)
    } catch let error as RulePackError {
      problems += error.problems
    }
  }
  problems += RulePackSet.duplicates(in: packs)
  guard problems.isEmpty else {
    fail(problems.map { "\($0.file):\($0.line ?? 1): error: \($0)" }.joined(separator: "\n"))
  }
  let source = try PackSource.swift(packs)
  try source.write(to: URL(filePath: arguments[1]), atomically: true, encoding: .utf8)
} catch {
  fail("rulepack-compiler: \(error)")
}

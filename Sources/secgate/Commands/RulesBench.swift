import ArgumentParser
import Foundation
import SecretScanning

struct RulesBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure what each rule costs on files, slowest first.",
    discussion: """
      Seconds of CPU of the search for each rule alone, less those of a search for nothing, and the
      share of a search for all. The figures are of this machine and this moment: compare those of
      one run.
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var selection: RulesSelection

  @Option(help: ArgumentHelp("So many rules, the slowest.", valueName: "n"))
  var top = 20

  @Option(help: ArgumentHelp("Read so much of the files, in MiB.", valueName: "n"))
  var size = 8

  @Argument(help: "A file, or a folder of files.") var path: String

  private struct Answer: Encodable {
    var bytes: Int
    /// Seconds of a search for all rules at once.
    var all: Double
    var rules: [RuleTiming]
  }

  func run() async throws {
    let packs = try selection.packs(examples: false, options)
    let contents = try Self.contents(at: options.absolute(path), most: max(1, size) << 20)
    guard !contents.isEmpty else { throw CommandFailure.usage("\(path) holds no file to read") }
    let measured = try RuleTiming.measure(packs, on: contents)
    let answer = Answer(
      bytes: contents.map(\.count).reduce(0, +), all: measured.all,
      rules: Array(measured.rules.prefix(max(1, top))))
    if options.format == .json { return try JSONAnswer.write(answer, options) }
    for timing in answer.rules {
      let share = measured.all > 0 ? 100 * timing.seconds / measured.all : 0
      Console.print(
        String(
          format: "%8.2f ms  %5.1f %%  %7d matches  ", 1000 * timing.seconds, share, timing.matches)
          + timing.rule)
    }
    let megabytes = Double(answer.bytes) / 1_000_000
    Console.note(
      String(
        format: "all %d rules: %.1f ms on %.1f MB", measured.rules.count, 1000 * measured.all,
        megabytes))
  }

  /// Files in the order of their paths, until there is enough; links are not followed.
  private static func contents(at path: String, most: Int) throws -> [[UInt8]] {
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw CommandFailure.usage("\(path) does not exist")
    }
    let files =
      isFolder.boolValue
      ? try FileManager.default.subpathsOfDirectory(atPath: path).sorted().map { path + "/" + $0 }
      : [path]
    var contents: [[UInt8]] = []
    var size = 0
    for file in files where size < most {
      let kind = try FileManager.default.attributesOfItem(atPath: file)[.type] as? FileAttributeType
      guard kind == .typeRegular else { continue }
      let bytes = Array(try Data(contentsOf: URL(filePath: file)).prefix(most - size))
      if !bytes.isEmpty { contents.append(bytes) }
      size += bytes.count
    }
    return contents
  }
}

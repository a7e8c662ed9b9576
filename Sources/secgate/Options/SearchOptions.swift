import ArgumentParser
import Foundation
import GateEngine
import SecretScanning

/// How the native scan searches.
struct SearchOptions: ParsableArguments {
  @Option(help: "Workers, and tools at once; 0: one for each core.")
  var jobs: Int = 0

  @Option(
    help: ArgumentHelp(
      "Use only so many workers that they stay below this: 512MiB, 2GiB.", valueName: "size"))
  var maxMemory: String?

  @Flag(help: "Search files that git ignores, too.")
  var ignored = false

  @Flag(help: "Show findings below the confidence that counts.")
  var suspects = false

  @Flag(help: "Look at everything anew, and remember nothing.")
  var noCache = false

  @Flag(help: "Read what earlier scans remember even where CI is set.")
  var cache = false

  func validate() throws {
    guard (0...1024).contains(jobs) else { throw ValidationError("--jobs is 0 to 1024") }
    guard !cache || !noCache else {
      throw ValidationError("--cache and --no-cache exclude each other")
    }
  }

  /// Where the scan remembers what it searched. A base is judged without memory, and in CI a cache
  /// may have been filled by anybody, so that it is read there only where somebody says so.
  func memory(_ setup: JudgingSetup) -> ScanMemoryOptions? {
    let environment = FlagEnvironment()
    if noCache || environment.isSet("no-cache") || setup.request.base != nil { return nil }
    let isWanted = cache || environment.isSet("cache")
    if environment.isCI, !isWanted { return nil }
    return ScanMemoryOptions(environment: environment.values)
  }

  /// What a process needs besides its workers: rules, the packs' index, findings.
  private static let fixedMemory = 128 << 20

  /// - Throws: exit 2 where not even one worker fits into `--max-memory`.
  func workers(_ setup: JudgingSetup) throws -> Int {
    let environment = FlagEnvironment()
    var wanted = jobs
    if wanted == 0, let text = environment.value("jobs") {
      guard let number = Int(text), (0...1024).contains(number) else {
        throw CommandFailure.usage("SECGATE_JOBS is 0 to 1024, not \(text)")
      }
      wanted = number
    }
    guard let text = maxMemory ?? environment.value("max-memory") else { return wanted }
    guard let limit = Quantity.bytes(text) else {
      throw CommandFailure.usage("--max-memory \(text) is no size (512MiB, 2GiB)")
    }
    // A content, and the object that it is rebuilt from.
    let each = max(1 << 20, setup.configuration.secrets.maxBlob * 2)
    let fitting = (limit - Self.fixedMemory) / each
    guard fitting >= 1 else {
      let least = (Self.fixedMemory + each) >> 20
      throw CommandFailure.usage(
        "--max-memory \(text): one worker may need \(least) MiB for contents of max_blob; "
          + "give it that, or lower max_blob in [secrets]")
    }
    return min(wanted > 0 ? wanted : ProcessInfo.processInfo.activeProcessorCount, fitting)
  }
}

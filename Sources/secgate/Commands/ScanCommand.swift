import ArgumentParser
import FindingModel
import GateEngine
import GateReporting
import GitHistory

/// The main job.
struct ScanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: "Judge a repository: native secrets over the full history and every other scanner.",
    discussion: """
      Without configuration only the native scan is required; tools that apply here run when they \
      are installed. Exit codes: 0 pass, 1 fail, 2 usage, 3 incomplete, 4 internal error.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var judging: JudgingOptions
  @OptionGroup var ruleOptions: RuleOptions

  @Argument(help: "A work tree, a bare repository or a folder; here unless given.")
  var path: String?

  @Option(help: "Workers of the native scan, and tools at once; 0: one for each core.")
  var jobs: Int = 0

  @Flag(help: "Search files that git ignores, too.")
  var ignored = false

  @Flag(help: "Show findings below the confidence that counts.")
  var suspects = false

  func validate() throws { try JobCount.check(jobs) }

  func run() async throws {
    let (files, path) = ruleOptions.split(path, global)
    let project = try global.project(path)
    let setup = try judging.setup(project, global)
    let display = ScanDisplay(quiet: global.quiet, style: global.style)
    let job = ScanJob(
      setup: setup, matcher: try ruleOptions.matcher(files, setup, global),
      jobs: JobCount.value(jobs), includesIgnored: ignored,
      outputs: OwnOutputs.names + WrittenFiles.below(project.root, global, judging.reports),
      events: { display.handle($0) })
    defer { display.finish() }
    let answer = try await GitFailures.worded {
      try await Interrupt.cancelling { try await job.run() }
    }
    display.finish()
    Warnings.print(answer.warnings)
    try VerdictAnswer(global: global, reports: judging.reports, showsSuspects: suspects)
      .give(answer.outcome)
  }
}

/// `--jobs` and `SECGATE_JOBS`.
enum JobCount {
  static func check(_ jobs: Int) throws {
    guard (0...1024).contains(jobs) else { throw ValidationError("--jobs is 0 to 1024") }
  }

  static func value(_ flag: Int) -> Int {
    if flag > 0 { return flag }
    return FlagEnvironment().value("jobs").flatMap { Int($0) }.map { min(max($0, 0), 1024) } ?? 0
  }
}

/// Errors of opening and reading a repository are the user's to repair: exit 2.
enum GitFailures {
  static func worded<Result>(_ body: () async throws -> Result) async throws -> Result {
    do { return try await body() } catch let error as GitError {
      throw CommandFailure.usage(error.description)
    }
  }
}

/// What must be told beside a verdict.
enum Warnings {
  static func print(_ warnings: [String]) {
    for warning in warnings { Console.note("secgate: warning: " + VisibleText.lines(warning)) }
  }
}

/// Files that this run itself writes into the work tree.
enum WrittenFiles {
  static func below(_ root: String, _ global: GlobalOptions, _ reports: [ReportRequest]) -> [String]
  {
    (reports.map(\.file) + [global.output].compactMap { $0 }).filter { $0 != "-" }
      .map(global.absolute).filter { $0.hasPrefix(root + "/") }.flatMap { path in
        let name = String(path.dropFirst(root.count + 1))
        return [name, name + "/"]
      }
  }
}

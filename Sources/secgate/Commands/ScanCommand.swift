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

  @OptionGroup var search: SearchOptions

  func run() async throws {
    let (files, path) = ruleOptions.split(path, global)
    let project = try global.project(path)
    let setup = try judging.setup(project, global)
    let display = ScanDisplay(global)
    var job = ScanJob(
      setup: setup, matcher: try ruleOptions.matcher(files, setup, global),
      jobs: try search.workers(setup), includesIgnored: search.ignored,
      outputs: OwnOutputs.names + WrittenFiles.below(project.root, global, judging.reports),
      events: { display.handle($0) })
    job.memory = search.memory(setup)
    let ready = job
    defer { display.finish() }
    let answer = try await GitFailures.worded {
      try await Interrupt.cancelling { try await ready.run() }
    }
    display.finish()
    Warnings.print(answer.warnings)
    try VerdictAnswer(global: global, reports: judging.reports, showsSuspects: search.suspects)
      .give(answer.outcome)
  }
}

/// Errors of opening a repository are the user's to repair: exit 2. One whose objects are damaged was
/// not looked at: exit 3.
enum GitFailures {
  static func worded<Result>(_ body: () async throws -> Result) async throws -> Result {
    do { return try await body() } catch let error as GitError { throw worded(error) }
  }

  static func worded(_ error: GitError) -> CommandFailure {
    switch error.code {
    case .missingObject, .corruptObject: .broken(error.description)
    default: .usage(error.description)
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
      .map(global.absolute).flatMap { below(root, $0) }
  }

  /// A file or folder, absolute, by its name below the root.
  static func below(_ root: String, _ path: String) -> [String] {
    guard path.hasPrefix(root + "/") else { return [] }
    let name = String(path.dropFirst(root.count + 1))
    return [name, name + "/"]
  }
}

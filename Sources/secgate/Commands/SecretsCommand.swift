import ArgumentParser
import FindingModel
import Foundation
import GateEngine
import GitHistory
import SecretScanning

/// The native scanner alone.
struct SecretsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "secrets",
    abstract: "Search for secrets: history, work tree, index, a range, a folder, a file, a pipe.",
    subcommands: [SecretsExplainCommand.self])

  @OptionGroup var global: GlobalOptions
  @OptionGroup var judging: JudgingOptions
  @OptionGroup var ruleOptions: RuleOptions
  @OptionGroup var search: SearchOptions
  @OptionGroup var division: ShardOptions

  @Argument(help: "A work tree, a bare repository, a folder or a file; here unless given.")
  var path: String?

  @Flag(help: "Everything git holds, index and work tree included (default in a repository).")
  var history = false

  @Flag(help: "Tracked and untracked files alone.")
  var worktree = false

  @Flag(help: "What the next commit would add.")
  var staged = false

  @Option(help: ArgumentHelp("What these commits add.", valueName: "a..b"))
  var range: String?

  @Flag(help: "Standard input.")
  var stdin = false

  @Option(
    help: ArgumentHelp(
      "How objects are searched; the findings are the same: auto, plain (each one whole, through "
        + "libgit2) or delta.", valueName: "name"),
    transform: { text in
      guard let engine = SecretScanOptions.Engine(rawValue: text) else {
        throw ValidationError("--engine is auto, plain or delta, not \(text)")
      }
      return engine
    })
  var engine = SecretScanOptions.Engine.auto

  @Flag(help: "Show the secrets themselves; only on a terminal.")
  var showSecrets = false

  func validate() throws {
    let scopes = [history, worktree, staged, stdin, range != nil].count { $0 }
    guard scopes <= 1 else {
      throw ValidationError(
        "--history, --worktree, --staged, --range and --stdin exclude each other")
    }
    if stdin, path != nil { throw ValidationError("--stdin takes no path") }
    if division.selection != nil, scopes > 0, !history {
      throw ValidationError("--shard divides a history, nothing else")
    }
    if division.selection != nil, !judging.reports.isEmpty {
      throw ValidationError("a shard is judged by secgate merge, which takes --report")
    }
    if showSecrets { try RevealedSecrets.check(global) }
  }

  func run() async throws {
    let (files, path) = ruleOptions.split(path, global)
    let place = try SecretsPlace(self, path: path)
    let setup = try judging.setup(place.project, global)
    let matcher = try ruleOptions.matcher(files, setup, global)
    var job = SecretsJob(setup: setup, matcher: matcher, target: place.target)
    job.jobs = try search.workers(setup)
    job.includesIgnored = search.ignored
    job.engine = engine
    job.memory = search.memory(setup)
    job.indexFile = ProcessInfo.processInfo.environment["GIT_INDEX_FILE"].map(global.absolute)
    let display = ScanDisplay(global)
    job.progress = { display.handle(.searching($0)) }
    defer { display.finish() }
    let ready = job
    if let selection = division.selection {
      let shard = try await division.search(selection, ready)
      display.finish()
      return try OutputFile.write(try shard.encoded(), to: global.output.map(global.absolute))
    }
    let outcome = try await GitFailures.worded {
      try await Interrupt.cancelling { try await ready.run() }
    }
    display.finish()
    if showSecrets {
      try RevealedSecrets(project: place.project, target: place.target, matcher: matcher)
        .print(outcome.findings + (search.suspects ? outcome.suspects ?? [] : []))
    }
    try VerdictAnswer(global: global, reports: judging.reports, showsSuspects: search.suspects)
      .give(outcome)
  }
}

/// Where `secrets` searches, from its flags and its path.
struct SecretsPlace {
  var project: Project
  var target: SecretScanOptions.Target

  /// More than this does not come by a pipe to be held in memory.
  private static let largestInput = 1 << 30

  init(_ command: SecretsCommand, path: String?) throws {
    let global = command.global
    if command.stdin {
      project = try global.project()
      target = .input(try Self.input(), name: "standard input")
      return
    }
    let absolute = path.map(global.absolute)
    if let path, let absolute, !Self.isFolder(absolute) {
      guard FileManager.default.fileExists(atPath: absolute) else {
        throw CommandFailure.usage("\(path): no such file or directory")
      }
      project = try global.project()
      target = .files([path])
      if global.directory != nil { target = .files([absolute]) }
      return
    }
    let needsRepository =
      command.history || command.staged || command.range != nil || command.worktree
    project = try global.project(path, mustBeRepository: needsRepository)
    target = try Self.target(command, project, folder: path == nil ? nil : absolute)
  }

  private static func target(_ command: SecretsCommand, _ project: Project, folder: String?) throws
    -> SecretScanOptions.Target
  {
    guard let layout = project.layout else { return .directory(folder ?? project.root) }
    if command.staged { return .staged(layout.opened) }
    if let range = command.range { return .range(layout.opened, range: range) }
    if command.worktree { return .worktree(layout.opened) }
    // A named folder that git ignores is no part of the repository: it is what was asked for.
    if let folder, !command.history, try isIgnored(folder, project) { return .directory(folder) }
    return .history(layout.opened)
  }

  private static func isIgnored(_ folder: String, _ project: Project) throws -> Bool {
    guard let layout = project.layout, let workTree = layout.workTree else { return false }
    let path = URL(filePath: folder).standardizedFileURL.resolvingSymlinksInPath()
      .path(percentEncoded: false)
    let bare = path.hasSuffix("/") ? String(path.dropLast()) : path
    guard bare.hasPrefix(workTree + "/") else { return false }
    return try project.open(layout).isIgnored(
      Array((bare.dropFirst(workTree.count + 1) + "/").utf8))
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  static func input() throws -> [UInt8] {
    var bytes: [UInt8] = []
    while let part = try FileHandle.standardInput.read(upToCount: 1 << 20), !part.isEmpty {
      bytes += part
      guard bytes.count <= largestInput else {
        throw CommandFailure.usage("standard input is over \(largestInput) bytes; use a file")
      }
    }
    return bytes
  }
}

public import FindingModel
import Foundation
import GitHistory
public import ScannerRunner
public import SecretScanning

/// The main job's looking part: the native scan over everything the project holds and the planned
/// tools, side by side. It judges nothing.
public struct FullRun: Sendable {
  public var project: Project
  public var native: NativeSearch
  public var plan: ToolPlan
  /// By tool name.
  public var settings: [String: ToolSettings]
  public var minimumConfidence: Confidence
  /// Workers of the native scan, and tools at once; 0 for one on each core.
  public var jobs: Int
  public var includesIgnored: Bool
  public var events: RunEvent.Handler
  /// Of the native scan.
  public var memory: ScanMemoryOptions?

  public init(
    project: Project, native: NativeSearch, plan: ToolPlan, settings: [String: ToolSettings],
    minimumConfidence: Confidence, jobs: Int = 0, includesIgnored: Bool = false,
    events: @escaping RunEvent.Handler = { _ in }
  ) {
    self.project = project
    self.native = native
    self.plan = plan
    self.settings = settings
    self.minimumConfidence = minimumConfidence
    self.jobs = jobs
    self.includesIgnored = includesIgnored
    self.events = events
  }

  /// Everything that was seen.
  public struct Material: Sendable {
    public var secrets: SecretScanResult
    public var results: [ToolResult]
    public var suppressions: [Suppression]
  }

  /// - Throws: `GitError` where the repository cannot be read, `RunnerError` where there is no
  ///   place to work in, `CancellationError`; a tool that breaks is its own evidence.
  public func run(subject: ToolRunReading.Subject, mask: any TextMasking) async throws -> Material {
    let reading = ToolRunReading(root: project.root, subject: subject, mask: mask)
    async let answers = runTools(reading)
    let start = Self.now()
    let events = events
    let secrets = try await SecretScan.run(options, matcher: native.matcher) {
      events(.searching($0))
    }
    events(.searched(findings: secrets.findings.count))
    let end = Self.now()
    var word = native.result(secrets, start: start, end: end)
    reading.bind(&word.evidence)
    var material = Material(
      secrets: secrets, results: [word], suppressions: secrets.suppressions)
    for answer in try await answers {
      material.results.append(answer.result)
      material.suppressions += configuration(of: answer.run)
    }
    return material
  }

  private var options: SecretScanOptions {
    let target: SecretScanOptions.Target =
      project.layout.map { .history($0.opened) } ?? .directory(project.root)
    var options = native.options(target, minimumConfidence: minimumConfidence)
    options.jobs = jobs
    options.trustOwner = project.trustsOwner
    options.includesIgnored = includesIgnored
    options.memory = memory
    return options
  }

  private func runTools(_ reading: ToolRunReading) async throws -> [ToolAnswer] {
    guard !plan.steps.isEmpty else { return [] }
    let runner = ScannerRunner(workspace: try ToolWorkspace(root: project.root))
    defer { runner.workspace.remove() }
    let atOnce = jobs > 0 ? jobs : ProcessInfo.processInfo.activeProcessorCount
    return try await ToolsRun(runner: runner, jobs: atOnce, reading: reading, events: events)
      .run(plan)
  }

  /// The tool's own settings inside of the repository that it could not be kept from reading.
  private func configuration(of run: ToolRun) -> [Suppression] {
    (run.invocation?.inRepositoryConfiguration ?? []).filter {
      FileManager.default.fileExists(atPath: project.root + "/" + $0)
    }.map {
      Suppression(
        kind: "tool-config", tool: run.tool, place: $0,
        what: "settings inside of the repository that \(run.tool) reads by itself", counts: true)
    }
  }

  static func now() -> Timestamp {
    Timestamp(seconds: Int(Date().timeIntervalSince1970.rounded(.down)))
  }
}

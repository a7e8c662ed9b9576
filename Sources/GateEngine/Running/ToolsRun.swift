import FindingModel
public import ScannerRunner

/// What a tool left behind, read.
public struct ToolAnswer: Sendable {
  /// Without its report, which is read and may be large.
  public var run: ToolRun
  public var result: ToolResult
}

/// Runs the planned tools side by side, each under its own time limit.
public struct ToolsRun: Sendable {
  public var runner: ScannerRunner
  /// How many run at once.
  public var jobs: Int
  public var reading: ToolRunReading
  public var events: RunEvent.Handler

  public init(
    runner: ScannerRunner, jobs: Int, reading: ToolRunReading,
    events: @escaping RunEvent.Handler = { _ in }
  ) {
    self.runner = runner
    self.jobs = max(1, jobs)
    self.reading = reading
    self.events = events
  }

  /// The answers in the order of the plan, whatever ended first.
  ///
  /// - Throws: `CancellationError` only; a tool that breaks is a problem of its run.
  public func run(_ plan: ToolPlan) async throws -> [ToolAnswer] {
    let steps = plan.steps
    var results: [Int: [ToolAnswer]] = [:]
    try await withThrowingTaskGroup(of: (Int, [ToolAnswer]).self) { group in
      var next = 0
      while next < steps.count, next < jobs {
        start(steps[next], next, in: &group)
        next += 1
      }
      while let (index, answers) = try await group.next() {
        results[index] = answers
        if next < steps.count {
          start(steps[next], next, in: &group)
          next += 1
        }
      }
    }
    return steps.indices.flatMap { results[$0] ?? [] }
  }

  private func start(
    _ step: ToolPlan.Step, _ index: Int,
    in group: inout ThrowingTaskGroup<(Int, [ToolAnswer]), any Error>
  ) {
    group.addTask {
      let target = step.target.target
      events(.toolStarted(step.tool.name, target: target))
      let runs = try await runner.run(step.tool, targets: [step.target], settings: step.settings)
      let answers = runs.map { run in
        let result = reading.result(run, settings: step.settings)
        var run = run
        run.report = nil
        return ToolAnswer(run: run, result: result)
      }
      let broken = answers.lazy.map(\.result.evidence).first { $0.outcome == .broken }
      events(
        .toolEnded(
          step.tool.name, target: target,
          findings: answers.map(\.result.evidence.count).reduce(0, +),
          problem: broken.map { $0.problems.first ?? "it broke" }))
      return (index, answers)
    }
  }
}

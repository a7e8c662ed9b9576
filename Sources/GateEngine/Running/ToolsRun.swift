public import ScannerRunner

/// Runs the planned tools side by side, each under its own time limit.
public struct ToolsRun: Sendable {
  public var runner: ScannerRunner
  /// How many run at once.
  public var jobs: Int
  public var events: RunEvent.Handler

  public init(
    runner: ScannerRunner, jobs: Int, events: @escaping RunEvent.Handler = { _ in }
  ) {
    self.runner = runner
    self.jobs = max(1, jobs)
    self.events = events
  }

  /// The runs in the order of the plan, whatever ended first.
  ///
  /// - Throws: `CancellationError` only; a tool that breaks is a problem of its run.
  public func run(_ plan: ToolPlan) async throws -> [ToolRun] {
    let steps = plan.steps
    var results: [Int: [ToolRun]] = [:]
    try await withThrowingTaskGroup(of: (Int, [ToolRun]).self) { group in
      var next = 0
      while next < steps.count, next < jobs {
        start(steps[next], next, in: &group)
        next += 1
      }
      while let (index, runs) = try await group.next() {
        results[index] = runs
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
    in group: inout ThrowingTaskGroup<(Int, [ToolRun]), any Error>
  ) {
    group.addTask {
      let target = step.target.target
      events(.toolStarted(step.tool.name, target: target))
      let runs = try await runner.run(step.tool, targets: [step.target], settings: step.settings)
      let problem = runs.lazy.flatMap(\.problems).first
      events(.toolEnded(step.tool.name, target: target, problem: problem))
      return (index, runs)
    }
  }
}

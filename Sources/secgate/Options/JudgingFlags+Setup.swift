import Foundation
import GateEngine
import GitHistory

/// What flags of commands that judge ask for, wherever they come from.
protocol JudgingFlags {
  var base: String? { get }
  var failOn: String? { get }
  var timeout: TimeLimit? { get }
  var baseline: String? { get }
}

/// No flag was given.
struct NoJudgingFlags: JudgingFlags {
  let base: String? = nil
  let failOn: String? = nil
  let timeout: TimeLimit? = nil
  let baseline: String? = nil
}

extension JudgingFlags {
  /// Reads configuration, decisions and base; what is wrong with them is exit 2.
  func setup(_ project: Project, _ global: any GlobalFlags, commit: ObjectID? = nil) throws
    -> JudgingSetup
  {
    let environment = FlagEnvironment()
    var request = JudgingSetup.Request()
    request.configurationFile = global.configurationFile
    request.baselineFolder = (baseline ?? environment.value("baseline")).map(global.absolute)
    request.timeout = try limit(environment)?.duration
    request.isOffline = global.isOffline
    request.isCI = environment.isCI
    request.commit = commit
    do {
      request.overrides = try Overrides.read(flag: failOn) { environment.values[$0] }
      request.base = BaseRequest.find(flag: base) { environment.values[$0] }
      return try JudgingSetup(project, request)
    } catch let error as ConfigurationError {
      throw CommandFailure.usage(error.description)
    } catch let error as OverrideError {
      throw CommandFailure.usage(error.description)
    } catch let error as GitError {
      throw GitFailures.worded(error)
    }
  }

  private func limit(_ environment: FlagEnvironment) throws -> TimeLimit? {
    if let timeout { return timeout }
    guard let text = environment.value("timeout") else { return nil }
    guard let limit = TimeLimit(argument: text) else {
      throw CommandFailure.usage("SECGATE_TIMEOUT: \(text) is no duration (90s, 10m, 1h)")
    }
    return limit
  }
}

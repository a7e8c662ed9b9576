import FindingModel
import Foundation
import Subprocess
import SystemPackage

/// Runs one tool in a process group of its own, under limits, and leaves no process behind.
public enum ToolProcess {
  /// Marks every descendant, so that one which left the group is still found.
  static let marker = "SECGATE_RUN"

  /// - Parameters:
  ///   - executable: an absolute path; nothing is looked up here.
  ///   - environment: the whole environment of the child.
  ///   - reportFile: a file that the limit of the output holds for as well.
  /// - Throws: ``RunnerError`` where the process could not be started; `CancellationError`.
  public static func run(
    executable: String, arguments: [String], environment: [String: String],
    directory: String, limits: RunLimits, reportFile: String? = nil
  ) async throws -> ToolProcessResult {
    let run = UUID().uuidString
    var environment = environment
    environment[marker] = run
    defer { Descendants.kill(marked: "\(marker)=\(run)") }
    let start = Self.now()
    let call = Call(
      executable: executable, arguments: arguments, environment: environment,
      directory: directory, limits: limits, reportFile: reportFile)
    let answer = try await race(call)
    try Task.checkCancellation()
    return ToolProcessResult(
      ending: answer.ending, output: answer.output, errors: answer.errors, start: start,
      end: Self.now())
  }

  struct Call: Sendable {
    var executable: String
    var arguments: [String]
    var environment: [String: String]
    var directory: String
    var limits: RunLimits
    var reportFile: String?
  }

  struct Answer: Sendable {
    var ending: ToolProcessResult.Ending
    var output: [UInt8] = []
    var errors: [UInt8] = []
  }

  private static func race(_ call: Call) async throws -> Answer {
    try await withThrowingTaskGroup(of: Answer.self) { group in
      group.addTask { try await start(call) }
      group.addTask {
        try await Task.sleep(for: call.limits.timeout)
        return Answer(ending: .timedOut)
      }
      if let file = call.reportFile {
        group.addTask { try await watch(file, limit: call.limits.output) }
      }
      defer { group.cancelAll() }
      return try await group.next() ?? Answer(ending: .timedOut)
    }
  }

  /// Returns when the file has grown past the limit, so that no tool fills the disk.
  private static func watch(_ file: String, limit: Int) async throws -> Answer {
    while true {
      try await Task.sleep(for: .milliseconds(50))
      // It is not there before the tool begins to write.
      let size = (try? FileManager.default.attributesOfItem(atPath: file))?[.size] as? Int
      if let size, size > limit { return Answer(ending: .outputLimit) }
    }
  }

  private static func start(_ call: Call) async throws -> Answer {
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = [
      .send(
        signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(500)),
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero),
    ]
    let environment = Dictionary(
      uniqueKeysWithValues: call.environment.compactMap { name, value in
        Environment.Key(rawValue: name).map { ($0, value) }
      })
    do {
      let result = try await Subprocess.run(
        .path(FilePath(call.executable)), arguments: Arguments(call.arguments),
        environment: .custom(environment), workingDirectory: FilePath(call.directory),
        platformOptions: options, output: .bytes(limit: call.limits.output),
        error: .bytes(limit: call.limits.errors))
      let ending: ToolProcessResult.Ending =
        switch result.terminationStatus {
        case .exited(let code): .exited(Int(code))
        case .signaled(let signal): .signalled(Int(signal))
        }
      return Answer(ending: ending, output: result.standardOutput, errors: result.standardError)
    } catch let error as SubprocessError where error.code == .outputLimitExceeded {
      return Answer(ending: .outputLimit)
    } catch let error as SubprocessError {
      // Without the library's own word for it, which is one of Swift and not of people.
      let why =
        error.code == .executableNotFound
        ? "it, or the interpreter that it names, is not there" : "\(error)"
      throw RunnerError(.spawn, "\(call.executable) could not be run: \(why)")
    }
  }

  static func now() -> Timestamp {
    Timestamp(seconds: Int(Date().timeIntervalSince1970))
  }
}

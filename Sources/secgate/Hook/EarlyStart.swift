import BuiltInRules
import GateEngine
import GitHistory
import SecretScanning
import Synchronization

/// What every push needs, whatever it adds, is begun before the command line is read: the built-in
/// rules are put together and libgit2 starts while the rest of the hook finds out what is pushed.
enum EarlyStart {
  private static let rules = Mutex<Task<RulePackMatcher, any Error>?>(nil)

  /// Begins where the arguments are those of a hook that git starts; for other commands nothing.
  static func begin(_ arguments: [String]) {
    guard arguments.contains("hook"),
      arguments.contains("pre-push") || arguments.contains("pre-receive")
    else { return }
    ProcessMemory.keepForShortTask()
    Repository.keepHandles()
    Task.detached { Repository.startLibrary() }
    Task.detached { _ = BuiltInRules.image }
    rules.withLock {
      $0 = Task.detached { try RulePackMatcher(packs: BuiltInRules.packs()) }
    }
  }

  /// The rules of a judgement: those that were begun where its configuration asks for no others.
  static func matcher(_ setup: JudgingSetup) async throws -> RulePackMatcher {
    guard RuleOptions.isBuiltIn(setup), let begun = rules.withLock({ $0 }) else {
      return try RuleOptions.assembled(setup)
    }
    return try await begun.value
  }
}

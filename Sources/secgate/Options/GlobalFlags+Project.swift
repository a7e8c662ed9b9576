import GateEngine
import GitHistory

extension GlobalFlags {
  /// The project that a command works on.
  ///
  /// - Parameter path: as given on the command line; nil: where the command was started.
  func project(_ path: String? = nil, mustBeRepository: Bool = false) throws -> Project {
    do {
      return try Project.find(
        path.map(absolute) ?? workingDirectory, trustOwner: trustsOwner,
        mustBeRepository: mustBeRepository)
    } catch {
      throw CommandFailure.usage("\(error)")
    }
  }
}

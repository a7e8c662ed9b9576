public import Foundation

/// A real git repository in a temporary folder, with a fixed identity and fixed dates, so that
/// object ids are the same in every run.
public final class GitRepository: Sendable {
  public let directory: TemporaryDirectory
  public var url: URL { directory.url }
  public var path: String { directory.path }

  public init(bare: Bool = false) throws {
    directory = try TemporaryDirectory()
    try git("init", "-q", "-b", "main", bare ? "--bare" : "--no-bare", ".")
  }

  /// Runs git and throws what it said unless it exits with 0.
  @discardableResult
  public func git(_ arguments: String..., environment: [String: String] = [:]) throws -> String {
    try git(arguments, environment: environment)
  }

  @discardableResult
  public func git(
    _ arguments: [String], environment: [String: String] = [:], input: Data = Data()
  ) throws -> String {
    try Self.run(arguments, in: url, environment: environment, input: input)
  }

  /// Runs git in another folder, such as a linked work tree.
  @discardableResult
  public static func git(_ arguments: String..., in folder: URL) throws -> String {
    try run(arguments, in: folder, environment: [:], input: Data())
  }

  private static func run(
    _ arguments: [String], in folder: URL, environment: [String: String], input: Data
  ) throws -> String {
    let fixed = [
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
      "GIT_AUTHOR_NAME": "Ada Test", "GIT_AUTHOR_EMAIL": "ada@example.org",
      "GIT_COMMITTER_NAME": "Ada Test", "GIT_COMMITTER_EMAIL": "ada@example.org",
      "GIT_AUTHOR_DATE": "2026-01-02T03:04:05Z", "GIT_COMMITTER_DATE": "2026-01-02T03:04:05Z",
    ]
    let result = try Command.run(
      ["git"] + arguments.filter { $0 != "--no-bare" }, in: folder,
      environment: fixed.merging(environment) { _, new in new }, input: input)
    guard result.status == 0 else {
      throw Command.Failure(
        description: "git \(arguments.joined(separator: " ")): \(result.errorText)")
    }
    return result.text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Writes a file, adds and commits it; the commit's id.
  @discardableResult
  public func commit(_ contents: String, to name: String, message: String = "Change") throws
    -> String
  {
    try directory.write(contents, to: name)
    try git("add", "--", name)
    try git("commit", "-q", "-m", message)
    return try git("rev-parse", "HEAD")
  }
}

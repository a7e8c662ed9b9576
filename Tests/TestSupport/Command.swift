public import Foundation

/// A program run to its end, for tests: real git, the built binary, fake tools.
public struct Command: Sendable {
  public var status: Int32
  public var output: Data
  public var errors: Data

  public var text: String { String(decoding: output, as: UTF8.self) }
  public var errorText: String { String(decoding: errors, as: UTF8.self) }

  public struct Failure: Error, CustomStringConvertible {
    public var description: String

    public init(description: String) { self.description = description }
  }

  /// Runs `arguments[0]` (a path, or a name on PATH) and waits. Both outputs go through files, so
  /// that no pipe can fill up.
  public static func run(
    _ arguments: [String], in directory: URL? = nil, environment: [String: String] = [:],
    input: Data = Data()
  ) throws -> Command {
    let folder = try TemporaryDirectory()
    let files = try ["in", "out", "err"].map { try folder.write(Data(), to: $0) }
    try input.write(to: files[0])
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.currentDirectoryURL = directory
    process.environment = ProcessInfo.processInfo.environment
      .merging(environment) { _, new in new }
    let input = try FileHandle(forReadingFrom: files[0])
    let output = try FileHandle(forWritingTo: files[1])
    let errors = try FileHandle(forWritingTo: files[2])
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    process.waitUntilExit()
    return Command(
      status: process.terminationStatus, output: try Data(contentsOf: files[1]),
      errors: try Data(contentsOf: files[2]))
  }
}

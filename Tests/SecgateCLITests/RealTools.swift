import Foundation
import TestSupport

/// The real scanners that `.ci/install-test-tools` installs, and npm where the system has it.
enum RealTools {
  private static let python = Shared.projectRoot.appending(path: ".build-tools/python/bin")
    .path(percentEncoded: false)

  /// The folder of a program on the caller's PATH.
  private static func folder(of name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
      .first { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
  }

  static let hasPython = ["python3", "bandit", "pip-audit"]
    .allSatisfy { FileManager.default.isExecutableFile(atPath: "\(python)/\($0)") }
  static let hasNode = folder(of: "npm") != nil && folder(of: "node") != nil

  /// A PATH with them and what they need.
  static let path =
    ([python] + [folder(of: "npm"), folder(of: "node")].compactMap { $0 })
    .joined(separator: ":") + ":/usr/bin:/bin"

  /// What pip-audit and npm ask, on the loopback interface, as long as the value lives.
  final class Source {
    private let process = Process()
    private(set) var port = ""

    /// - Parameters:
    ///   - mode: of `Fixtures/loopback-advisories`.
    ///   - home: stands in the environment of the tools that may be killed.
    init(_ mode: String, home: String) throws {
      let script = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures/loopback-advisories")
      process.executableURL = URL(filePath: RealTools.python + "/python3")
      process.arguments = [script.path(percentEncoded: false), mode, home]
      let output = Pipe()
      process.standardOutput = output
      process.standardInput = FileHandle.nullDevice
      try process.run()
      let line = output.fileHandleForReading.availableData
      port = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
      guard Int(port) != nil else {
        throw Command.Failure(description: "no port from the loopback source: \(port)")
      }
    }

    deinit {
      // Not TERM: a process that a test starts takes over the signals its thread blocks.
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
  }
}

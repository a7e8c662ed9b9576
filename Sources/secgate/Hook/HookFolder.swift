import Foundation
import GitHistory

extension HookInstaller {
  /// The installer for the repository that a command works in. git itself is asked where it runs
  /// hooks from, since `core.hooksPath` may stand in any of its configuration files.
  static func here(_ global: GlobalOptions) throws -> HookInstaller {
    let directory = global.workingDirectory
    let layout: RepositoryLayout
    do {
      layout = try Repository.open(directory, OpenOptions(trustOwner: global.trustsOwner)).layout
    } catch {
      throw CommandFailure.usage("\(error)")
    }
    let answer = try git(["rev-parse", "--git-path", "hooks"], in: directory)
    let hooks = answer.hasPrefix("/") ? answer : directory + "/" + answer
    return HookInstaller(
      hooks: URL(filePath: hooks).standardizedFileURL,
      root: layout.workTree.map { URL(filePath: $0) },
      common: URL(filePath: layout.commonDirectory), program: runningProgram())
  }

  /// Asks git one question; it runs nothing of the repository for `rev-parse`.
  private static func git(_ arguments: [String], in directory: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git", "-C", directory] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch {
      throw CommandFailure.usage("git is not on PATH; a hook needs it")
    }
    let bytes = (try? output.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
    guard process.terminationStatus == 0, !text.isEmpty else {
      throw CommandFailure.usage(
        "git does not say where its hooks are; run `git \(arguments.joined(separator: " "))` in "
          + directory)
    }
    return text
  }

  /// The absolute path of this binary, links kept, so that an upgrade behind a link is followed.
  private static func runningProgram() -> String {
    let given = CommandLine.arguments[0]
    if given.hasPrefix("/") { return given }
    if given.contains("/") {
      return URL(filePath: given).standardizedFileURL.path(percentEncoded: false)
    }
    let search = ProcessInfo.processInfo.environment["PATH"] ?? ""
    for folder in search.split(separator: ":") where folder.hasPrefix("/") {
      let path = "\(folder)/\(given)"
      if FileManager.default.isExecutableFile(atPath: path) { return path }
    }
    return Bundle.main.executablePath ?? given
  }
}

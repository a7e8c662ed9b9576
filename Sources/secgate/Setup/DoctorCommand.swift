import ArgumentParser
import BaselineStore
import FindingModel
import Foundation
import GateEngine
import GateReporting
import GitHistory
import ScannerRunner

/// Diagnosis.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look at repository, configuration, decisions, store, hook and tools.")

  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let project = try global.project()
    let diagnosis = Diagnosis(project: project, configurationFile: global.configurationFile)
    let signs = await diagnosis.all()
    if global.format == .json {
      try JSONAnswer.write(signs, global)
    } else {
      for sign in signs where !(global.quiet && sign.health == .good) {
        let word = sign.health.rawValue
        let padding = String(repeating: " ", count: 6 - word.count)
        Console.print("\(word)\(padding)\(VisibleText.lines(sign.text))")
      }
    }
    if signs.contains(where: { $0.health == .wrong }) { throw ExitCode(1) }
  }
}

/// What `secgate doctor` looks at.
struct Diagnosis {
  struct Sign: Encodable {
    enum Health: String, Encodable { case good, note, wrong }
    var health: Health
    var text: String
  }

  var project: Project
  var configurationFile: String?

  func all() async -> [Sign] {
    [Sign(health: .good, text: SecgateVersionText.line)] + repository() + configuration()
      + decisions() + store() + hook() + (await tools())
  }

  private func repository() -> [Sign] {
    guard let layout = project.layout else {
      return [
        Sign(health: .note, text: "\(project.root) is no git repository: a folder is scanned")
      ]
    }
    do {
      let completeness = try project.open(layout).completeness()
      var signs = [Sign(health: .good, text: "repository \(layout.commonDirectory)")]
      if !completeness.shallow.isEmpty {
        signs.append(
          Sign(
            health: .wrong,
            text: "the clone is shallow: full history needs git fetch --unshallow"))
      }
      if completeness.isPartial {
        signs.append(
          Sign(
            health: .note,
            text: "a partial clone: objects that are not here make full history INCOMPLETE"))
      }
      return signs + completeness.damaged.map { Sign(health: .wrong, text: $0) }
    } catch {
      return [Sign(health: .wrong, text: "\(error)")]
    }
  }

  private func configuration() -> [Sign] {
    do {
      let files = try ProjectFiles.judged(project)
      let found = try files.configuration(configurationFile) != nil
      return [
        Sign(
          health: .good,
          text: found ? "configuration is right" : "no configuration: the built-in policy holds")
      ]
    } catch {
      return [Sign(health: .wrong, text: "\(error)")]
    }
  }

  private func decisions() -> [Sign] {
    do {
      let set = try ProjectFiles.judged(project).decisions(project.baselineFolder())
      let problems = set.problems.map { Sign(health: .wrong, text: "\($0)") }
      return [Sign(health: .good, text: "\(set.decisions.count) decisions")] + problems
    } catch {
      return [Sign(health: .wrong, text: "\(error)")]
    }
  }

  private func store() -> [Sign] {
    let path = project.store.path(percentEncoded: false)
    guard FileManager.default.fileExists(atPath: path) else {
      return [Sign(health: .good, text: "no store yet: the first scan makes \(path)")]
    }
    do {
      let store = try BaselineStore.open(at: project.store)
      let problems = try store.integrityProblems() + store.notices
      return problems.isEmpty
        ? [Sign(health: .good, text: "store \(path)")]
        : problems.map { Sign(health: .wrong, text: $0) }
    } catch {
      return [Sign(health: .wrong, text: error.message)]
    }
  }

  /// The hook in its usual place; one that `core.hooksPath` moves is git's to find.
  private func hook() -> [Sign] {
    guard let layout = project.layout else { return [] }
    let file = HookFile(URL(filePath: layout.commonDirectory + "/hooks/pre-push"))
    guard file.text.contains(HookScript.mark) else {
      return [Sign(health: .note, text: "no pre-push hook: secgate hook install")]
    }
    let line = file.text.split(separator: "\n").first { $0.hasPrefix("secgate='") } ?? ""
    let program = String(line.dropFirst("secgate='".count).dropLast())
    return FileManager.default.isExecutableFile(atPath: program)
      ? [Sign(health: .good, text: "pre-push hook \(file.path)")]
      : [
        Sign(
          health: .wrong,
          text: "the pre-push hook names \(program), which is gone: secgate hook install")
      ]
  }

  /// Each as: version, where, digest, pinned or not, age of its database; or how to get it.
  private func tools() async -> [Sign] {
    let pinned = pins()
    var signs: [Sign] = []
    for tool in ToolCatalog.tools {
      let settings = pinned[tool.name] ?? ToolSettings()
      let sight = await ToolSight.look(for: tool, settings: settings, root: project.root)
      signs.append(sign(sight, settings))
    }
    return signs
  }

  private func sign(_ sight: ToolSight, _ settings: ToolSettings) -> Sign {
    guard let located = sight.located else {
      return Sign(
        health: .note,
        text: "\(sight.name): \(sight.problem ?? "not found"); install: \(sight.installCommand)")
    }
    var parts = ["\(sight.name) \(sight.version ?? "of unknown version") at \(located.path)"]
    parts.append(
      "\(located.digest.prefix(19))… of the \(located.digestOf.replacing("-", with: " "))")
    let isPinned = settings.version != nil || settings.sha256 != nil
    parts.append(isPinned ? "pinned" : "not pinned")
    if let date = sight.databaseDate { parts.append("database of \(date.prefix(10))") }
    if let problem = sight.problem { parts.append(problem) }
    return Sign(
      health: sight.problem == nil ? .good : .wrong, text: parts.joined(separator: ", "))
  }

  /// `version` and `sha256` of the judged configuration; a wrong one is told above.
  private func pins() -> [String: ToolSettings] {
    let found = try? ProjectFiles.judged(project).configuration(configurationFile)
    return (found?.tools ?? [:]).mapValues { $0.settings(isTrusted: false) }
  }
}

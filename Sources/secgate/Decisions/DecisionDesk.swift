import BaselineStore
import FindingModel
import Foundation
import GateEngine
import GateReporting
import GitHistory
import SecretScanning

/// Where decisions are made: checks them, writes text and store together, says what was done.
struct DecisionDesk {
  let setup: JudgingSetup
  let store: BaselineStore
  let mask: SecretMask
  let making: DecisionMaking
  let folder: DecisionFolder
  let actor: String

  /// - Throws: exit 4 where the store cannot be used: no decision is made without it.
  init(_ setup: JudgingSetup) throws {
    self.setup = setup
    do {
      store = try BaselineStore.open(at: setup.project.store)
    } catch {
      throw CommandFailure.internal("no decision was recorded: \(error.message)")
    }
    for notice in store.notices { Console.note("secgate: warning: \(notice)") }
    let mask = try FreeTextMask.make()
    self.mask = mask
    let now = Timestamp(seconds: Int(Date().timeIntervalSince1970))
    making = DecisionMaking(
      policies: setup.configuration.policies, today: now.day,
      feeds: setup.input(Scope(kind: "history", name: ""), now: now).feeds,
      mask: { mask.masked($0) })
    folder = DecisionFolder(setup.baselineFolder.url, name: setup.baselineFolder.name)
    actor = Self.user(setup.project)
  }

  /// git's user, else the operating system's.
  static func user(_ project: Project) -> String {
    let environment = ProcessInfo.processInfo.environment
    if let name = environment["GIT_AUTHOR_NAME"], !name.isEmpty { return name }
    guard let layout = project.layout,
      let entries = try? project.open(layout).configuration(),
      let name = entries.last(where: { $0.key == "user.name" })?.value
    else { return AuditEntry.systemUser }
    return name
  }

  func decide(_ decisions: [Decision]) throws {
    do {
      try store.decide(decisions, files: folder, by: actor)
    } catch {
      throw CommandFailure.internal(error.message)
    }
  }

  func withdraw(_ ids: [String]) throws {
    do {
      try store.withdraw(ids, files: folder, by: actor)
    } catch {
      throw CommandFailure.internal(error.message)
    }
  }

  /// Decides one kind on many findings, all of them or none.
  func decide(_ kind: Decision.Kind, on findings: [Finding], _ words: DecisionWords) throws {
    let decisions = try Self.worded { () throws(DecisionRefusal) in
      var decisions: [Decision] = []
      for finding in findings { decisions.append(try making.decide(kind, on: finding, words)) }
      return decisions
    }
    try decide(decisions)
    tell(decisions)
  }

  /// A refusal is the user's to repair: exit 2.
  static func worded<Result>(_ body: () throws(DecisionRefusal) -> Result) throws -> Result {
    do { return try body() } catch { throw CommandFailure.usage(error.description) }
  }

  func tell(_ decisions: [Decision]) {
    for decision in decisions {
      let until = decision.expires.map { " until \($0)" } ?? ""
      let kind = decision.kind.rawValue.replacing("_", with: " ")
      Console.print(VisibleText.make("\(kind)\(until): \(decision.id)"))
    }
    if let folder = setup.baselineFolder.name {
      Console.note("review and commit \(VisibleText.make(folder))")
    } else {
      let folder = setup.baselineFolder.url.path(percentEncoded: false)
      Console.note("written to \(VisibleText.make(folder)), outside of what git tracks")
    }
  }
}

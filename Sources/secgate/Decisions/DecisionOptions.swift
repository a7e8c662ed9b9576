import ArgumentParser
import FindingModel
import GateEngine

/// What every decision says.
struct DecisionOptions: ParsableArguments {
  @Option(help: "Why.")
  var reason: String

  @Option(help: "Who answers for it.")
  var owner: String

  @Option(help: ArgumentHelp("Who else agreed.", valueName: "name"))
  var approver: String?

  @Option(help: ArgumentHelp("Where it is discussed.", valueName: "id"))
  var ticket: String?

  @Option(help: "One of OpenVEX's words, such as vulnerable_code_not_in_execute_path.")
  var justification: String?

  func words(expires: String?) throws -> DecisionWords {
    var words = DecisionWords(reason: reason, owner: owner)
    words.expires = try expires.map(DayArgument.read)
    words.approver = approver
    words.ticket = ticket
    words.justification = justification
    return words
  }
}

/// `--expires`.
enum DayArgument {
  static func read(_ text: String) throws -> Day {
    guard let day = Day(text) else {
      throw CommandFailure.usage("--expires \(text) is no day; write YYYY-MM-DD")
    }
    return day
  }
}

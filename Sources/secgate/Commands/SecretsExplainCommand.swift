import ArgumentParser
import FindingModel
import GateEngine
import GateReporting
import GitHistory
import SecretScanning

struct SecretsExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say why something on a line is reported, or why not.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var judging: JudgingOptions
  @OptionGroup var ruleOptions: RuleOptions

  @Argument(help: ArgumentHelp("A line of a file.", valueName: "file:line"))
  var place: String

  func run() async throws {
    guard let colon = place.lastIndex(of: ":"),
      let line = Int(place[place.index(after: colon)...]), line > 0
    else { throw CommandFailure.usage("\(place): write FILE:LINE, as app.env:3") }
    let file = String(place[..<colon])
    let setup = try judging.setup(try global.project(), global)
    let matcher = try ruleOptions.matcher(ruleOptions.rules, setup, global)
    let native = NativeSearch(settings: setup.configuration.secrets, matcher: matcher)
    let options = native.options(
      .files([file]), minimumConfidence: setup.configuration.policies.minConfidence)
    let explanation: SecretExplanation
    do {
      explanation = try SecretScan.explain(
        file: global.directory == nil ? file : global.absolute(file), line: line, options,
        matcher: matcher)
    } catch let error as SmallFile.Failure {
      throw CommandFailure.usage("\(file): cannot be read (\(error))")
    }
    switch global.format {
    case .json: try JSONAnswer.write(ExplanationAnswer(explanation), global)
    case .text:
      try OutputFile.write(
        Array(ExplanationAnswer(explanation).text.utf8), to: global.output.map(global.absolute))
    }
  }
}

/// What became of a line, in words and as JSON.
struct ExplanationAnswer: Encodable {
  struct Trace: Encodable {
    var rule: String
    var outcome: String
    var confidence: String?
    var preview: String?
    var steps: [String]
  }

  var path: String
  var line: Int
  var excluded: String?
  var comment: String?
  var rules: [Trace]

  init(_ explanation: SecretExplanation) {
    path = explanation.path
    line = explanation.line
    excluded = explanation.exclusion.map { "\($0.pattern): \($0.reason)" }
    comment = explanation.comment
    rules = explanation.rules.map { trace in
      Trace(
        rule: trace.rule, outcome: Self.words(trace.outcome),
        confidence: trace.confidence?.rawValue, preview: trace.preview, steps: trace.steps)
    }
  }

  var text: String {
    var lines = ["\(path):\(line)"]
    if let excluded { lines.append("  not searched: [secrets] exclude \(excluded)") }
    if let comment { lines.append("  allowed by its comment \(comment)") }
    if rules.isEmpty { lines.append("  no rule has anything to do with this line") }
    for rule in rules {
      let about = [rule.confidence.map { "confidence \($0)" }, rule.preview].compactMap { $0 }
      lines.append("  \(rule.rule): \(([rule.outcome] + about).joined(separator: ", "))")
      lines += rule.steps.map { "    \($0)" }
    }
    return VisibleText.lines(lines.joined(separator: "\n")) + "\n"
  }

  private static func words(_ outcome: RuleTrace.Outcome) -> String {
    switch outcome {
    case .reported: "reported"
    case .suspect: "a suspect, below the confidence that counts"
    case .covered(let rule): "covered by \(rule)"
    case .rejected: "rejected"
    case .unjudged: "not judged: a limit stopped the search"
    case .noMatch: "no match"
    }
  }
}

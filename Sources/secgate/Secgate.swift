import ArgumentParser
import Foundation

/// May this commit ship?
@main
struct Secgate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "secgate",
    abstract: "May this commit ship?",
    discussion: """
      secgate scans the full git history for secrets, runs or reads other security scanners, \
      remembers what people decided, and answers with one verdict.

      Exit codes: 0 pass, 1 fail, 2 usage or configuration error, 3 incomplete (something \
      required was not looked at), 4 internal error, 130 interrupted.
      """,
    version: SecgateVersionText.line,
    subcommands: [
      ScanCommand.self, SecretsCommand.self, GateCommand.self, FindingsCommand.self,
      ImportCommand.self, EvidenceCommand.self, ReportCommand.self, Rules.self, HookCommand.self,
      MergeCommand.self, ReviewCommand.self, AcceptCommand.self, FalsePositiveCommand.self,
      ReopenCommand.self, RenewCommand.self,
      WaiveCommand.self, BaselineCommand.self, SignOffCommand.self, InitCommand.self,
      DoctorCommand.self, ConfigCommand.self, TrustCommand.self,
    ])

  /// ArgumentParser's own main exits with 64 for a wrong flag; ours is 2, and a failure of the
  /// program itself is 4.
  static func main() async {
    Interrupt.install()
    BrokenPipe.ignore()
    let arguments = Array(CommandLine.arguments.dropFirst())
    EarlyStart.begin(arguments)
    do {
      if let hook = PlainHook(arguments) {
        try await hook.run()
        Foundation.exit(0)
      }
      var command = try parseAsRoot(LeadingOptions.moved(arguments))
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      Foundation.exit(0)
    } catch {
      Foundation.exit(ExitStatus.report(error))
    }
  }
}

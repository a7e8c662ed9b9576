import ArgumentParser
import GateEngine
import GateReporting

struct ConfigCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "The configuration: check it.",
    subcommands: [ConfigCheckCommand.self])
}

struct ConfigCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Look at .secgate.toml; 1 if something is wrong with it.")

  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let project = try global.project()
    do {
      let files = try ProjectFiles.judged(project)
      guard let configuration = try files.configuration(global.configurationFile) else {
        Console.print(
          "there is no .secgate.toml: the built-in policy holds; secgate init writes one")
        return
      }
      if !global.quiet {
        Console.print(
          VisibleText.lines(
            "the configuration is right; what differs from the built-in one:\n"
              + configuration.canonicalText))
      }
    } catch let error as ConfigurationError {
      for problem in error.problems { Console.print(VisibleText.make("\(problem)")) }
      throw ExitCode(1)
    }
  }
}

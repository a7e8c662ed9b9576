import ArgumentParser

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

/// Flags that every command understands.
struct GlobalOptions: ParsableArguments, GlobalFlags {
  @Option(
    name: .customShort("C"), help: ArgumentHelp("Run as if started in DIR.", valueName: "dir"))
  var directory: String?

  @Option(help: ArgumentHelp("Configuration instead of .secgate.toml.", valueName: "file"))
  var config: String?

  @Option(help: "How to answer: text or json.")
  var format: OutputFormat = .text

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("Write the answer to FILE; - is standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Use no network, and let no tool use it.")
  var offline = false

  @Flag(name: .shortAndLong, help: "Say nothing but the result.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say more, and what each phase of a search took.")
  var verbose = false

  @Flag(help: "No colour, also by NO_COLOR.")
  var noColor = false

  @Flag(help: "Read a repository that somebody else owns.")
  var trustOwner = false
}

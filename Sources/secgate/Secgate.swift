import ArgumentParser

@main
struct Secgate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "secgate", abstract: "May this commit ship?")
}

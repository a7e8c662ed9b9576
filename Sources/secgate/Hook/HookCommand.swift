import ArgumentParser
import GateReporting

/// The question at `git push`.
struct HookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hook", abstract: "The pre-push hook: install it, remove it, or run it.",
    subcommands: [
      HookInstallCommand.self, HookUninstallCommand.self, PrePushCommand.self,
      PreReceiveCommand.self,
    ])
}

struct HookInstallCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install", abstract: "Put the pre-push hook where git will run it.")

  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let installer = try HookInstaller.here(global)
    Console.print(VisibleText.lines(try installer.install()))
  }
}

struct HookUninstallCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uninstall", abstract: "Remove the hook and restore what was there before.")

  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let installer = try HookInstaller.here(global)
    Console.print(VisibleText.lines(try installer.uninstall()))
  }
}

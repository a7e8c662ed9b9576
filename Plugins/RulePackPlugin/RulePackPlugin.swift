import Foundation
import PackagePlugin

/// Decodes `Rules/*.toml` at build time, so that the binary starts without reading TOML.
@main
struct RulePackPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let rules = context.package.directoryURL.appending(path: "Rules")
    let packs = try FileManager.default
      .contentsOfDirectory(at: rules, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "toml" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    let output = context.pluginWorkDirectoryURL.appending(path: "BuiltInRulePacks.swift")
    return [
      .buildCommand(
        displayName: "Decoding rule packs",
        executable: try context.tool(named: "rulepack-compiler").url,
        arguments: [output.path()] + packs.map { $0.path() },
        inputFiles: packs,
        outputFiles: [output])
    ]
  }
}

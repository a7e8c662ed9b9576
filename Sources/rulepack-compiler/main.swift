import Foundation

// usage: rulepack-compiler OUTPUT.swift PACK.toml…
let arguments = CommandLine.arguments
try "".write(toFile: arguments[1], atomically: true, encoding: .utf8)

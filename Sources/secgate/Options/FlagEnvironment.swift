import Foundation

/// What the environment says in place of a flag: `SECGATE_` and the flag's name in upper case with
/// `_` for `-`. A flag that was given counts before it.
struct FlagEnvironment {
  var values: [String: String] = ProcessInfo.processInfo.environment

  /// The value for `--fail-on` is that of `SECGATE_FAIL_ON`; an empty one is none.
  func value(_ flag: String) -> String? {
    let name = "SECGATE_" + flag.uppercased().replacing("-", with: "_")
    return values[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A switch: set unless `0`, `false`, `no` or `off`.
  func isSet(_ flag: String) -> Bool {
    guard let value = value(flag) else { return false }
    return !["0", "false", "no", "off"].contains(value.lowercased())
  }

  /// Whether this is a CI job: nothing is asked, nothing remembered from elsewhere is believed.
  var isCI: Bool {
    guard let value = values["CI"], !value.isEmpty else { return false }
    return !["0", "false"].contains(value.lowercased())
  }
}

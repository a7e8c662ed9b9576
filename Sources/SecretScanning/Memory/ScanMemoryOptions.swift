import Foundation

/// Where the scan keeps what it has searched, and the key that nobody else has.
public struct ScanMemoryOptions: Sendable, Hashable {
  /// The user's own folder outside of every repository: the key lies there.
  public var stateDirectory: String

  /// - Parameter stateDirectory: `$XDG_STATE_HOME/secgate` or `~/.local/state/secgate`.
  public init(stateDirectory: String) { self.stateDirectory = stateDirectory }

  /// By the environment; nil where it names no home.
  public init?(environment: [String: String]) {
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      self.init(stateDirectory: state + "/secgate")
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      self.init(stateDirectory: home + "/.local/state/secgate")
    } else {
      return nil
    }
  }
}

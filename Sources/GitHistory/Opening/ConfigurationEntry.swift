import CLibgit2

/// One setting of a git configuration file.
public struct ConfigurationEntry: Sendable, Hashable {
  /// Section and name in lower case, the subsection between them as written.
  public var key: String
  public var value: String

  /// The settings of one file, in its order; empty where the file is missing.
  static func entries(of file: String) throws(GitError) -> [ConfigurationEntry] {
    LibGit2.start
    guard FileStatus.exists(file) else { return [] }
    var configuration: OpaquePointer?
    defer { unsafe git_config_free(configuration) }
    try LibGit2.check(
      unsafe git_config_open_ondisk(&configuration, file), .unreadable,
      "\(file): the configuration cannot be read")
    var iterator: OpaquePointer?
    defer { unsafe git_config_iterator_free(iterator) }
    try LibGit2.check(
      unsafe git_config_iterator_new(&iterator, configuration), .unreadable,
      "\(file): the configuration cannot be read")
    var found: [ConfigurationEntry] = []
    while true {
      var entry: UnsafeMutablePointer<git_config_entry>?
      let result = unsafe git_config_next(&entry, iterator)
      if result == GIT_ITEROVER.rawValue { return found }
      try LibGit2.check(result, .unreadable, "\(file): the configuration cannot be read")
      guard let entry = unsafe entry, let name = unsafe entry.pointee.name else { continue }
      let value = unsafe entry.pointee.value
      unsafe found.append(
        ConfigurationEntry(
          key: String(cString: name), value: value.map { unsafe String(cString: $0) } ?? "true"))
    }
  }
}

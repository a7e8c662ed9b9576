extension Repository {
  /// The repository's own settings: of all its work trees, then of this one. Not the user's.
  public func configuration() throws(GitError) -> [ConfigurationEntry] {
    var entries = try ConfigurationEntry.entries(of: layout.commonDirectory + "/config")
    entries += try ConfigurationEntry.entries(of: layout.gitDirectory + "/config.worktree")
    return entries
  }
}

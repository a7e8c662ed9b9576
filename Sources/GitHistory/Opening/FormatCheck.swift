import CLibgit2

/// Names what libgit2 cannot read before it fails in its own words.
enum FormatCheck {
  /// Extensions that change nothing for a reader, or that the library is told to accept.
  private static let known: Set<String> = [
    "noop", "noop-v1", "preciousobjects", "partialclone", "worktreeconfig", "relativeworktrees",
  ]

  static func run(_ configuration: [ConfigurationEntry], at path: String) throws(GitError) {
    for entry in configuration {
      if entry.key == "core.repositoryformatversion" {
        guard let version = Int(entry.value), version > 1 else { continue }
        throw GitError(
          .unsupportedFormat,
          "\(path): repository format version \(version) is not supported (0 and 1 are)")
      }
      guard entry.key.hasPrefix("extensions.") else { continue }
      try check(String(entry.key.dropFirst("extensions.".count)), entry.value, at: path)
    }
  }

  private static func check(_ name: String, _ value: String, at path: String) throws(GitError) {
    let visible = VisibleText.of(value.utf8)
    switch name {
    case _ where known.contains(name): return
    case "objectformat":
      if value.lowercased() == "sha1" { return }
      throw GitError(
        .unsupportedFormat,
        "\(path): object format \(visible) is not supported, only sha1 is; "
          + "export the repository to a sha1 one with `git fast-export` and `git fast-import`")
    case "refstorage":
      if value.lowercased() == "files" { return }
      throw GitError(
        .unsupportedFormat,
        "\(path): reference storage \(visible) is not supported, only files is; "
          + "convert it with `git refs migrate --ref-format=files`")
    default:
      throw GitError(
        .unsupportedFormat,
        "\(path): extension \(VisibleText.of(name.utf8)) is not supported; "
          + "what it changes is unknown, so nothing was read")
    }
  }
}

extension Repository {
  /// What people call the repository: the last part of where it was cloned from, so that all clones
  /// have one name; else of its folder. Without `.git`; never an address or an absolute path.
  public func nameForPeople() throws(GitError) -> String {
    let origin = try configuration().last { $0.key == "remote.origin.url" }?.value ?? ""
    for place in [origin, layout.workTree ?? layout.commonDirectory, layout.commonDirectory] {
      // `host:name.git`, `https://host/a/name.git/`, `/a/name/.git`.
      let parts = place.split { $0 == "/" || $0 == ":" || $0 == "\\" }.map(String.init)
      guard var name = parts.last(where: { $0 != ".git" }) else { continue }
      if name.hasSuffix(".git") { name = String(name.dropLast(4)) }
      // Credentials stand before an `@`; what is left of an address without a path is no name.
      if !name.isEmpty, name != ".", name != "..", !name.contains("@") { return name }
    }
    return "/"
  }
}

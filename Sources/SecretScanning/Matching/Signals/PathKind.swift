/// What a path says about what stands in the file.
enum PathKind: String {
  case test, docs
  case lockFile = "lock file"
  case vendored, minified

  private static let folders: [String: PathKind] = [
    "test": .test, "tests": .test, "spec": .test, "specs": .test, "__tests__": .test,
    "testing": .test, "testdata": .test, "fixtures": .test, "__fixtures__": .test, "mocks": .test,
    "__mocks__": .test, "testcases": .test, "e2e": .test, "examples": .docs, "example": .docs,
    "samples": .docs, "sample": .docs, "demo": .docs, "demos": .docs, "docs": .docs, "doc": .docs,
    "guides": .docs, "documentation": .docs, "vendor": .vendored, "vendors": .vendored,
    "node_modules": .vendored, "third_party": .vendored, "thirdparty": .vendored,
    "3rdparty": .vendored, "bower_components": .vendored, "deps": .vendored, "external": .vendored,
    "site-packages": .vendored, "dependencies": .vendored, "dist": .vendored, "pods": .vendored,
    "locale": .docs, "locales": .docs, "i18n": .docs,
  ]

  private static let lockFiles: Set<String> = [
    "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "gemfile.lock",
    "cargo.lock", "poetry.lock", "pipfile.lock", "composer.lock", "go.sum", "go.mod", "uv.lock",
    "packages.lock.json", "mix.lock", "pubspec.lock", "podfile.lock", "flake.lock", "bun.lock",
    "package.resolved", "gradle.lockfile", "deno.lock", "cartfile.resolved",
  ]

  private static let documents = [
    ".md", ".rst", ".adoc", ".asciidoc", ".textile", ".rdoc", ".html", ".htm", ".man", ".tex",
    ".markdown",
    ".svg", ".po", ".pot", ".ipynb",
  ]

  static func of(_ path: String) -> PathKind? {
    let parts = path.lowercased().split(separator: "/").map(String.init)
    guard let name = parts.last else { return nil }
    if lockFiles.contains(name) { return .lockFile }
    if [".min.js", ".min.css", ".bundle.js", ".js.map", ".css.map", ".min.mjs"].contains(
      where: name.hasSuffix)
    {
      return .minified
    }
    let kinds = parts.dropLast().compactMap { part in
      folders[part] ?? (isTestFolder(part) ? .test : nil)
    }
    if let kind = kinds.first { return kind }
    if isTest(name) { return .test }
    let plain = ["readme", "changelog", "changes", "history", "authors", "news", "contributing"]
    if documents.contains(where: name.hasSuffix) || plain.contains(where: name.hasPrefix) {
      return .docs
    }
    return nil
  }

  /// `integration-test-app`, `api_tests`, `test.fixtures`: a word of its name says so.
  private static func isTestFolder(_ name: String) -> Bool {
    name.split { $0 == "-" || $0 == "_" || $0 == "." }
      .contains { ["test", "tests", "testing", "spec", "specs", "fixtures"].contains($0) }
  }

  private static func isTest(_ name: String) -> Bool {
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    return name.hasPrefix("test") || stem.hasSuffix("_test") || stem.hasSuffix("_spec")
      || stem.hasSuffix("-test") || name.contains(".test.") || name.contains(".spec.")
      || stem.hasSuffix("tests")
      || name == "conftest.py" || name.contains("fixture") || name.contains("mock")
      || stem.hasSuffix("test") && name.hasSuffix(".java")
  }
}

import ScannerRunner

/// The names that `[tools]` and its runs may use.
enum ToolNames {
  static let runnable = ToolCatalog.tools.map(\.name).sorted()

  static let targetKinds = [
    "manifest", "directory", "image", "filesystem", "config", "k8s", "repository", "url",
    "automation",
  ]
}

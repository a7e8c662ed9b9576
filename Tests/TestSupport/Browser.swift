import Foundation

/// A headless Chromium that is driven by `Tests/BrowserChecks`, with axe-core for accessibility.
/// `.ci/install-test-tools` installs both.
public enum Browser {
  /// A page to look at.
  public struct Page: Sendable {
    /// The file's name for messages, without its ending.
    public var name: String
    public var bytes: [UInt8]
    /// How many findings it must list.
    public var findings: Int
    /// Whether accessibility is checked too, at each width, in light and dark.
    public var audit: Bool
    /// An earlier page that must have the same elements.
    public var like: String?

    public init(
      _ name: String, _ bytes: [UInt8], findings: Int, audit: Bool = false, like: String? = nil
    ) {
      self.name = name
      self.bytes = bytes
      self.findings = findings
      self.audit = audit
      self.like = like
    }
  }

  /// Whether tests of pages run: where what they need is missing they are skipped by name, and fail
  /// where `CI` is set.
  public static let isWanted = isThere || !(environment["CI"] ?? "").isEmpty
  /// For the reports of skipped tests.
  public static let missing = "Chromium or axe-core is missing: .ci/install-test-tools"

  private static let environment = ProcessInfo.processInfo.environment
  private static let path = ["chromium", "chromium-browser", "google-chrome"]
    .flatMap { name in ["/usr/bin/", "/usr/local/bin/"].map { $0 + name } }
    .first { FileManager.default.isExecutableFile(atPath: $0) }
  private static let tools = Shared.projectRoot.appending(path: ".build-tools/browser")
  private static let python = tools.appending(path: "bin/python3").path(percentEncoded: false)
  private static let axe: String? = {
    let library = tools.appending(path: "lib").path(percentEncoded: false)
    let files = try? FileManager.default.subpathsOfDirectory(atPath: library)
    return files?.first { $0.hasSuffix("/axe.min.js") }.map { "\(library)/\($0)" }
  }()
  private static var isThere: Bool { path != nil && axe != nil }

  /// What is wrong with pages in a real browser, looked at in light, without scripting and on paper;
  /// with an audit also in dark and at the widths of a tablet and a telephone.
  ///
  /// - Throws: where the browser or axe-core is missing, or the browser cannot be driven.
  public static func problems(_ pages: [Page]) throws -> [String] {
    guard let path, let axe else { throw Command.Failure(description: missing) }
    let folder = try TemporaryDirectory()
    for page in pages { try folder.write(Data(page.bytes), to: page.name + ".html") }
    try folder.write(JSONEncoder().encode(pages.map(Listed.init)), to: "pages.json")
    let script = Shared.projectRoot.appending(path: "Tests/BrowserChecks/look_at_pages.py")
    let command = try Command.run(
      [python, "-B", script.path(percentEncoded: false), path, axe, folder.path],
      in: folder.url, environment: ["HOME": folder.path, "PATH": "/usr/bin:/bin"])
    guard command.status == 0 else { throw Command.Failure(description: command.errorText) }
    return try JSONDecoder().decode([String].self, from: command.output)
  }

  private struct Listed: Encodable {
    var file: String
    var findings: Int
    var audit: Bool
    var like: String?

    init(_ page: Page) {
      file = page.name + ".html"
      findings = page.findings
      audit = page.audit
      like = page.like.map { $0 + ".html" }
    }
  }
}

public import Foundation

/// A headless Chromium, where one is installed.
public enum Browser {
  public static let path = ["chromium", "chromium-browser", "google-chrome"]
    .flatMap { name in ["/usr/bin/", "/usr/local/bin/"].map { $0 + name } }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// A page after its script has run.
  public struct Page: Sendable {
    /// The document as it stands then.
    public var document: String
    /// What the console said: errors and refusals of the content security policy too.
    public var console: [String]
  }

  /// - Throws: where no browser is installed, or it shows no document.
  public static func open(_ file: URL) throws -> Page {
    guard let path else { throw Command.Failure(description: "no Chromium is installed") }
    let profile = try TemporaryDirectory()
    let command = try Command.run(
      [
        path, "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
        "--user-data-dir=\(profile.path)", "--virtual-time-budget=5000", "--dump-dom",
        file.absoluteString,
      ],
      in: profile.url, environment: ["HOME": profile.path, "PATH": "/usr/bin:/bin"])
    guard command.text.contains("<html") else {
      throw Command.Failure(description: "Chromium shows nothing: \(command.errorText)")
    }
    let lines = command.errorText.split(separator: "\n").map(String.init)
    return Page(document: command.text, console: lines.filter { $0.contains("CONSOLE") })
  }
}

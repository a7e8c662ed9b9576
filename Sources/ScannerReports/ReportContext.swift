import ReportReading

/// What is known about a report beside its bytes.
public struct ReportContext: Sendable {
  /// The tool's exit code, where somebody saw it.
  public var exitCode: Int?
  /// The manifest the tool was given, relative to the repository's root.
  public var manifest: String?
  /// The image the tool was given.
  public var image: String?
  /// Name of the report's file, for messages only.
  public var fileName: String?
  /// The folder the tool ran in or the repository's root, absolute; taken off reported paths.
  public var root: String?
  /// The text of a file of the judged tree by its path, for source lines that the report lacks.
  public var source: (@Sendable (String) -> [UInt8]?)?
  var limits = ReportLimits()

  public init(
    exitCode: Int? = nil, manifest: String? = nil, image: String? = nil, fileName: String? = nil,
    root: String? = nil,
    source: (@Sendable (String) -> [UInt8]?)? = nil
  ) {
    self.exitCode = exitCode
    self.manifest = manifest
    self.image = image
    self.fileName = fileName
    self.root = root
    self.source = source
  }
}

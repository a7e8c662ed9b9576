import FindingModel

/// What `--version` prints.
enum SecgateVersionText {
  static let line = "secgate \(SecgateVersion.current)"
}

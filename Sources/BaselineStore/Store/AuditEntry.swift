public import FindingModel
import Foundation

/// One line of the audit trail. Entries are added and never changed; their order is `number`, since
/// a clock may be set back.
public struct AuditEntry: Sendable, Hashable, Codable {
  public enum Action: String, Codable, Sendable, CaseIterable {
    case added, changed, removed
    /// Anything else that a command wants on record: `adopt`, `trust`.
    case note
  }

  public var number: Int
  public var at: Timestamp
  /// Who: `Name <address>`, or the user of the operating system.
  public var actor: String
  public var action: Action
  /// The decision's id, or what a note is about.
  public var subject: String
  /// The commit the change came in with; nil: made here.
  public var commit: String?
  /// The decision file's text before and after.
  public var before: String?
  public var after: String?

  /// The user of the operating system, for actors where git knows none.
  public static var systemUser: String {
    let name = NSUserName()
    return name.isEmpty ? "unknown user" : name
  }
}

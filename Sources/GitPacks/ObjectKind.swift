/// The four kinds of git objects, with their numbers in a pack.
public enum ObjectKind: UInt8, Sendable, Hashable, CaseIterable {
  case commit = 1
  case tree = 2
  case blob = 3
  case tag = 4

  /// As a loose object's header spells it.
  init?(word: String) {
    switch word {
    case "commit": self = .commit
    case "tree": self = .tree
    case "blob": self = .blob
    case "tag": self = .tag
    default: return nil
    }
  }

  /// The word in an object's header.
  public var word: String {
    switch self {
    case .commit: "commit"
    case .tree: "tree"
    case .blob: "blob"
    case .tag: "tag"
    }
  }
}

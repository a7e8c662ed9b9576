/// A file of the object store that could not be used as a whole; what it holds is then unknown, or
/// is listed object by object as `UnreadableObject`.
public struct StorageProblem: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Code: String, Sendable {
    case unreadableFile = "unreadable file"
    case badIndex = "damaged index"
    case badPack = "damaged pack"
    case missingPack = "index without its pack"
    case badAlternate = "unusable alternate"
    case tooManyObjects = "too many objects"
  }

  public var code: Code
  public var path: String
  public var detail: String

  init(_ code: Code, path: String, detail: String) {
    self.code = code
    self.path = path
    self.detail = detail
  }

  public var description: String { "\(path): \(code.rawValue): \(detail)" }

  /// The same with what to do about it.
  public var advice: String {
    switch code {
    case .badIndex: "\(self); `git index-pack` on its pack writes it anew"
    default: "\(self); run `git fsck`"
    }
  }
}

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Walks a folder without following symbolic links, names as bytes, in byte order, each folder
/// opened below its parent's descriptor so that nothing can be swapped for a link on the way.
public struct FileWalk {
  /// What stands at a path.
  public enum Kind: Sendable, Hashable {
    case file, directory, symbolicLink
    /// Pipes, sockets, devices: never opened.
    case special
  }

  /// Far deeper than real folders; each level holds a descriptor and a stack frame.
  private static let deepest = 500

  /// Called for each entry with its path below the root; for a folder the answer says whether to
  /// go in.
  public typealias Visit = (_ path: [UInt8], _ kind: Kind) -> Bool

  /// Paths that could not be read, with the system's words.
  public private(set) var problems: [(path: [UInt8], reason: String)] = []

  public init() {}

  /// Visits everything below `root`.
  public mutating func run(_ root: [UInt8], _ visit: Visit) {
    let descriptor = unsafe root.withCString { unsafe open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor >= 0 else {
      problems.append(([], SystemError.last))
      return
    }
    walk(descriptor, [], 0, visit)
  }

  /// Takes over the descriptor. Recursion is bounded by `deepest`.
  private mutating func walk(_ folder: Int32, _ path: [UInt8], _ depth: Int, _ visit: Visit) {
    guard let names = Self.names(of: folder) else {
      problems.append((path, SystemError.last))
      close(folder)
      return
    }
    defer { close(folder) }
    for name in names {
      let child = path.isEmpty ? name : path + [0x2f] + name
      guard let kind = Self.kind(of: name, in: folder) else {
        problems.append((child, SystemError.last))
        continue
      }
      guard visit(child, kind), kind == .directory else { continue }
      let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW
      let next = unsafe name.withCString { unsafe openat(folder, $0, flags) }
      if next < 0 || depth >= Self.deepest {
        problems.append((child, next < 0 ? SystemError.last : "nested too deeply"))
        if next >= 0 { close(next) }
      } else {
        walk(next, child, depth + 1, visit)
      }
    }
  }

  private static func kind(of name: [UInt8], in folder: Int32) -> Kind? {
    var status = stat()
    let result = unsafe name.withCString {
      unsafe fstatat(folder, $0, &status, AT_SYMLINK_NOFOLLOW)
    }
    guard result == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .directory
    case S_IFLNK: return .symbolicLink
    default: return .special
    }
  }

  /// The names in a folder, sorted by bytes; empty where it cannot be read.
  static func names(in folder: [UInt8]) -> [[UInt8]] {
    let descriptor = unsafe folder.withCString {
      unsafe open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    return names(of: descriptor) ?? []
  }

  private static func names(of folder: Int32) -> [[UInt8]]? {
    let copy = dup(folder)
    guard copy >= 0 else { return nil }
    guard let stream = unsafe fdopendir(copy) else {
      close(copy)
      return nil
    }
    defer { unsafe closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe Array(bytes.prefix { $0 != 0 })
      }
      if name != [0x2e] && name != [0x2e, 0x2e] { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }
}

import Documents
public import FindingModel
public import Foundation

/// The folder of decision files: `.secgate/baseline`, or what stands for it.
public struct DecisionFolder: Sendable {
  public let url: URL
  /// The folder's name in messages, relative to the repository.
  public let name: String
  /// More files than this are not read: the rest is a problem by name.
  private static let most = 200_000

  public init(_ url: URL, name: String? = nil) {
    self.url = url
    self.name = name ?? url.lastPathComponent
  }

  /// All decisions; a folder that does not exist holds none.
  public func load() -> DecisionSet {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: AtomicFile.path(url))
        .filter(DecisionSet.isDecisionFile).sorted()
    } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
      return DecisionSet()
    } catch {
      var set = DecisionSet()
      set.add(problem: DocumentError(.invalid, file: name, "cannot be listed"))
      return set
    }
    var contents: [(name: String, bytes: [UInt8])] = []
    contents.reserveCapacity(names.count)
    var problems: [DocumentError] = []
    for file in names.prefix(Self.most) {
      do throws(DocumentError) {
        contents.append((file, try read(file)))
      } catch {
        problems.append(error)
      }
    }
    var set = DecisionSet(files: contents, folder: name)
    if names.count > Self.most {
      problems.append(
        DocumentError(.tooLarge, file: name, "holds more than \(Self.most) decision files"))
    }
    for problem in problems { set.add(problem: problem) }
    return set
  }

  /// Writes a decision to its file, whole or not at all. A file of another name that holds the id
  /// is replaced.
  public func write(_ decision: Decision) throws(StoreError) {
    try write(decision, to: places(of: [decision.id])[0])
  }

  /// Removes the decision's file, whatever it is called.
  public func remove(_ id: String) throws(StoreError) { try AtomicFile.remove(places(of: [id])[0]) }

  func write(_ decision: Decision, to file: URL) throws(StoreError) {
    try makeFolder()
    try AtomicFile.write(Array(DecisionFile.text(decision).utf8), to: file)
  }

  /// For each id the file by rule, else one of another name that holds the id, else where it
  /// belongs. The folder is read at most once.
  func places(of ids: [String]) -> [URL] {
    var known: [String: String]?
    return ids.map { id in
      let usual = url.appending(path: DecisionFile.name(for: id))
      if FileManager.default.fileExists(atPath: AtomicFile.path(usual)) { return usual }
      let files = known ?? load().files
      known = files
      guard let other = files[id]?.split(separator: "/").last else { return usual }
      return url.appending(path: String(other))
    }
  }

  private func makeFolder() throws(StoreError) {
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      throw StoreError(
        .readOnly, "\(AtomicFile.path(url)) cannot be made; check its parent's permissions",
        canContinue: false)
    }
  }

  /// A regular file's bytes. A link could lead anywhere, a pipe would never end.
  private func read(_ file: String) throws(DocumentError) -> [UInt8] {
    let path = AtomicFile.path(url) + "/" + file
    let shown = name + "/" + file
    let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw DocumentError(.invalid, file: shown, "cannot be opened, or is a link")
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw DocumentError(.invalid, file: shown, "is no regular file")
    }
    guard status.st_size <= DecisionFile.largest else {
      throw DocumentError(.tooLarge, file: shown, "is larger than \(DecisionFile.largest) bytes")
    }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = unsafe bytes.withUnsafeMutableBytes { buffer in
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
        return unsafe Foundation.read(descriptor, rest.baseAddress, rest.count)
      }
      guard count > 0 else {
        if count == 0 { break }
        throw DocumentError(.invalid, file: shown, "cannot be read")
      }
      filled += count
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }
}

/// One line of a pre-push hook's standard input: what is pushed where (githooks(5), pre-push).
struct PushUpdate: Equatable {
  var localRef: String
  var localID: String
  var remoteRef: String
  var remoteID: String

  /// A deletion pushes no object.
  var isDeletion: Bool { localID.allSatisfy { $0 == "0" } }
  /// The remote has no such reference yet.
  var isNew: Bool { remoteID.allSatisfy { $0 == "0" } }

  struct Malformed: Error, CustomStringConvertible {
    var line: Int
    var description: String {
      "line \(line) of standard input is not 'local-ref local-oid remote-ref remote-oid'; "
        + "secgate hook pre-push is started by git, see secgate hook install"
    }
  }

  /// Reads every line; an empty input pushes nothing.
  static func read(_ input: String) throws(Malformed) -> [PushUpdate] {
    var updates: [PushUpdate] = []
    let lines = input.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      let fields = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 4, isObjectID(fields[1]), isObjectID(fields[3]), !fields[2].isEmpty
      else { throw Malformed(line: index + 1) }
      updates.append(
        PushUpdate(
          localRef: fields[0], localID: fields[1], remoteRef: fields[2], remoteID: fields[3]))
    }
    return updates
  }

  private static func isObjectID(_ text: String) -> Bool {
    (text.utf8.count == 40 || text.utf8.count == 64)
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}

public import Documents
public import FindingModel

/// The decisions of one tree, and what was wrong with the files that hold none.
public struct DecisionSet: Sendable {
  /// By id; of two files with one id neither counts.
  public private(set) var decisions: [Decision] = []
  /// The file name of each decision, by id.
  public private(set) var files: [String: String] = [:]
  /// Broken files, unknown keys, ids given twice; ordered by file. Never dropped silently: whoever
  /// judges must show them.
  public private(set) var problems: [DocumentError] = []

  /// Reads files as they come from a folder or from a git reference. Files whose name does not end
  /// in `.toml` are no decisions, nor are dot files (temporary ones).
  ///
  /// - Parameter folder: put before the names in messages: `.secgate/baseline`.
  public init(files contents: [(name: String, bytes: [UInt8])], folder: String) {
    var places: [String: [(name: String, decision: Decision)]] = [:]
    for (name, bytes) in contents where Self.isDecisionFile(name) {
      let shown = folder.isEmpty ? name : folder + "/" + name
      do throws(DocumentError) {
        let decision = try DecisionFile.parse(bytes, file: shown)
        places[decision.id, default: []].append((shown, decision))
      } catch {
        problems.append(error)
      }
    }
    add(places)
  }

  public init() {}

  mutating func add(missingFrom other: DecisionSet) {
    for decision in other.decisions where files[decision.id] == nil {
      decisions.append(decision)
      files[decision.id] = other.files[decision.id]
    }
    decisions.sort { $0.id < $1.id }
    for problem in other.problems { add(problem: problem) }
  }

  static func isDecisionFile(_ name: String) -> Bool {
    name.hasSuffix(".toml") && !name.hasPrefix(".")
  }

  /// A file that could not be read at all.
  mutating func add(problem: DocumentError) {
    problems.append(problem)
    problems.sort { ($0.file, $0.line ?? 0) < ($1.file, $1.line ?? 0) }
  }

  private mutating func add(_ places: [String: [(name: String, decision: Decision)]]) {
    decisions.reserveCapacity(places.count)
    files.reserveCapacity(places.count)
    for (id, found) in places {
      if found.count == 1 {
        decisions.append(found[0].decision)
        files[id] = found[0].name
        continue
      }
      let names = found.map(\.name).sorted()
      for name in names {
        let others = names.filter { $0 != name }.joined(separator: ", ")
        problems.append(
          DocumentError(
            .invalid, file: name, key: "id",
            "the same id stands in \(others); none of them counts, delete all but one"))
      }
    }
    decisions.sort { $0.id < $1.id }
    problems.sort { ($0.file, $0.line ?? 0) < ($1.file, $1.line ?? 0) }
  }

  /// SHA-256 of the decisions, whatever their files are called: the same decisions, the same
  /// digest.
  public var digest: String {
    SHA256.hexadecimal(decisions.map(DecisionFile.text).joined(separator: "\n").utf8)
  }
}

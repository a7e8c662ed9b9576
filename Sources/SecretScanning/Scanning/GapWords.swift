import FindingModel
import GitHistory
import GitPacks

/// Gaps in words for people.
enum GapWords {
  static func object(_ id: ObjectID, _ error: any Error, isPartial: Bool = false) -> Gap {
    let git = error as? GitError
    let kind: Gap.Kind =
      switch git?.code {
      case .missingObject: isPartial ? .partial : .missing
      case .corruptObject: .corrupt
      default: .unreadable
      }
    return Gap(kind: kind, subject: "object \(id)", detail: "\(error)")
  }

  static func tooLarge(_ id: ObjectID, _ header: ObjectHeader, _ limit: Int) -> Gap {
    Gap(
      kind: .blobLimit, subject: "object \(id)",
      detail: "\(header.kind.rawValue) of \(header.size) bytes, the limit is \(limit); "
        + "raise `max_blob` to have it searched")
  }

  static func tooLarge(_ path: String, _ size: Int, _ limit: Int) -> Gap {
    Gap(
      kind: .blobLimit, subject: path, path: path,
      detail: "file of \(size) bytes, the limit is \(limit); raise `max_blob` to have it searched")
  }

  static func unreadable(_ path: String, _ reason: String) -> Gap {
    Gap(kind: .unreadable, subject: path, path: path, detail: "cannot be read: \(reason)")
  }

  static func unjudged(_ subject: String, path: String?, rule: String) -> Gap {
    Gap(
      kind: .matchLimit, subject: subject, path: path, rule: rule,
      detail: "rule \(rule) reached its limit and could not judge")
  }

  /// Files of the object store that the packs' reader could not use.
  ///
  /// - Parameter completeness: which tells of lost packs and alternates in its own words.
  static func storage(_ problems: [StorageProblem], besides completeness: Completeness) -> [Gap] {
    problems.filter { problem in
      completeness.damaged.isEmpty || ![.missingPack, .badAlternate].contains(problem.code)
    }.map { Gap(kind: .corrupt, subject: "object database", detail: $0.advice) }
  }

  static func misnamed(_ object: MisnamedObject) -> Gap {
    Gap(kind: .corrupt, subject: "object \(object.id)", detail: object.words)
  }

  static func missing(_ id: ObjectID, path: [UInt8]?, isPartial: Bool) -> Gap {
    let path = path.map { VisibleText.of($0) }
    return Gap(
      kind: isPartial ? .partial : .missing, subject: "object \(id)", path: path,
      detail: isPartial
        ? "left out by a partial clone; `git fetch --refetch --no-filter` brings it"
        : "named by history and not in the repository; run `git fsck`")
  }

  static func shallow(_ commits: [ObjectID]) -> Gap {
    Gap(
      kind: .shallow, subject: "history before \(commits.count) commits",
      detail:
        "cut off by a shallow clone at \(commits.prefix(3).map(\.short).joined(separator: ", "))"
        + "\(commits.count > 3 ? " …" : ""); `git fetch --unshallow` brings it")
  }
}

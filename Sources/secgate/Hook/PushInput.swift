import Foundation

/// What is to be pushed where, whoever tells: git itself by standard input, or the pre-commit
/// framework by variables.
struct PushInput: Equatable {
  var updates: [PushUpdate]
  /// The remote's name, or its URL where it has none.
  var remote: String?
  /// What the teller leaves out.
  var note: String?

  /// - Parameters:
  ///   - input: standard input.
  ///   - remote: the first argument that git gives its hook.
  static func read(
    _ input: String, remote: String?, environment: [String: String]
  ) throws(PushUpdate.Malformed) -> PushInput {
    let updates = try PushUpdate.read(input)
    if updates.isEmpty, let fromFramework = preCommit(environment) { return fromFramework }
    return PushInput(updates: updates, remote: remote)
  }

  /// pre-commit reads standard input itself and sets these (pre-commit.com, "pre-push"); for a
  /// first push of a root commit it names no ids but the branch.
  private static func preCommit(_ environment: [String: String]) -> PushInput? {
    guard environment["PRE_COMMIT"] != nil || environment["PRE_COMMIT_REMOTE_NAME"] != nil,
      let local = environment["PRE_COMMIT_TO_REF"] ?? environment["PRE_COMMIT_LOCAL_BRANCH"]
    else { return nil }
    let update = PushUpdate(
      localRef: environment["PRE_COMMIT_LOCAL_BRANCH"] ?? local, localID: local,
      remoteRef: environment["PRE_COMMIT_REMOTE_BRANCH"] ?? "",
      remoteID: environment["PRE_COMMIT_FROM_REF"] ?? "")
    return PushInput(
      updates: [update], remote: environment["PRE_COMMIT_REMOTE_NAME"],
      note: "the pre-commit framework hands on only the first pushed reference; "
        + "secgate hook install sees all of them")
  }
}

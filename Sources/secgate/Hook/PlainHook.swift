/// The hook as git starts it, with nothing but the remote's name and URL: it need not wait for the
/// parser of all commands' flags.
struct PlainHook {
  let remote: String

  /// Nil for everything else, which the parser reads.
  init?(_ arguments: [String]) {
    guard arguments.count == 4, arguments[0] == "hook", arguments[1] == "pre-push",
      arguments.dropFirst(2).allSatisfy({ !$0.isEmpty && !$0.hasPrefix("-") })
    else { return nil }
    remote = arguments[2]
  }

  func run() async throws {
    try await PrePushCommand.judge(remote, NoGlobalFlags(), NoJudgingFlags())
  }
}

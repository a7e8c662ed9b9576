import ArgumentParser
import GateEngine
import SecretScanning

/// Which part of a history this machine searches.
struct ShardOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Search only part i of n of a history, for secgate merge.", valueName: "i/n"))
  var shard: String?

  @Option(help: "What a shard is: delta trees of these very packs (tree), or object ids (object).")
  var shardBy: ShardDivisionName?

  func validate() throws {
    guard shard == nil || selection != nil else {
      throw ValidationError("--shard \(shard ?? "") is no part: 1/4 is the first of four")
    }
    guard shardBy == nil || shard != nil else {
      throw ValidationError("--shard-by needs --shard i/n")
    }
  }

  var selection: ShardSelection? {
    shard.flatMap { ShardSelection($0, division: (shardBy ?? .tree).division) }
  }

  func search(_ selection: ShardSelection, _ job: SecretsJob) async throws -> ShardResult {
    guard case .history = job.target else {
      throw CommandFailure.usage("--shard divides a repository's history, and this is none")
    }
    do {
      return try await GitFailures.worded {
        try await Interrupt.cancelling { try await job.shard(selection) }
      }
    } catch let error as ShardError {
      throw CommandFailure.broken("INCOMPLETE: \(error)")
    }
  }
}

/// ``ShardSelection/Division`` as a word of the command line.
enum ShardDivisionName: String, ExpressibleByArgument, CaseIterable {
  case tree, object

  var division: ShardSelection.Division { self == .tree ? .tree : .object }
}

import FindingModel
import GitHistory

/// Searches files of the file system on all cores.
struct FileSearch: Sendable {
  private static let run = 16

  let context: ScanContext

  struct Output: Sendable {
    var sightings = Sightings()
    var files = 0
    var bytes = 0
    var pointers: [String] = []
  }

  /// - Parameter followsLinks: for files that a person named.
  func search(_ items: [FileItem], followsLinks: Bool = false) async throws -> Output {
    let context = context
    let items = items.filter { item in
      !context.options.exclusions.contains { $0.covers(item.path) }
    }
    let counters = Counters(total: items.count, phase: .files)
    let parts = try await WorkQueue.perform(
      count: items.count, jobs: context.jobs, run: Self.run
    ) { queue in
      let worker = try context.matcher.makeWorker()
      var output = Output()
      while let range = try await queue.take() {
        let before = output.bytes
        for item in items[range] {
          Self.search(item, context, worker, followsLinks: followsLinks, &output)
        }
        context.progress(counters.add(objects: range.count, bytes: output.bytes - before))
      }
      return output
    }
    var all = Output()
    for part in parts {
      all.sightings.merge(part.sightings)
      all.files += part.files
      all.bytes += part.bytes
      all.pointers += part.pointers
    }
    return all
  }

  private static func search(
    _ item: FileItem, _ context: ScanContext, _ worker: any SecretMatchWorker, followsLinks: Bool,
    _ output: inout Output
  ) {
    let limit = context.options.maximumBlob
    do {
      let bytes = try SmallFile.bytes(item.absolute, limit: limit, followingLink: followsLinks)
      output.files += 1
      try search(bytes, item.path, context, worker, &output)
    } catch SmallFile.Failure.tooLarge(let size) {
      output.sightings.gaps.append(GapWords.tooLarge(item.path, size, limit))
    } catch SmallFile.Failure.notRegular {
      output.sightings.gaps.append(GapWords.unreadable(item.path, "no regular file"))
    } catch SmallFile.Failure.system(let reason) {
      output.sightings.gaps.append(GapWords.unreadable(item.path, reason))
    } catch {
      output.sightings.gaps.append(GapWords.unreadable(item.path, "\(error)"))
    }
  }

  /// Searches bytes that stand at `path` now.
  static func search(
    _ bytes: [UInt8], _ path: String, _ context: ScanContext, _ worker: any SecretMatchWorker,
    _ output: inout Output
  ) throws {
    output.bytes += bytes.count
    if LFSPointer.isOne(bytes.span) { output.pointers.append(path) }
    let matches = try worker.matches(in: bytes.span)
    if matches.isEmpty { return }
    var location = Location(path: path)
    location.exposure = .worktree
    context.resolver.resolve(
      matches, in: bytes.span, at: [Spot(location: location, order: Int.max)], worker,
      into: &output.sightings)
  }
}

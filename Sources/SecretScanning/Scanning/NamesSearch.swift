import FindingModel
import GitHistory

/// Searches what a repository holds besides objects and files: names of references and its own
/// configuration, remotes with credentials in their URLs above all.
struct NamesSearch {
  let context: ScanContext
  let worker: any SecretMatchWorker

  func search(references: [Reference], into sightings: inout Sightings) throws {
    for reference in references {
      try search(
        reference.name, object: "ref \(reference.text)",
        exposure: reference.isStash || reference.target == nil ? .unreachable : .refs,
        &sightings)
    }
  }

  func search(configuration: [ConfigurationEntry], into sightings: inout Sightings) throws {
    for entry in configuration {
      try search(
        Array("\(entry.key) = \(entry.value)\n".utf8),
        object: "config \(VisibleText.of(entry.key.utf8))", exposure: .worktree, &sightings)
    }
  }

  private func search(
    _ text: [UInt8], object: String, exposure: Exposure, _ sightings: inout Sightings
  ) throws {
    let matches = try worker.matches(in: text.span)
    if matches.isEmpty { return }
    var location = Location()
    location.object = object
    location.exposure = exposure
    context.resolver.resolve(
      matches, in: text.span, at: [Spot(location: location, order: Int.max)], worker,
      into: &sightings)
  }
}

import Foundation
import TestSupport
import Testing

@Suite struct SecretsScenarioTests {
  typealias Place = PlantedRepository.Place

  @Test(arguments: Place.allCases)
  func `a token is found with the right exposure wherever git holds it`(place: Place) throws {
    let planted = try PlantedRepository([place])
    let command = try Program().run("secrets", "--format", "json", in: planted.repository.url)
    let answer = try SecretsAnswer(command)
    #expect(answer.findings.count == 1, "\(place): \(command.errorText)")
    #expect(answer.exposures == [place.exposure], "\(place)")
    #expect(command.status == (place.exposure == "unreachable" ? 0 : 1), "\(place)")
    try Leak.expectNone(of: place.token, in: command)
  }

  @Test(arguments: ObjectStorage.allCases)
  func `the same set is found however the objects are stored, by any number of jobs`(
    storage: ObjectStorage
  ) throws {
    let planted = try PlantedRepository()
    try storage.apply(to: planted.repository)
    let inside = planted.repository.url.appending(path: "a/b")
    try FileManager.default.createDirectory(at: inside, withIntermediateDirectories: true)
    let program = try Program()
    var outputs: Set<Data> = []
    for (folder, jobs) in [
      (planted.repository.url, "1"), (planted.repository.url, "7"), (inside, "2"),
    ] {
      let command = try program.run(
        "secrets", "--format", "json", "--jobs", jobs, "--no-cache", in: folder)
      #expect(command.status == 1, "\(command.errorText)")
      #expect(
        try SecretsAnswer(command).exposureByID() == PlantedRepository.expected(Set(Place.allCases))
      )
      outputs.insert(command.output)
    }
    #expect(outputs.count == 1, "the same repository, the same bytes")
  }

  @Test func `what each phase took is told where more is asked for, beside the answer`() throws {
    let planted = try PlantedRepository()
    let program = try Program()
    func run(_ flags: String...) throws -> Command {
      try program.run(
        ["secrets", "--history", "--no-cache", "--format", "json"] + flags,
        in: planted.repository.url)
    }
    let (plain, told) = (try run(), try run("-v"))
    #expect(plain.output == told.output)
    #expect(!plain.errorText.contains("CPU s"))
    #expect(try run("-v", "-q").errorText.isEmpty)
    let rows = told.errorText.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(rows.first?.joined(separator: " ") == "secgate: phase wall s CPU s")
    #expect(
      rows.dropFirst().map { $0.dropFirst().dropLast(2).joined(separator: " ") } == [
        "opening", "files", "listing", "objects", "attribution", "judging", "in all",
      ])
    for figure in rows.dropFirst().flatMap({ $0.suffix(2) }) {
      #expect(try #require(Double(figure)) >= 0)
    }
  }

  @Test(arguments: ObjectStorage.allCases)
  func `what is dangling or stashed alone is listed and does not fail`(storage: ObjectStorage)
    throws
  {
    let planted = try PlantedRepository([.dangling, .stash])
    try storage.apply(to: planted.repository)
    let command = try Program().run("secrets", "--format", "json", in: planted.repository.url)
    #expect(command.status == 0, "\(command.errorText)")
    #expect(
      try SecretsAnswer(command).exposureByID() == PlantedRepository.expected([.dangling, .stash]))
  }

  @Test(arguments: ObjectStorage.allCases)
  func `a bare clone holds the same set but for the work tree`(storage: ObjectStorage) throws {
    let planted = try PlantedRepository()
    try storage.apply(to: planted.repository)
    let folder = try TemporaryDirectory()
    let bare = folder.path + "/bare.git"
    // A clone of a path takes all objects over, also what nothing refers to.
    try planted.repository.git("clone", "-q", "--mirror", ".", bare)
    try planted.repository.git(
      "-C", bare, "remote", "set-url", "origin",
      "https://ci:\(Place.remoteURL.token)@git.example.org/a.git")
    let command = try Program().run("secrets", "--format", "json", in: URL(filePath: bare))
    #expect(command.status == 1, "\(command.errorText)")
    var expected = PlantedRepository.expected(Set(Place.allCases).subtracting([.untracked]))
    // What was staged came along as an object that nothing refers to.
    expected[Place.indexOnly.id] = "unreachable"
    #expect(try SecretsAnswer(command).exposureByID() == expected)
  }

  @Test(arguments: ObjectStorage.allCases)
  func `a linked work tree holds the same set with its own index and files`(
    storage: ObjectStorage
  ) throws {
    let own: Set<Place> = [.indexOnly, .untracked]
    let planted = try PlantedRepository(Set(Place.allCases).subtracting(own))
    let folder = try TemporaryDirectory()
    let linked = folder.url.appending(path: "linked")
    try planted.repository.git(
      "worktree", "add", "-q", linked.path(percentEncoded: false), "feature")
    try PlantedRepository.plantWorkTree(own, in: linked)
    try storage.apply(to: planted.repository)
    let command = try Program().run("secrets", "--format", "json", in: linked)
    #expect(command.status == 1, "\(command.errorText)")
    #expect(
      try SecretsAnswer(command).exposureByID() == PlantedRepository.expected(Set(Place.allCases)))
  }

  @Test func `standard input, a file and a folder are scanned without a repository`() throws {
    let folder = try TemporaryDirectory()
    let token = MadeUpSecret.githubToken(7)
    try folder.write("key: \(token)\n", to: "deep/app.yml")
    let program = try Program()
    for (arguments, input) in [
      (["secrets", "--stdin", "--format", "json"], "token=\(token)\n"),
      (["secrets", "deep/app.yml", "--format", "json"], ""),
      (["secrets", ".", "--format", "json"], ""),
    ] {
      let command = try program.run(arguments, in: folder.url, input: input)
      #expect(command.status == 1, "\(arguments): \(command.errorText)")
      #expect(try SecretsAnswer(command).findings.count == 1, "\(arguments)")
      try Leak.expectNone(of: token, in: command)
    }
  }
}

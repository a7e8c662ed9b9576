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

  @Test func `the same set is found however the objects are stored`() throws {
    let planted = try PlantedRepository()
    let program = try Program()
    func scan(_ folder: URL) throws -> SecretsAnswer {
      try SecretsAnswer(program.run("secrets", "--format", "json", in: folder))
    }
    let loose = try scan(planted.repository.url)
    #expect(loose.findings.count == Place.allCases.count)
    try planted.repository.git("repack", "-q", "-d")
    #expect(try scan(planted.repository.url).ids == loose.ids)
    try planted.repository.git("gc", "-q", "--aggressive", "--no-prune")
    let packed = try scan(planted.repository.url)
    #expect(packed.ids == loose.ids)
    #expect(packed.exposures == loose.exposures)
    try FileManager.default.createDirectory(
      at: planted.repository.url.appending(path: "a/b"), withIntermediateDirectories: true)
    #expect(try scan(planted.repository.url.appending(path: "a/b")).ids == loose.ids)
  }

  @Test func `a bare clone and a linked work tree hold what was cloned`() throws {
    let planted = try PlantedRepository([.deletedFile, .unmergedBranch, .tagMessage, .note])
    let program = try Program()
    let folder = try TemporaryDirectory()
    try planted.repository.git("clone", "-q", "--mirror", ".", folder.path + "/bare.git")
    try planted.repository.git("worktree", "add", "-q", folder.path + "/linked", "side")
    let whole = try SecretsAnswer(
      program.run("secrets", "--format", "json", in: planted.repository.url))
    for name in ["bare.git", "linked"] {
      let answer = try SecretsAnswer(
        program.run("secrets", "--format", "json", in: folder.url.appending(path: name)))
      #expect(answer.ids == whole.ids, "\(name)")
    }
  }

  @Test func `two runs with different numbers of jobs print the same bytes`() throws {
    let planted = try PlantedRepository()
    let program = try Program()
    let one = try program.run(
      "secrets", "--format", "json", "--jobs", "1", in: planted.repository.url)
    let two = try program.run(
      "secrets", "--format", "json", "--jobs", "7", in: planted.repository.url)
    #expect(!one.output.isEmpty)
    #expect(one.output == two.output)
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

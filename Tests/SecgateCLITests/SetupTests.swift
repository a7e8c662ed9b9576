import Foundation
import TestSupport
import Testing

@Suite struct SetupTests {
  @Test func `init writes a configuration that config check accepts, for launch too`() throws {
    for arguments in [["init"], ["init", "--launch"]] {
      let repository = try GitRepository()
      try repository.commit("requests==2.31.0\n", to: "requirements.txt")
      let program = try Program()
      let made = try program.run(arguments, in: repository.url)
      #expect(made.status == 0, "\(made.errorText)")
      let text = try String(contentsOfFile: repository.path + "/.secgate.toml", encoding: .utf8)
      #expect(text.contains("dependencies.python"))
      let check = try program.run("config", "check", in: repository.url)
      #expect(check.status == 0, "\(check.text)\(check.errorText)")
      let ignored = try String(contentsOfFile: repository.path + "/.gitignore", encoding: .utf8)
      #expect(ignored.contains("/secgate-report.html"))
      #expect(try program.run(arguments, in: repository.url).status == 2)
      #expect(try program.run(arguments + ["--force"], in: repository.url).status == 0)
    }
  }

  @Test func `doctor is content with a sound repository and names a damaged store`() throws {
    let repository = try GitRepository()
    try repository.commit("hello\n", to: "README")
    let program = try Program()
    let sound = try program.run("doctor", in: repository.url)
    #expect(sound.status == 0, "\(sound.text)\(sound.errorText)")
    try repository.directory.write("version = 1\n[polcy]\n", to: ".secgate.toml")
    let wrong = try program.run("doctor", in: repository.url)
    #expect(wrong.status == 1)
    #expect(wrong.text.contains("polcy"))
  }

  @Test func `SECGATE_FAIL_ON stands for the flag, and the flag counts before it`() throws {
    let repository = try GitRepository()
    try repository.commit("token = \"\(MadeUpSecret.githubToken(40))\"\n", to: "a.env")
    let program = try Program()
    let answer = try SecretsAnswer(program.run("secrets", "--format", "json", in: repository.url))
    let severity = try #require(answer.findings.first?["severity"] as? String)
    try #require(severity == "high" || severity == "critical")
    if severity == "high" {
      let variable = try program.run(
        ["secrets"], in: repository.url, environment: ["SECGATE_FAIL_ON": "critical"])
      #expect(variable.status == 0, "\(variable.errorText)")
    }
    let flag = try program.run(
      ["secrets", "--fail-on", "high"], in: repository.url,
      environment: ["SECGATE_FAIL_ON": "critical"])
    #expect(flag.status == 1)
    let wrong = try program.run(
      ["secrets"], in: repository.url, environment: ["SECGATE_FAIL_ON": "worst"])
    #expect(wrong.status == 2)
  }
}

import FindingModel
import Testing

@testable import GateReporting

@Suite struct AnnotationsReportTests {
  private func lines(_ style: AnnotationsReport.Style, _ outcome: GateOutcome) throws -> [String] {
    let bytes = try AnnotationsReport(style).bytes(of: outcome)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func `each failing finding is an error at its line`() throws {
    let lines = try lines(.github, SampleOutcome.noGo())
    let place = "::error file=deploy/terraform/staging.auto.tfvars,line=14,col=9,"
    #expect(lines.prefix(2).contains { $0.hasPrefix(place) })
    #expect(lines.count { $0.hasPrefix("::error ") } == 4)
    #expect(lines.last?.hasPrefix("::warning title=secgate%3A incomplete::") == true)
    let plain = try self.lines(.plain, SampleOutcome.noGo())
    let same = "deploy/terraform/staging.auto.tfvars:14:9: error: critical: AWS"
    #expect(plain.prefix(2).contains { $0.hasPrefix(same) })
  }

  @Test func `no text of a finding begins a command of its own`() throws {
    for hostile in HostileOutcome.texts where hostile.count < 1000 {
      for line in try lines(.github, HostileOutcome.make(hostile)) {
        #expect(line.hasPrefix("::error ") || line.hasPrefix("::warning "))
        #expect(!line.dropFirst(2).contains("%0A::"))
      }
    }
  }

  @Test func `the log is not flooded`() throws {
    let lines = try lines(.github, SampleOutcome.large(500))
    #expect(lines.count == 51)
    #expect(lines.last?.hasPrefix("::notice::") == true)
  }
}

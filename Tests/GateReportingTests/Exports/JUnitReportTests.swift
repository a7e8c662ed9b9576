import FindingModel
import Foundation
import Testing

@testable import GateReporting

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct JUnitReportTests {
  /// Elements with attributes in document order, by an XML parser that is not ours.
  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [(name: String, attributes: [String: String], parent: String)] = []
    private var open: [String] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      elements.append((name, attributes, open.last ?? ""))
      open.append(name)
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) { open.removeLast() }
  }

  private func read(_ outcome: GateOutcome) throws -> Reader {
    let reader = Reader()
    let parser = XMLParser(data: Data(try JUnitReport().bytes(of: outcome)))
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    return reader
  }

  @Test func `attributes are the sums of the cases`() throws {
    let reader = try read(SampleOutcome.noGo())
    let count = { (name: String) in reader.elements.count { $0.name == name } }
    let root = try #require(reader.elements.first)
    #expect(root.attributes["tests"] == String(count("testcase")))
    #expect(root.attributes["failures"] == String(count("failure")))
    #expect(root.attributes["errors"] == String(count("error")))
    let suites = reader.elements.filter { $0.name == "testsuite" }
    let sums = ["tests", "failures", "errors", "skipped"].map { name in
      suites.compactMap { Int($0.attributes[name] ?? "") }.reduce(0, +)
    }
    #expect(sums == [count("testcase"), count("failure"), count("error"), count("skipped")])
  }

  @Test func `no two cases of a class have one name, and each has the required attributes`() throws
  {
    let cases = try read(SampleOutcome.noGo()).elements.filter { $0.name == "testcase" }
    let names = cases.map { "\($0.attributes["classname"] ?? "")\n\($0.attributes["name"] ?? "")" }
    #expect(Set(names).count == names.count)
    #expect(cases.allSatisfy { $0.attributes["time"] == "0" })
  }

  /// The order and the attributes that the Jenkins XSD allows.
  @Test func `only what the XSD knows is written`() throws {
    let allowed: [String: Set<String>] = [
      "testsuites": ["name", "tests", "failures", "errors", "time"],
      "testsuite": ["name", "tests", "failures", "errors", "skipped", "time"],
      "testcase": ["name", "classname", "time"], "failure": ["message", "type"],
      "error": ["message", "type"], "skipped": [],
    ]
    for element in try read(SampleOutcome.noGo()).elements {
      let known = try #require(allowed[element.name])
      #expect(Set(element.attributes.keys).isSubset(of: known))
    }
  }

  @Test func `a scanner that looked has a passing case, one that broke an error`() throws {
    var outcome = SampleOutcome.go()
    outcome.runs?[3].outcome = .broken
    outcome.runs?[3].problems = ["no output"]
    let text = String(decoding: try JUnitReport().bytes(of: outcome), as: UTF8.self)
    #expect(text.contains("<testcase classname=\"bandit\" name=\"ran bandit 1.2.3\" time=\"0\"/>"))
    #expect(text.contains("trivy has no result: no output"))
  }

  @Test(arguments: [SampleOutcome.incomplete(), SampleOutcome.noGo()])
  func `what is no pass is never green`(_ outcome: GateOutcome) throws {
    var bare = GateOutcome(
      verdict: outcome.verdict, headline: outcome.headline, scope: outcome.scope)
    bare.coverage = outcome.coverage
    let reader = try read(bare)
    #expect(reader.elements.contains { $0.name == "failure" || $0.name == "error" })
    let whole = try read(outcome)
    #expect(whole.elements.contains { $0.name == "failure" || $0.name == "error" })
  }

  @Test func `a pass has neither failure nor error`() throws {
    let reader = try read(SampleOutcome.go())
    #expect(!reader.elements.contains { $0.name == "failure" || $0.name == "error" })
  }

  @Test func `hostile texts are well-formed`() throws {
    for text in HostileOutcome.texts {
      #expect(try read(HostileOutcome.make(text)).elements.count > 10)
    }
  }
}

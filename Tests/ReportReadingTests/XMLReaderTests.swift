import ReportReading
import Testing

struct XMLReaderTests {
  private func read(_ text: String) throws -> XMLNode {
    try XMLReader.document(Array(text.utf8))
  }

  @Test func `elements, attributes, references and character data are read`() throws {
    let root = try read(
      """
      <?xml version="1.0"?><!-- c --><a x="1 &lt; 2" y='"'><p:b>t&amp;&#65;&#x42;</p:b><b/>
      <c><![CDATA[<raw>&]]> tail</c></a>
      """)
    #expect(root.name == "a")
    #expect(root.attributes == ["x": "1 < 2", "y": "\""])
    #expect(root["b"]?.text == "t&AB")
    #expect(root.all("b").count == 2)
    #expect(root.value("c") == "<raw>& tail")
  }

  @Test func `a document type is skipped`() throws {
    let root = try read(
      """
      <!DOCTYPE issues [ <!ELEMENT issues (issue*)> <!-- ]> <!ENTITY --> <!ATTLIST i v CDATA ""> ]>
      <issues v="1"/>
      """)
    #expect(root.attributes["v"] == "1")
  }

  @Test(arguments: [
    #"<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>"#,
    #"<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><a>&b;</a>"#,
    #"<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1/x.dtd"> %p;]><a/>"#, "<a>&x;</a>",
  ])
  func `entities are refused, internal and external`(_ text: String) {
    #expect(throws: ReportError.self) { try read(text) }
    #expect((try? read(text)) == nil)
  }

  @Test func `a document type from elsewhere is not read`() throws {
    #expect(try read(#"<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd"><a/>"#).name == "a")
  }

  @Test(arguments: [
    "<a>", "<a></b>", "<a", "<a x>", "<a x=1/>", "text", "<a/><b/>", "<a/>tail", "<a><![CDATA[x",
    "<!-- x", "<!DOCTYPE a [", " <?xml version=\"1.0\"?><a/>", "</a>", "<a x=\"", "<a>&amp</a>",
    "<html><p></html>", "<1/>",
  ])
  func `what is not well-formed is an error`(_ text: String) {
    #expect(throws: ReportError.self) { try read(text) }
  }

  @Test func `deep nesting is an error and no crash`() {
    let error = #expect(throws: ReportError.self) {
      try read(String(repeating: "<a>", count: 100_000))
    }
    #expect(error?.code == .limit)
  }

  @Test func `control characters of a copied response do not stop the reader`() throws {
    #expect(try read("<a>x\u{1}y</a>").text == "x\u{1}y")
  }

  @Test func `content that is not wanted is dropped`() throws {
    let root = try XMLReader.document(
      Array("<i><request>secret<x>y</x></request><name>n</name></i>".utf8), skipping: ["request"])
    #expect(root["request"]?.text.isEmpty == true)
    #expect(root["request"]?.children.isEmpty == true)
    #expect(root.value("name") == "n")
  }

  @Test func `elements are handed over one by one with what is around them`() throws {
    var seen: [String] = []
    let text = "<s><site n='1'><a>x</a><a>y</a></site><site n='2'><a>z</a></site></s>"
    let rest = try XMLReader.read(Array(text.utf8), elements: ["a"]) { around, node in
      seen.append((around.last?.attributes["n"] ?? "") + node.text)
    }
    #expect(seen == ["1x", "1y", "2z"])
    #expect(rest.all("site").map(\.children.count) == [0, 0])
  }
}

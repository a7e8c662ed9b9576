/// One case of a suite.
struct JUnitCase {
  enum Result {
    case passed
    case skipped(String)
    case error(String, type: String)
    case failure(String, type: String)
  }

  var name: String
  var result: Result
  /// What stands in the element, for readers that show nothing else.
  var text = ""

  var isFailure: Bool { if case .failure = result { true } else { false } }
  var isError: Bool { if case .error = result { true } else { false } }
  var isSkipped: Bool { if case .skipped = result { true } else { false } }

  func write(to xml: XMLOutput, suite: String, _ name: String) {
    let attributes = [("classname", suite), ("name", name), ("time", "0")]
    switch result {
    case .passed: xml.empty("testcase", attributes)
    case .skipped(let reason):
      xml.element("testcase", attributes) {
        xml.text("skipped", [], PlainText.line(reason, limit: 1000))
      }
    case .error(let message, let type):
      xml.element("testcase", attributes) { write(to: xml, "error", message, type) }
    case .failure(let message, let type):
      xml.element("testcase", attributes) { write(to: xml, "failure", message, type) }
    }
  }

  private func write(to xml: XMLOutput, _ element: String, _ message: String, _ type: String) {
    let message = PlainText.line(message, limit: 500)
    xml.text(
      element, [("message", message), ("type", type)],
      text.isEmpty ? message : PlainText.block(text, limit: 8000))
  }
}

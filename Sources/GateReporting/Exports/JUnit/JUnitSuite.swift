/// One suite; its attributes are counted from its cases.
struct JUnitSuite {
  var name: String
  var cases: [JUnitCase]

  func write(to xml: XMLOutput) {
    let name = PlainText.line(self.name, limit: 200)
    xml.element(
      "testsuite",
      [
        ("name", name), ("tests", String(cases.count)),
        ("failures", String(cases.count { $0.isFailure })),
        ("errors", String(cases.count { $0.isError })),
        ("skipped", String(cases.count { $0.isSkipped })), ("time", "0"),
      ]
    ) {
      // GitLab keeps the first of two equal names.
      var seen: Set<String> = []
      for test in cases {
        let plain = PlainText.line(test.name, limit: 400)
        var unique = plain
        var number = 2
        while !seen.insert(unique).inserted {
          unique = "\(plain) (\(number))"
          number += 1
        }
        test.write(to: xml, suite: name, unique)
      }
    }
  }
}

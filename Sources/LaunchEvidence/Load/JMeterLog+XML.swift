import ReportReading

extension JMeterLog {
  private static let sampleNames: Set<String> = ["sample", "httpSample", "sampleResult"]
  /// What a sample may carry along: bodies and headers, which hold secrets and weigh a lot.
  private static let bodies: Set<String> = [
    "responseData", "samplerData", "requestHeader", "responseHeader", "cookies", "queryString",
    "assertionResult", "responseFile",
  ]

  mutating func read(xml file: DecodedFile) throws {
    var nested = 0
    let root = try XMLReader.read(
      file.bytes, elements: Self.sampleNames, skipping: Self.bodies, limits: file.limits
    ) { _, node in
      take(node, depth: 0, nested: &nested)
    }
    guard root.name == "testResults" else {
      throw EvidenceError("\(file.name) is XML, but not JMeter's testResults")
    }
    further.set("nested", nested)
    further.set("root_version", root.attributes["version"])
    saw("jtl_xml")
  }

  /// A sample and those in it; the reader has bounded the depth.
  private mutating func take(_ node: XMLNode, depth: Int, nested: inout Int) {
    let children = node.children.filter { Self.sampleNames.contains($0.name) }
    let said = node.attributes["rm"]?.hasPrefix(Self.transactionMessage) ?? false
    if depth > 0 { nested += 1 }
    if let elapsed = LenientNumber.real(node.attributes["t"]) {
      add(
        Sample(
          elapsed: elapsed, start: LenientNumber.real(node.attributes["ts"]),
          succeeded: node.attributes["s"]?.lowercased() == "true",
          label: node.attributes["lb"] ?? "", users: LenientNumber.count(node.attributes["na"]),
          isTransaction: said || (node.name == "sample" && !children.isEmpty)))
    } else {
      unreadable += 1
    }
    for child in children { take(child, depth: depth + 1, nested: &nested) }
  }
}

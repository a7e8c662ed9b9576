import FindingModel
import ReportReading

/// ZAP's traditional-xml, with instances or flat as before 2.4.
enum ZapXML {
  static func read(_ text: [UInt8], into draft: inout Draft) throws {
    let skipped: Set<String> = [
      "requestheader", "requestbody", "responseheader", "responsebody", "evidence", "attack",
    ]
    var sites = 0
    let names: Set<String> = ["alertitem"]
    let root = try XMLReader.read(text, elements: names, skipping: skipped, limits: draft.limits) {
      outer, alert in
      add(alert, outer.last { $0.name == "site" }?.attributes["name"] ?? "", &draft)
    }
    guard root.name == "OWASPZAPReport" else {
      draft.wrongTool("the element `OWASPZAPReport` should be there")
      return
    }
    draft.version = root.attributes["version"]
    sites = root.all("site").count
    ZapJSON.settle(sites, root["site"]?.attributes["name"], &draft)
  }

  private static func add(_ alert: XMLNode, _ site: String, _ draft: inout Draft) {
    let instances = alert["instances"]?.all("instance") ?? []
    let sources = instances.isEmpty ? [alert] : instances
    let places = sources.map { node in
      ZapAlert.place(
        url: node.value("uri") ?? site, method: node.value("method"),
        parameter: node.value("param"), node: node.value("nodeName"))
    }
    ZapAlert(places: places) { alert.value($0) }.add(to: &draft)
  }
}

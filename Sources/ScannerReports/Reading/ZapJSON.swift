import FindingModel
import ReportReading

/// ZAP's traditional-json and traditional-json-plus.
enum ZapJSON {
  static func read(_ text: [UInt8], into draft: inout Draft) throws {
    let rest = try JSONReader.document(text, limits: draft.limits)
    guard rest.object != nil,
      rest.has("site") || rest.has("@programName") || rest.has("@version")
    else {
      draft.wrongTool("`site` should be there")
      return
    }
    draft.version = rest["@version"].text
    // One site used to be an object instead of an array of one.
    let sites = rest["site"].isArray ? rest["site"].elements : [rest["site"]].filter { !$0.isNull }
    for site in sites {
      guard site["alerts"].isArray || site["@name"].text != nil else {
        draft.partial("a site without name and alerts was skipped")
        continue
      }
      for alert in site["alerts"].elements { add(alert, site["@name"].text ?? "", &draft) }
    }
    settle(sites.count, sites.first?["@name"].text, &draft)
  }

  static func settle(_ sites: Int, _ first: String?, _ draft: inout Draft) {
    draft.looked = sites > 0
    draft.covered = "\(sites) sites"
    draft.target = first.map(WebAddress.withoutSecrets)
    if sites == 0 { draft.broken("ZAP reached no site") }
  }

  private static func add(_ alert: JSONValue, _ site: String, _ draft: inout Draft) {
    var places = alert["instances"].elements.map { instance in
      ZapAlert.place(
        url: instance["uri"].text ?? site, method: instance["method"].text,
        parameter: instance["param"].text, node: instance["nodeName"].text)
    }
    if places.isEmpty {
      places = [
        ZapAlert.place(
          url: alert["uri"].text ?? site, method: alert["method"].text,
          parameter: alert["param"].text, node: nil)
      ]
    }
    ZapAlert(places: places) { alert[$0].scalar }.add(to: &draft)
  }
}

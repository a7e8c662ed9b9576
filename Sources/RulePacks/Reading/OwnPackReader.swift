import Documents
import FindingModel

/// Reads packs in our own format, version 1.
enum OwnPackReader {
  static let version = 1

  static func read(_ document: DocumentTable) throws(RulePackError) -> RulePack {
    var pack = RulePack(name: document.file)
    var problems = document.unknownKeys(allowed: ["version", "rules"])
      .map { RulePackError.Problem($0) }
    do {
      guard let version = try document.integer("version") else {
        throw document.error(.missing, "version", "is missing; write version = \(Self.version)")
      }
      guard version == Self.version else {
        throw document.error(
          .invalid, "version",
          "is \(version), and this secgate reads \(Self.version); a newer one may be needed")
      }
      var lines: [String: Int?] = [:]
      for table in try document.tables("rules") {
        var reader = RuleReader(table)
        let rule = reader.read()
        problems += reader.problems
        guard let rule else { continue }
        if let first = lines[rule.id] {
          let place = first.map { ", first on line \($0)" } ?? ""
          problems.append(
            .init(
              file: document.file, line: table.line, rule: rule.id, key: "id",
              "stands twice\(place)"))
        }
        lines[rule.id] = .some(table.line)
        pack.rules.append(rule)
      }
    } catch let error as DocumentError {
      problems.append(.init(error))
    } catch {
      problems.append(.init(file: document.file, "\(error)"))
    }
    guard problems.isEmpty else { throw RulePackError(problems) }
    return pack
  }
}

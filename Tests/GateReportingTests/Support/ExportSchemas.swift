import Foundation
import TestSupport

/// The official schemas, where they are at hand.
enum ExportSchemas {
  static let directory = Shared.directory?.appending(path: "schemas")

  static func validator(_ path: String, others: [String: String] = [:]) throws -> SchemaValidator {
    SchemaValidator(try tree(path), others: try others.mapValues(tree))
  }

  private static func tree(_ path: String) throws -> JSONTree {
    guard let directory else { throw CocoaError(.fileNoSuchFile) }
    return try JSONTree(Array(Data(contentsOf: directory.appending(path: path))))
  }
}

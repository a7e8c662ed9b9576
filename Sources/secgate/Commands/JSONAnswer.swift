import Foundation

/// Writes an answer as JSON, always in the same way.
enum JSONAnswer {
  static func write(_ answer: some Encodable, _ options: GlobalOptions) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    let bytes = try Array(encoder.encode(answer)) + [0x0a]
    if let file = options.output, file != "-" {
      do {
        try Data(bytes).write(to: URL(filePath: options.absolute(file)))
      } catch {
        throw CommandFailure.usage("\(file): cannot be written: \(error.localizedDescription)")
      }
    } else {
      Console.write(bytes, to: .standardOutput)
    }
  }
}

import Foundation

/// Where a report goes: standard output for `-`, else a file that is replaced only when it is whole.
enum OutputFile {
  static func write(_ bytes: [UInt8], to path: String?) throws {
    guard let path, path != "-" else {
      Console.write(bytes, to: .standardOutput)
      return
    }
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw CommandFailure.usage("\(path) cannot be written: \(error.localizedDescription)")
    }
  }
}

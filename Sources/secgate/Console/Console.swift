import Foundation
import GateReporting

/// Standard output and error. Reports go to the first, all else to the second; a reader that went
/// away is no error.
enum Console {
  enum Stream { case standardOutput, standardError }

  static func print(_ text: String) { write(text + "\n", to: .standardOutput) }

  static func note(_ text: String) { write(text + "\n", to: .standardError) }

  static func error(_ text: String) {
    write("secgate: " + VisibleText.lines(text) + "\n", to: .standardError)
  }

  static func write(_ text: String, to stream: Stream) { write(Array(text.utf8), to: stream) }

  static func write(_ bytes: [UInt8], to stream: Stream) {
    let handle = stream == .standardOutput ? FileHandle.standardOutput : FileHandle.standardError
    // A closed pipe: whoever read has enough.
    try? handle.write(contentsOf: Data(bytes))
  }

  static func isTerminal(_ stream: Stream) -> Bool {
    isatty(stream == .standardOutput ? STDOUT_FILENO : STDERR_FILENO) == 1
  }

  /// Columns of the terminal; 100 where there is none.
  static var width: Int {
    if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }) {
      return columns
    }
    var size = winsize()
    let answered = unsafe ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size)
    return answered == 0 && size.ws_col > 0 ? Int(size.ws_col) : 100
  }
}

extension VisibleText {
  /// As ``make(_:)``, with line breaks kept.
  static func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { make(String($0)) }
      .joined(separator: "\n")
  }
}

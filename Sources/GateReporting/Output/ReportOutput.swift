/// Collects a report in pieces of a fixed size for a sink. The first failure is kept and ends all
/// writing, so that the code that shapes a report need not look after every piece.
final class ReportOutput {
  /// Large enough that a write call costs nothing beside what it writes.
  private static let pieceSize = 1 << 16

  private let sink: any ByteSink
  private var buffer: [UInt8] = []
  private var failure: ReportError?

  init(_ sink: any ByteSink) {
    self.sink = sink
    buffer.reserveCapacity(Self.pieceSize + 4096)
  }

  func write(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.pieceSize { flush() }
  }

  func write(_ text: Substring) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.pieceSize { flush() }
  }

  func write(_ byte: UInt8) { buffer.append(byte) }

  func write(_ bytes: [UInt8]) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.pieceSize { flush() }
  }

  /// Several small texts at once: each write of its own would check the buffer's exclusivity.
  ///
  /// - Parameter add: appends to the buffer, and must not write in any other way meanwhile.
  func write(_ add: (inout [UInt8]) -> Void) {
    add(&buffer)
    if buffer.count >= Self.pieceSize { flush() }
  }

  /// A constant of ours, such as the page's style sheet.
  func write(constant: StaticString) { write(constant.description) }

  /// Hands over what is left; throws the first failure of all.
  func finish() throws(ReportError) {
    flush()
    if let failure { throw failure }
  }

  private func flush() {
    defer { buffer.removeAll(keepingCapacity: true) }
    guard failure == nil, !buffer.isEmpty else { return }
    do throws(ReportError) {
      try sink.write(buffer)
    } catch {
      failure = error
    }
  }
}

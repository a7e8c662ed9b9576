/// What the first bytes of a loose object's file say.
struct LooseScan: Sendable {
  var kind: ObjectKind?
  var fileSize = 0
  var reason: UnreadableObject.Reason?

  init(_ directory: ObjectDirectory, _ name: ObjectName) {
    do throws(StorageProblem) {
      let file = try InputFile(path: directory.path(of: name))
      fileSize = file.size
      // Enough for the inflated header, however badly it is packed.
      let buffer = ByteBuffer(capacity: 256)
      buffer.count = min(file.size, 256)
      guard unsafe file.read(buffer.count, at: 0, into: buffer.base),
        let head = unsafe LooseObject(buffer.bytes)
      else {
        reason = .header
        return
      }
      kind = head.kind
      if head.size > ReadingLimits.largestRatio * file.size { reason = .ratio }
    } catch {
      reason = .truncated
    }
  }
}

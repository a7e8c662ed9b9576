import FindingModel
import Foundation
import SecretScanning
import TestSupport
import Testing

struct SelfReferringDeltaTests {
  private static let hasPython =
    (try? Command.run(["python3", "--version"]))?.status == 0

  /// The limit is for what hangs: a test waits for its turn among all others.
  @Test(.enabled(if: hasPython, "no python3 to write the pack"), .timeLimit(.minutes(15)))
  func `deltas that depend on themselves are gaps, and the scan ends`() async throws {
    let source = try GitRepository()
    try source.commit("one\n", to: "a.txt")
    let folder = source.url.appending(path: ".git/objects/pack")
    let made = try Command.run(
      ["python3", "-c", Self.script, folder.path(percentEncoded: false)])
    try #require(made.status == 0, "\(made.errorText)")
    let result = try await SecretScan.run(
      SecretScanOptions(.history(source.path)), matcher: TokenMatcher())
    #expect(result.coverage.gaps.map(\.kind) == [.corrupt, .corrupt])
    #expect(result.coverage.blobs == 1)
  }

  /// Two reference deltas, each on the other.
  private static let script = """
    import sys, zlib, hashlib, struct, binascii
    one, two = bytes([0x11] * 20), bytes([0x22] * 20)
    delta = bytes([5, 5, 0x90, 5])
    entries = [(a, bytes([7 << 4 | len(delta)]) + b + zlib.compress(delta))
               for a, b in ((one, two), (two, one))]
    pack, offsets = b"PACK" + struct.pack(">II", 2, 2), []
    for _, data in entries:
        offsets.append(len(pack))
        pack += data
    digest = hashlib.sha1(pack).digest()
    index = bytes([255]) + b"tOc" + struct.pack(">I", 2)
    for first in range(256):
        index += struct.pack(">I", sum(1 for name, _ in entries if name[0] <= first))
    index += one + two
    for _, data in entries:
        index += struct.pack(">I", binascii.crc32(data))
    for offset in offsets:
        index += struct.pack(">I", offset)
    index += digest
    index += hashlib.sha1(index).digest()
    name = sys.argv[1] + "/pack-" + digest.hex()
    open(name + ".pack", "wb").write(pack + digest)
    open(name + ".idx", "wb").write(index)
    """
}

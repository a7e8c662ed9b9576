import Foundation
import GitPacks
import TestSupport

/// An object's kind and content, to hold two readers against each other.
struct StoredObject: Hashable {
  var kind: ObjectKind
  var content: [UInt8]
}

extension GitRepository {
  /// Every object, as git itself prints it.
  func objectsByGit() throws -> [ObjectName: StoredObject] {
    let output = try Command.run(
      ["git", "cat-file", "--batch-all-objects", "--batch", "--unordered"], in: url
    ).output
    let bytes = [UInt8](output)
    var objects: [ObjectName: StoredObject] = [:]
    var at = 0
    while at < bytes.count {
      let end = try required(bytes[at...].firstIndex(of: 10))
      let words = String(decoding: bytes[at..<end], as: UTF8.self).split(separator: " ")
      let size = try required(Int(words[2]))
      let kind = try required(ObjectKind.allCases.first { $0.word == words[1] })
      objects[try required(ObjectName(hexadecimal: words[0]))] = StoredObject(
        kind: kind, content: Array(bytes[(end + 1)..<(end + 1 + size)]))
      at = end + size + 2
    }
    return objects
  }

  var objectsPath: String {
    let inside = path + "/.git/objects"
    return FileManager.default.fileExists(atPath: inside) ? inside : path + "/objects"
  }
}

/// The value, or an error: for code outside of a test function.
func required<Value>(_ value: Value?) throws -> Value {
  guard let value else { throw MissingValue() }
  return value
}

/// Code of the tests met nothing where something must be.
struct MissingValue: Error {}

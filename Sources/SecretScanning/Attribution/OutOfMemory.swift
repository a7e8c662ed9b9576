/// The reader of packs found no memory for its tables.
struct OutOfMemory: Error, CustomStringConvertible {
  var description: String { "not enough memory to read packs" }
}

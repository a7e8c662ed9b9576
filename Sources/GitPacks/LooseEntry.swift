/// A loose object: its name and the number of the folder that holds it.
struct LooseEntry: Hashable, Sendable {
  var name: ObjectName
  var directory: Int
}

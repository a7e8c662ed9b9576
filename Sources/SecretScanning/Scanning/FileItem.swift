/// A file to be searched.
struct FileItem: Sendable {
  /// For the system.
  var absolute: [UInt8]
  /// For people and rules.
  var path: String
}

/// Where a key stands in the text, and the keys below it in the order of the text.
final class KeyPlace {
  let line: Int
  private(set) var names: [String] = []
  private var children: [String: KeyPlace] = [:]
  private(set) var elements: [KeyPlace] = []

  init(line: Int) { self.line = line }

  subscript(_ name: String) -> KeyPlace? { children[name] }

  func element(_ index: Int) -> KeyPlace? {
    elements.indices.contains(index) ? elements[index] : nil
  }

  /// The child of a name, made on its first mention.
  func child(_ name: String, line: Int) -> KeyPlace {
    if let known = children[name] { return known }
    let new = KeyPlace(line: line)
    names.append(name)
    children[name] = new
    return new
  }

  func addElement(line: Int) -> KeyPlace {
    let new = KeyPlace(line: line)
    elements.append(new)
    return new
  }

  /// What a later header means by this name: the table, or the array's last table.
  var latest: KeyPlace { elements.last ?? self }
}

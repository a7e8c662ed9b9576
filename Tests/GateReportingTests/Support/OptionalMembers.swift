/// Finds optional members that no value of a tree sets, so that a round trip proves every one.
enum OptionalMembers {
  static func collect(_ value: Any, set: inout Set<String>, all: inout Set<String>) {
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .optional {
      if let child = mirror.children.first { collect(child.value, set: &set, all: &all) }
      return
    }
    for child in mirror.children {
      let inner = Mirror(reflecting: child.value)
      if let label = child.label, inner.displayStyle == .optional,
        mirror.displayStyle == .struct
      {
        let name = "\(mirror.subjectType).\(label)"
        all.insert(name)
        if !inner.children.isEmpty { set.insert(name) }
      }
      collect(child.value, set: &set, all: &all)
    }
  }
}

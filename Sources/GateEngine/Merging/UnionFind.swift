/// Disjoint sets of texts, with path halving.
struct UnionFind {
  private var indices: [String: Int] = [:]
  private var parents: [Int] = []
  private(set) var texts: [String] = []

  mutating func index(of text: String) -> Int {
    if let known = indices[text] { return known }
    indices[text] = parents.count
    texts.append(text)
    parents.append(parents.count)
    return parents.count - 1
  }

  mutating func root(_ index: Int) -> Int {
    var index = index
    while parents[index] != index {
      parents[index] = parents[parents[index]]
      index = parents[index]
    }
    return index
  }

  mutating func join(_ left: String, _ right: String) {
    let (a, b) = (root(index(of: left)), root(index(of: right)))
    if a != b { parents[max(a, b)] = min(a, b) }
  }

  mutating func root(of text: String) -> Int { root(index(of: text)) }
}

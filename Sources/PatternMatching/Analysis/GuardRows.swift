/// Takes choices apart where what covers all of them would let anything pass.
enum GuardRows {
  /// Each is run until it fits; more cost more than they keep away.
  private static let most = 10
  /// A cover of so many bytes in so little room still tells things apart.
  private static let smallAlphabet = 24
  private static let smallWidth = 12

  static func rows(of atoms: [PatternAtom]) -> [[PatternAtom]] {
    var rows: [[PatternAtom]] = [[]]
    for (index, atom) in atoms.enumerated() {
      guard case .choice(let choices) = atom.content, !isTelling(atom) else {
        for row in rows.indices { rows[row].append(atom) }
        continue
      }
      let parts = choices.flatMap { Self.rows(of: $0) }
      guard rows.count * parts.count <= most else {
        // The guard's reach is used up by what stands before, mostly.
        return rows.map { $0 + atoms[index...] }
      }
      rows = rows.flatMap { row in parts.map { row + $0 } }
    }
    return rows
  }

  private static func isTelling(_ atom: PatternAtom) -> Bool {
    atom.alphabet.count <= smallAlphabet && (atom.width.maximum ?? .max) <= smallWidth
  }
}

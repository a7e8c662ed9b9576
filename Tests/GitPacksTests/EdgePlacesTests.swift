import Testing

@testable import GitPacks

struct EdgePlacesTests {
  @Test func `places of any size are found again`() {
    let places: [EdgeArena.Place] = [
      .init(chunk: 0, start: 0, count: 1), .init(chunk: 3, start: 65_535, count: 65_536),
      .init(chunk: 1 << 24 - 2, start: 1 << 20 - 1, count: 1 << 20 - 1),
      .init(chunk: 1 << 24 - 1, start: 1 << 20 - 1, count: 1 << 20 - 1),
      .init(chunk: 1, start: 1 << 20, count: 1), .init(chunk: 2, start: 0, count: 1 << 20),
      .init(chunk: .max, start: .max, count: .max),
    ]
    var table = EdgePlaces(count: places.count + 1)
    for (node, place) in places.enumerated() { table.set(place, of: Int32(node)) }
    for (node, place) in places.enumerated() {
      let found = table[Int32(node)]
      #expect(found?.chunk == place.chunk && found?.start == place.start)
      #expect(found?.count == place.count)
    }
    #expect(table[Int32(places.count)] == nil)
    #expect(table[Int32(places.count + 1)] == nil)
    #expect(table[-1] == nil)
  }
}

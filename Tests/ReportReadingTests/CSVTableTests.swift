import ReportReading
import Testing

struct CSVTableTests {
  @Test func `quotes, commas and line breaks in fields are kept`() throws {
    let table = try CSVTable(Array("a,b,c\r\n1,\"x,\"\"y\"\"\n\",3\n4\n\n".utf8))
    #expect(table.header == ["a", "b", "c"])
    #expect(table.rows == [["1", "x,\"y\"\n", "3"], ["4", "", ""]])
    #expect(table.column("c") == 2)
  }

  @Test(arguments: ["", "\n", "a\n\"x", "a\n\"x\"y", "a\n1,2"])
  func `broken tables are errors`(_ text: String) {
    #expect(throws: ReportError.self) { try CSVTable(Array(text.utf8)) }
  }
}

/// How the process takes memory from the system.
enum ProcessMemory {
  #if canImport(Glibc)
    /// The C library's own (mallopt(3)); Swift's module of it lacks the header.
    @_silgen_name("mallopt")
    private static func setMemoryParameter(_ parameter: Int32, _ value: Int32) -> Int32

    private enum Parameter {
      static let trimThreshold: Int32 = -1
      static let topPadding: Int32 = -2
      static let mappingThreshold: Int32 = -3
      static let mostArenas: Int32 = -8
    }
  #endif

  /// For a process that ends after one short task: one heap that grows in large steps and gives
  /// nothing back. By default each thread's heap grows page by page, which is hundreds of system
  /// calls at a start.
  static func keepForShortTask() {
    #if canImport(Glibc)
      // What is refused stays as it was.
      _ = setMemoryParameter(Parameter.mostArenas, 1)
      _ = setMemoryParameter(Parameter.topPadding, 4 << 20)
      _ = setMemoryParameter(Parameter.trimThreshold, 256 << 20)
      _ = setMemoryParameter(Parameter.mappingThreshold, 32 << 20)
    #endif
  }
}

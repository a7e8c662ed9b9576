#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

enum ProcessorCount {
  /// Cores that are switched on, at least 1.
  static var online: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

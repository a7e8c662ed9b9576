#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whom the system takes this process for.
enum UserIdentity {
  static var effective: Int { Int(geteuid()) }
}

/// libgit2 made with mbed TLS reads and parses all the system's certificates when it starts, for
/// connections that secgate never makes: five milliseconds of each start. The linker takes this
/// function of ours in place of the library's: there are no certificates, so that no connection
/// would be trusted either. Other builds of libgit2 do not call it.
///
/// - Returns: 0, every certificate was read.
@_cdecl("mbedtls_x509_crt_parse_file")
public func secgateParsesNoCertificates(
  _ chain: UnsafeMutableRawPointer?, _ path: UnsafePointer<CChar>?
) -> Int32 { 0 }

#if VECTORSCAN
  import CVectorscan

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #else
    import Darwin
  #endif

  /// Literals compiled for Vectorscan: several times faster than ``LiteralTable`` and the same
  /// hits, but milliseconds to build. Immutable, shared by all workers.
  @safe final class VectorscanDatabase: @unchecked Sendable {
    // Only read after `init`; the library's databases may be shared.
    private let database: OpaquePointer

    /// Nil where the library cannot be used on this machine.
    init?(_ literals: [SearchedLiteral]) {
      guard hs_valid_platform() == HS_SUCCESS, !literals.isEmpty else { return nil }
      let texts = literals.flatMap { $0.bytes.map { CChar(bitPattern: $0) } }
      var built: OpaquePointer?
      var problem: UnsafeMutablePointer<hs_compile_error_t>?
      let lengths = literals.map(\.bytes.count)
      let flags = literals.map { UInt32($0.isCaseless ? HS_FLAG_CASELESS : 0) }
      let ids = literals.indices.map { UInt32($0) }
      let status = unsafe texts.withUnsafeBufferPointer { texts in
        var at = 0
        var starts: [UnsafePointer<CChar>?] = unsafe []
        for length in lengths {
          unsafe starts.append(texts.baseAddress.map { unsafe $0 + at })
          at += length
        }
        return unsafe starts.withUnsafeBufferPointer { starts in
          unsafe hs_compile_lit_multi(
            starts.baseAddress, flags, ids, lengths, UInt32(literals.count), UInt32(HS_MODE_BLOCK),
            nil, &built, &problem)
        }
      }
      if let problem = unsafe problem { unsafe hs_free_compile_error(problem) }
      guard status == HS_SUCCESS, let built = unsafe built else { return nil }
      unsafe database = unsafe built
    }

    /// A database as ``serialized()`` wrote it; nil where this library, on this processor, did not
    /// write it so.
    init?(serialized bytes: [UInt8]) {
      var read: OpaquePointer?
      let status = unsafe bytes.withUnsafeBytes { bytes in
        unsafe hs_deserialize_database(
          bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, &read)
      }
      guard hs_valid_platform() == HS_SUCCESS, status == HS_SUCCESS, let read = unsafe read else {
        return nil
      }
      unsafe database = unsafe read
    }

    /// Nil where memory is missing.
    func serialized() -> [UInt8]? {
      var bytes: UnsafeMutablePointer<CChar>?
      var count = 0
      guard unsafe hs_serialize_database(database, &bytes, &count) == HS_SUCCESS,
        let bytes = unsafe bytes
      else { return nil }
      defer { unsafe free(bytes) }
      return unsafe Array(UnsafeRawBufferPointer(start: bytes, count: count))
    }

    deinit { unsafe hs_free_database(database) }

    /// One worker's memory for searches.
    @safe final class Scratch {
      fileprivate let pointer: OpaquePointer
      fileprivate let database: VectorscanDatabase

      /// Nil where memory is missing.
      init?(_ database: VectorscanDatabase) {
        var scratch: OpaquePointer?
        guard unsafe hs_alloc_scratch(database.database, &scratch) == HS_SUCCESS,
          let scratch = unsafe scratch
        else { return nil }
        unsafe pointer = unsafe scratch
        self.database = database
      }

      deinit { unsafe hs_free_scratch(pointer) }

      /// Calls the search for every literal that stands whole in `low..<high`; false on failure.
      func scan(_ search: UnsafeMutablePointer<AnchorSearch>, from low: Int, to high: Int) -> Bool {
        unsafe search.pointee.regionStart = low
        let start = unsafe UnsafeRawPointer(search.pointee.content + low)
          .assumingMemoryBound(to: CChar.self)
        let status = unsafe hs_scan(
          database.database, start, UInt32(high - low), 0, pointer,
          { id, _, end, _, context in
            guard let context = unsafe context else { return 1 }
            let search = unsafe context.assumingMemoryBound(to: AnchorSearch.self)
            let length = unsafe Int(search.pointee.literals[Int(id)].length)
            let start = unsafe search.pointee.regionStart + Int(end) - length
            unsafe AnchorSearch.hit(search, literal: Int(id), start: start)
            return 0
          }, search)
        return status == HS_SUCCESS
      }
    }
  }
#endif

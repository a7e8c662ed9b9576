import FindingModel

/// Values that vendors, standards and manuals print as examples, and digests of nothing. Only
/// digests stand here: the first 64 bits of SHA-256.
enum PublishedExamples {
  static func contains(_ value: [UInt8]) -> Bool {
    let digest = SHA256.hash(value).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return digests.contains(digest)
  }

  private static let digests: Set<UInt64> = [
    0x0011_cc25_eb43_2071, 0x00cf_4c78_1dc3_7003, 0x07e2_3ede_2756_aa3f,
    0x0e3f_d41c_01a6_9772, 0x1295_6978_e007_b256, 0x12b9_377c_be7e_5c94,
    0x15ce_f4b6_29cc_2d07, 0x1a5d_44a2_dca1_9669, 0x2932_57ab_6495_ebb1,
    0x2caf_c097_0149_a84f, 0x2ff8_b0fb_93ac_a981, 0x30a5_154b_77ab_8b2d,
    0x3f2c_d8e5_7b09_6fe7, 0x4c20_e6f5_cc11_b937, 0x52bb_ea75_ee75_a6f1,
    0x53f5_da0a_aa93_d64c, 0x649e_1f5c_769e_718b, 0x6aa1_4267_d949_44e6,
    0x6c96_130f_130a_b0d6, 0x7831_4b11_be2e_5815, 0x7e8d_e44e_a9ec_f6d5,
    0x7f75_367e_7881_2551, 0x80db_82ff_fae6_d59f, 0x80f8_b7c9_04d4_a43f,
    0x8d56_7eb8_8aff_f34f, 0x986c_0dc9_56dc_822b, 0x9d03_b692_e941_d5ac,
    0x9e30_9ccc_d311_ea64, 0xa070_2bc9_1d69_9f60, 0xa35b_81a7_d792_7b70,
    0xa3a9_e1ed_9732_cab2, 0xa71b_359a_87af_de13, 0xaa65_4743_9583_c3a2,
    0xabe5_b484_8301_d438, 0xb8e1_4854_5b13_c78b, 0xbb9b_1163_338b_2a51,
    0xc4bb_cb1f_bec9_9d65, 0xcb20_d34a_7add_a2f5, 0xcb87_c87e_4a13_8d9a,
    0xcd37_2fb8_5148_700f, 0xda81_6f9f_2c16_e6c5, 0xdba7_2c00_f41f_4e4c,
    0xe997_4c50_7d2a_8021, 0xf215_faf9_d88b_7f0a, 0xf2d6_ca16_5150_33e5,
  ]
}

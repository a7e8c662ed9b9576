import Foundation

/// How likely bytes follow each other in source text: 12 MB of Python, C, Perl, Swift and prose.
///
/// Only the choice between several literals of one pattern depends on it, never what matches.
enum ByteFrequency {
  /// Rows and columns: a-z, A-Z, digits, `_`, `-`, `.`, `/`, space, newline, all others. Each
  /// character is a cost of one byte of its class: minus twice the binary logarithm of its share,
  /// from `0` up. The first row has no predecessor.
  private static let table: [UInt8] = Array(
    """
    :>;;8<><:D?;=::<D::9<?@@>D>A>@=@AB>GC>@>>>H><=ABDBCHA:>>=5;F
    E;89B?:F;F>686I;H675==@?<GNPLLJJKMJTQMQKNJPHGLTPNPRTE@CBF9AK
    8@=?5@?G88D6AC8?I8:>7FHD8BGJCFFLHGEPEHEDJELG@FPKSJJNA=A9?;CH
    8?<A7BF6;E78<C4?H:>6;CFF?KHEGHIGMHDOEHFIFFVHGHQKPNPSD<A?A;?I
    :@A:3B@C7DH<DC:CK=<?;BD>@JDECECEHH>QAEEDBCLECDHFHKMNC:@<@5=F
    ;@98<8>E@?E:;7B=>688C>>;>IFEDEDEGHCPIFCEDCNEBBIFGLRLG;A<>5=F
    :CA>::GC4RK;?<6@M9=:9HHK=PFHIIIHPGFUOHMHJHUHHGKJJHUOD>=;E5;H
    =F;@5D>87DK;>7<BK99;;@FHCBCFDECEJIAMMDF=CAMABBJEIKMSG;=<=6=G
    5GIB3FGG7PEA@B8EN;@8:KFMBNEJFJEGLMJPKHIHCCRFEDLLLKORE<B>E8>H
    <;89:99HGJB9;47<E;77F<G?M<OMGRQOSWPOWPQQTLTQKMWPPOTSHADDGAGL
    ;C=?4BEG:FBG?D8=AG3C:?DHGJEMCG?GDCBJHDJGI<MBCAGGJMIMG@>BG8CG
    <?@A6B?E;DG?C>ACHD:@?I>KDLFFCDBBGI@OJCABFBJEB@GFGOSSH3?=A8>D
    7?B;5:>?6FB7DD8@MC:;9=CK:GGFEFDEGFDVKHFEEEPE@DICJLQVI7A==8=H
    6:B=4DDF8F?;9B86IE;@<?GG;K@GEEDEGHCPKGGGBDIECDGEGTTTH<B<:8?H
    9B876;8D;G@>B>8AIE66;?HI?IFGFGFGJHANKDHGGBNGCDKJJOPNI>@>D6>H
    >=:7@9>G:C>:85<9K59:9=;CDHIIBJIISLGQJIIKHFNIGHIMJSWPN>CBE8AL
    7D@>5>A=:L>8A?8:B7979?@E9GFBFFFFMHEULHIJJDNGDFJJJHRUF;C?E;BG
    A<HFDEDEEIF<@>I?=<=@1?;FHEFICDDFFEAMMIEBICFHGBHEDHIIG9?;B8AE
    7B<<5A;F7I>=;98>K;99;=?J:IFFDEEFKG@TIFFFFDOBEBLHGOQQF<?=C6>F
    =D=F6CB;8N7:AA;;E@75;BAF>GFHFGGEJJBTKGFHDALFEEIDIMWOH=A;<6<F
    9F>?6AH67JB>@A8<K8;;;H?>9IDDBCADHF?NLEEDDCNCBCFDGFQND:@>?5>G
    <89;8<=K9NF785A9N676GFF@JHRNOMIKPPMUOPRNOHUKILNUNPUUDCI@I<DN
    6B?A3<@F8LA89C6BFA;AD:BDHOOHGOLKNLLRIKAJKHOKMJNKJNNRA?A@B>DJ
    5DC<8AA74QF?B:8CI9;D;I;HKACBDBEFIMENIDEFFCLFBGIEGGHJF9A<C8@G
    ;B9A8?JE:NID<BB8DC=5EKI?AGAB>@A?DGCNGBDGDCGEADFIFGNN;:<<@9?D
    >AAD>=?I>SI<<<:4N:::FE>JEB@DBDBCDG@MGCDE@?JABAAGFGPPH9@<B4;F
    9@CE1@J?9JE??E<CFAADCFH<>??EMJMMJJMMJMEMJJHMMFMMMMFMF<?@A<>H
    JC><IBGNIMK;E<P>L=>>?CKKLMB:8:@>9H<E@798I9E757==@=@IE:ACH;@L
    9LPM<PKM:GP:GP;LK=EE:MPP;H8<<@:>AP48A8??<AF=9=9EID>HD8DBF;@I
    <KPFBKS:EPH=CI7HS>GC?NGSDN9@<@8AC::F9:7D8<I986=BD@<LE:DCE<@H
    :@QK8IQN:MNKGN<NN?AI@LFQCN:=?<5>?=8LE=>?;AI;<<<<?@AQC5@>E7<G
    DQL@LIOMJTTAC<KIB=EJI@O;PQ<=89==;GAGA=;6?<=588D:B:<JG7E?G8>H
    ;NKD?QFN8QQ<KC7JQ9FN;JLNLQ:@>?::EC7NI8@>7@N<<79FBD=QA7@CH9?F
    AJAH8QQH>MQ=FE@JM;GF?JMMQK>B:?6CF=:KG8?8:;M:9?>?CHGAD5C?M7>H
    8LLB:JJO?LLLLO;EOFOA?LLFEH5GB>5CEG:JAA?C6CO;?:AD@GCG@7IBH89I
    JPF<M<EGMOOJ=7KHPE>:PMOOPP=:98<<:IAHG:;56:L=:8F>@>H>I<GBG=BL
    8CFJ:EDJ=FFFEF7JDBEF9JJJJD?CBA2D@F;F@CCB:<E?:A>DCJFFF;J>J>?I
    @IHJ6NKC<JKBJBAKNCKC@NHKHN=A5<5BCE9IIB;<CAKE>>;HANDHF4CCE8<I
    >FHK<DNN8SNLSJ;PPSBEAESMLK8C?=7B<=7MG8DF9AGD;=<>EK@GB3>AF9=I
    7EFD:NFN=ILCKI:QQKFQ?@KNCM7=>;6:CC9QC8<E:7HC6?@@IGEKH8ADJ:AK
    <NHP=JONAOOOLO9OOKIJ>NSNPM:E::897D<O@>F?9BI>579@GK>P=9DBG9>I
    N;HKJ?KHFSJDJ?M:P<E@>DDLNS?;99B8>F;H>;;6=6N77;;?=@EMK6FFJ:AK
    :SMP=PKB@NF@PK;HL9B:<DPP<P9B>?5@?;9N8;@A9<@8=:;CGF?EF5BBF<BL
    FB=B??@DBFFEB?C>E?=B6FEDEFBIA?:DDI?FF:B>C;F?>@3AEFEIB5E@D9?H
    <PSN7SLL?MSNPK?MMNIM@KSMKP8C=>6=>C7LA;;;9:K9;8>?AE:PF6BAD8>J
    AN@L;PL@<MDADG=@KGN:>DER?I<D;=8C?<9I?5>8=;D<57=DEA@@B8DBF:?J
    >H:T=NT8?Q>TMM=>O<CBCQCL<T7F?@7=H98HA;??:>L7=;=F?9:IE6DAC9?I
    MIPMGKMPCKPFJ8K=ME:>JKJJKM<:;;8=<H8PH797@9J876DCJ>MCB<DBE9?L
    6OHO8LHO<OJGOLALOLACHOLGIL7?<?5?AE9O?@:C=6EAA:BJFEOO=8GCJ=BK
    :DCD8CJ86MMECA9FH9BJ@MJMMM5J??;BC:5JE>@9;<F9>?GGDDDME8@DF:@J
    FOBOLIKLCO==EOGDK?IAGOLKHI?C=@;>AD<L?A7=B:DB<6DEE;@F;6>AE6>I
    ?NNDAGHNDKNNKN8KHNGNDINKIN:C>G?EBN;HI><;B4<<:<BEBKDCG4ABF5=F
    :DFB:IB>:FF9EF;FEFBI@IFIID<CBD4FFB:FI><E9AFBFE@ICC=<>4C>D<>I
    >??>?>JHBLJEIHFDNEFDEBF:NJCCDBECKLFNF>JIKENHAGFAGGNK97=:A89D
    <=8;<:<@;FA<=<=;E<88=<@CFB:=8<;;=>;H@=;<::E;8<==A?IGC9IHLBDM
    =>=?><@A>GD=>A@=D?<>AA?CJBCCCDBDHHALIAACBDSEABFFAFSD?E2GI8>E
    <@7><>;9=>E>=?;;H>;=@9?AEHCDBA?CDEAJLE@CDBGC@BGDEHJJ>;J9@64H
    <?9=?A9?@AI;@7=:JA<>?B>AKHBEBCEFDICJJBBGCBMFACJGEGKM@CBC575D
    ;=;=><@?:GD>=>;=F=;:>>>FCH?@>@@@@D?GE?A@>?JA=>BBBAEHB=?D>2HE
    AD>B>AFE<PLECCCBMD>=A?DMGQBC?A@@CHCJK@DEABNEA@DIFCGRG?BG926C
    >>;:>?@><GC??>==F?:=?@BAFH@A?AABCCBHHCA@?AJB>@DBFAIIB=@?:46C
    """.utf8.filter { $0 != 0x0a })

  private static let columns = 60

  private static let columnOfByte: [Int] = (0..<256).map { column(UInt8($0)) }

  private static func column(_ byte: UInt8) -> Int {
    switch byte {
    case 0x61...0x7a: Int(byte - 0x61)
    case 0x41...0x5a: Int(byte - 0x41) + 26
    case 0x30...0x39: 52
    case UInt8(ascii: "_"): 53
    case UInt8(ascii: "-"): 54
    case UInt8(ascii: "."): 55
    case UInt8(ascii: "/"): 56
    case 0x20: 57
    case 0x0a: 58
    default: 59
    }
  }

  /// How often a text is to be expected in a megabyte; without regard to case, in small letters,
  /// in capitals and with the first one capital.
  static func hitsPerMegabyte(_ text: some Collection<UInt8>, isCaseless: Bool) -> Double {
    guard isCaseless else { return hitsPerMegabyte(text, first: 0, others: 0) }
    let isFirst = text.first.map(isLetter) ?? false
    let hasOthers = text.dropFirst().contains(where: isLetter)
    var sum = hitsPerMegabyte(text, first: 0xdf, others: 0xdf)
    if isFirst, hasOthers { sum += hitsPerMegabyte(text, first: 0xdf, others: 0x20) }
    if isFirst || hasOthers { sum += hitsPerMegabyte(text, first: 0x20, others: 0x20) }
    return sum
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7a).contains(byte | 0x20)
  }

  /// - Parameters:
  ///   - first: what is done to the first byte if it is a letter: 0x20 makes it small, 0xdf
  ///     capital, 0 nothing.
  private static func hitsPerMegabyte(
    _ text: some Collection<UInt8>, first: UInt8, others: UInt8
  ) -> Double {
    let (table, columnOfByte) = (table, columnOfByte)
    // Twice the binary logarithm; the first row has no predecessor.
    var (bits, row, change) = (0, 0, first)
    for byte in text {
      var byte = byte
      if change != 0, isLetter(byte) { byte = change == 0x20 ? byte | 0x20 : byte & 0xdf }
      let column = columnOfByte[Int(byte)]
      bits += Int(table[row * columns + column]) - 0x30
      row = column + 1
      change = others
    }
    return 1_000_000 * exp2(-Double(bits) / 2)
  }
}

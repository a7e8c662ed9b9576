extension PageStyle {
  /// The band that is read from the back of the room, and the brief below it.
  static let verdict: StaticString = """
    .band{background:var(--vg);border-top:6px solid var(--v);border-bottom:1px solid var(--vr)}
    .top{display:flex;justify-content:space-between;flex-wrap:wrap;gap:4px 16px;padding-top:16px;font-size:var(--f2);color:var(--ink2)}
    .top b{color:var(--ink)}
    .say{display:grid;grid-template-columns:minmax(0,1fr) 372px;gap:24px 80px;padding-block:32px;align-items:end}
    h1{line-height:1;font-weight:500}
    h1 .what{display:block;font-size:1.25rem;color:var(--ink2);margin-bottom:12px;overflow-wrap:anywhere}
    h1 .word{display:flex;align-items:center;gap:.2em;font-size:clamp(2.6rem,6.2vw,5.25rem);letter-spacing:-.045em;color:var(--v);font-weight:700}
    h1 .word .icon{width:.74em;height:.74em}
    .why{font-size:var(--f5);line-height:1.36;letter-spacing:-.014em;margin-top:16px;max-width:37em;text-wrap:pretty;overflow-wrap:anywhere}
    .facts{font-size:var(--f2);display:grid;grid-template-columns:auto minmax(0,1fr);gap:6px 16px}
    .facts dt{color:var(--ink3)}
    .facts dd{min-width:0;overflow-wrap:anywhere}
    .brief{display:grid;grid-template-columns:minmax(0,1.1fr) minmax(0,1.3fr) 300px;gap:32px 48px;padding-block:24px 48px;align-items:start}
    .brief h2{font-size:var(--f3);font-weight:600;margin-bottom:8px}
    .reasons li{display:grid;grid-template-columns:16px minmax(0,1fr);gap:0 10px;padding-block:9px;border-top:1px solid var(--rule);line-height:1.42;overflow-wrap:anywhere}
    .reasons .status{line-height:1;padding-top:4px}
    .reasons a{color:inherit}
    """

  static let layout: StaticString = """
    .body{display:grid;grid-template-columns:176px minmax(0,1fr);gap:0 56px;border-top:1px solid var(--rule);padding-top:32px}
    .toc{position:sticky;top:24px;align-self:start;max-height:calc(100vh - 48px);overflow:auto;font-size:var(--f2)}
    .toc .now{display:flex;gap:6px;align-items:center;color:var(--v);font-weight:600;padding:0 8px 12px}
    .toc .now code{color:var(--ink3);font-weight:400}
    .toc li a{display:flex;justify-content:space-between;gap:8px;padding:4px 8px;border-radius:6px;color:var(--ink2);text-decoration:none}
    .toc li a:hover,.toc li a[aria-current]{background:var(--sunk);color:var(--ink)}
    .toc li b{font-weight:500;color:var(--ink3)}
    .toc li b.hot{font-weight:600;color:var(--v)}
    section.s{padding-bottom:80px;scroll-margin-top:24px}
    .s>h2{font-size:var(--f6);line-height:1.2;letter-spacing:-.022em;font-weight:600}
    .lede{color:var(--ink2);margin-top:6px;max-width:52em;text-wrap:pretty}
    .s h3{font-size:var(--f4);line-height:1.3;font-weight:600;overflow-wrap:anywhere}
    .sub{margin-top:32px}
    .s>.wide,.s>.two,.s>.block,.s>.none,.s>.signs,.s>.facts{margin-top:24px}
    .sub>.wide,.sub>.none{margin-top:12px}
    .two{display:grid;grid-template-columns:1fr 1fr;gap:48px}
    footer{border-top:1px solid var(--rule);color:var(--ink3);font-size:var(--f2);padding-block:24px 48px}
    footer .wrap{display:flex;flex-wrap:wrap;gap:8px 32px;justify-content:space-between}
    """

  static let tables: StaticString = """
    table{border-collapse:collapse;width:100%;font-size:var(--f2);line-height:1.42}
    th{text-align:left;font-weight:500}
    thead th{color:var(--ink3);font-size:var(--f1);vertical-align:bottom;padding:0 12px 7px;border-bottom:1px solid var(--rule2);line-height:1.3}
    tbody th,td{vertical-align:top;padding:8px 12px;border-bottom:1px solid var(--rule);overflow-wrap:anywhere}
    tr>:first-child{padding-left:0}
    tr>:last-child{padding-right:0}
    tr.group th{padding-top:24px;font-weight:600;border-bottom-color:var(--rule2)}
    tfoot td,tfoot th{padding:10px 12px;font-weight:600;border:0}
    td small,th small{display:block;font-size:var(--f1);color:var(--ink3);font-weight:400;line-height:1.4;margin-top:1px}
    td code.hash{display:block;font-size:.6875rem;line-height:1.6;color:var(--ink2)}
    .wide{overflow-x:auto;overscroll-behavior-x:contain}
    .num{text-align:right;white-space:nowrap}
    .counts thead .num{white-space:normal}
    .counts thead .swatch{display:block;margin:0 0 4px auto}
    td.words{overflow-wrap:break-word}
    th.c1{width:21%}
    th.c2{width:6.75rem}
    th.c3{width:27%}
    .zero{color:var(--ink3)}
    """
}

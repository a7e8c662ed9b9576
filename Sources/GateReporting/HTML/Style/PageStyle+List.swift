extension PageStyle {
  static let list: StaticString = """
    .filters{margin-top:24px;display:grid;gap:12px;border-block:1px solid var(--rule2);padding-block:16px}
    .filters .line{display:flex;flex-wrap:wrap;gap:12px 16px;align-items:end}
    .filters label.f{display:grid;gap:3px;flex:1 1 132px;font-size:var(--f1);color:var(--ink3)}
    .filters label.long{flex:2 1 240px}
    .filters legend{padding:0;margin-bottom:3px;font-size:var(--f1);color:var(--ink3)}
    .filters input[type=search],.filters select{height:34px;border:1px solid var(--edge);border-radius:6px;background:var(--page);color:var(--ink);padding:0 10px;font-size:var(--f2);width:100%;min-width:0}
    .filters .btn{height:34px}
    .toggles{display:flex;flex-wrap:wrap;gap:6px}
    .toggles label{display:inline-flex;align-items:center;border:1px solid var(--edge);border-radius:6px;padding:0 10px;height:30px;font-size:var(--f2);cursor:pointer}
    .toggles label:has(:checked){background:var(--ink);border-color:var(--ink);color:var(--page)}
    .toggles label:has(:checked) .sev{color:inherit}
    .toggles input{position:absolute;opacity:0;width:0;height:0}
    .toggles label:has(:focus-visible){outline:2px solid var(--link);outline-offset:2px}
    .shown{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;gap:8px 16px;margin-top:16px;font-size:var(--f2);min-height:30px}
    .acts,.pager{display:flex;gap:8px;flex-wrap:wrap;align-items:center}
    .pager{margin-top:16px;font-size:var(--f2)}
    table.all{table-layout:fixed;margin-top:12px}
    table.all td,table.all th{padding-inline:8px}
    table.all tr>:first-child{padding-left:0}
    table.all tr>:last-child{padding-right:0}
    table.all .w1{width:84px}table.all .w2{width:106px}table.all .w4{width:26%}table.all .w5{width:108px}table.all .w6{width:104px}table.all .w7{width:92px}
    table.all td{padding-block:7px}
    table.all td b{font-weight:500;display:block;line-height:1.36}
    table.all td i{font-style:normal;font-size:var(--f1);color:var(--ink3)}
    table.all td:nth-child(4){font-family:var(--mono);font-size:.6875rem;line-height:1.6}
    table.all td small{overflow-wrap:anywhere}
    table.all code{font-size:.6875rem;color:var(--ink3);display:block;line-height:1.6}
    table.all td:nth-child(7){white-space:nowrap}
    table.all .sev{display:table-cell}
    td.sev::before{content:"";display:inline-block;width:16px;height:16px;scale:.875;margin:0 4px 0 -1px;vertical-align:-3px;background:linear-gradient(currentColor 0 0);clip-path:path(evenodd,"M1 10h3.6v5H1zm5.2-4h3.6v9H6.2zm5.2-5H15v14h-3.6z")}
    td.critical::before{clip-path:path(evenodd,"M4 1h8l3 3v8l-3 3H4l-3-3V4zM7 4v5h2V4zm0 6.2v2h2v-2z")}
    td.medium::before{background:linear-gradient(90deg,currentColor 10px,color-mix(in srgb,currentColor 28%,transparent) 0)}
    td.low::before{background:linear-gradient(90deg,currentColor 5px,color-mix(in srgb,currentColor 28%,transparent) 0)}
    td.info::before{clip-path:path(evenodd,"M1 7h3.4v2H1zm5.3 0h3.4v2H6.3zm5.3 0H15v2h-3.4z")}
    .js table.all code{cursor:copy}
    .more{content-visibility:auto;contain-intrinsic-size:auto 27000px}
    @media screen{.more thead{visibility:collapse}}
    #findings{contain:layout style}
    th button{all:unset;cursor:pointer;display:inline-flex;gap:4px;align-items:center;border-radius:3px}
    th button:focus-visible{outline:2px solid var(--link);outline-offset:2px}
    th button::after{content:"↕";font-size:.9em}
    th[aria-sort=ascending] button::after{content:"↑"}
    th[aria-sort=descending] button::after{content:"↓"}
    th[aria-sort] button{color:var(--ink);font-weight:600}
    tr.hit td{background:var(--mark)}
    """

  /// Tablets and telephones: a table row becomes a card whose labels come from `data-l`.
  static let narrow: StaticString = """
    @media screen and (max-width:1180px){
    .brief{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
    .brief .open{grid-column:1/-1}
    .say{gap:24px 48px;grid-template-columns:minmax(0,1fr) 320px}
    .body{display:block;padding-top:0}
    .toc{top:0;background:var(--page);z-index:3;display:flex;gap:12px;align-items:center;overflow-x:auto;white-space:nowrap;padding-block:10px;margin-bottom:32px;border-bottom:1px solid var(--rule);scrollbar-width:none}
    .toc .now{padding:0}
    .toc ol{display:flex;gap:2px}
    html{scroll-padding-top:72px}
    section.s{scroll-margin-top:0}}
    @media screen and (max-width:900px){
    .say,.two{grid-template-columns:minmax(0,1fr)}
    .block>li{grid-template-columns:minmax(0,1fr);gap:8px}
    .block .state{display:inline;margin-left:12px}
    .block dl{grid-template-columns:1fr 1fr}
    .signs{grid-template-columns:1fr 1fr}}
    @media screen and (max-width:640px){
    .say{padding-block:24px}
    .why{font-size:1.1875rem}
    .brief{grid-template-columns:minmax(0,1fr)}
    section.s{padding-bottom:56px}
    .signs,.digests{grid-template-columns:minmax(0,1fr)}
    .counts .bars,.counts .opt{display:none}
    .counts td,.counts th{padding-inline:4px}
    table.rows .bars{width:28%}
    .trend .days span:nth-child(even){visibility:hidden}
    table.stack,table.stack tbody,table.stack tr,table.stack td,table.stack th{display:block}
    table.stack thead,table.all thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    table.stack tr{padding-block:12px;border-bottom:1px solid var(--rule)}
    table.stack tr.group{border:0;padding-bottom:0}
    table.stack td,table.stack tbody th{border:0;padding:1px 0}
    table.stack td[data-l]{display:grid;grid-template-columns:104px minmax(0,1fr);gap:8px}
    table.stack td[data-l]::before{content:attr(data-l);color:var(--ink3)}
    table.stack td.num{text-align:left;white-space:normal}
    table.all,table.all tbody{display:block;width:auto}
    table.all tr{display:flex;flex-wrap:wrap;gap:1px 12px;padding-block:10px;border-bottom:1px solid var(--rule)}
    table.all td,table.all .sev{display:block;border:0;padding:0}
    table.all td:nth-child(3),table.all td:nth-child(4){flex:1 0 100%;padding:0}
    table.all td:nth-child(n+5){color:var(--ink3);font-size:var(--f1)}}
    @media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}.btn,.toc a{transition:color .12s,border-color .12s,background-color .12s}}
    @media (forced-colors:active){.toggles label:has(:checked){outline:2px solid Highlight}.band{border-bottom:2px solid}}
    """

  static let paper: StaticString = """
    @page{margin:15mm 14mm 17mm;@bottom-left{content:var(--doc);font:7.5pt system-ui,sans-serif;color:#555}@bottom-right{content:"Page " counter(page) " of " counter(pages);font:7.5pt system-ui,sans-serif;color:#555}}
    @media print{
    :root{color-scheme:light;--f1:7.4pt;--f2:8.2pt;--f3:9.2pt;--f4:10.4pt;--f5:13pt;--f6:15pt}
    .wrap{padding:0;max-width:none}
    .skip,.toc,.btn,.filters,.pager,.acts{display:none!important}
    .band{background:none;border-bottom:1.5pt solid var(--v);border-top-width:4pt}
    .say{grid-template-columns:minmax(0,1fr) 62mm;gap:8mm;padding-block:12pt}
    h1 .word{font-size:44pt}
    .brief{grid-template-columns:1fr 1fr;gap:14pt 20pt;padding-block:10pt 18pt}
    .body{display:block;border:0;padding:0}
    section.s{padding-bottom:20pt}
    h2,h3,.lede{break-after:avoid}
    .lede,#load .sub{break-inside:avoid}
    .s>h2{break-inside:avoid}
    .s>h2::after{content:"";display:block;height:120pt;margin-bottom:-120pt}
    #blocking>h2::after{height:280pt;margin-bottom:-280pt}
    thead{display:table-header-group}
    tfoot{display:table-row-group}
    tr,.reasons li,.trend,figure,.digests,.block>li,.counts,table.rows{break-inside:avoid}
    tr.group{break-after:avoid}
    tbody th,td,tfoot th,tfoot td{padding:4pt 6pt}
    thead th{padding:0 6pt 3pt}
    .wide{overflow:visible}
    .block>li{grid-template-columns:20mm minmax(0,1fr) 40mm;gap:0 10pt;padding-block:9pt}
    .cmd{border:.5pt solid var(--rule2);background:none;padding:3pt 5pt}
    details::details-content{content-visibility:visible;display:block;height:auto}
    details>summary{list-style:none;color:var(--ink3)}
    a{color:inherit;text-decoration-color:#999}
    .signs{grid-template-columns:repeat(3,minmax(0,1fr));gap:8pt}
    #sign-off,#findings{break-before:page}
    th button{display:contents}
    th button::after{content:none!important}
    table.all{font-size:7.4pt}
    table.all td,table.all th{padding:3pt 4pt}
    table.all code,table.all td:nth-child(4){font-size:6.4pt}
    table.all .w1{width:17mm}table.all .w2{width:20mm}table.all .w5{width:19mm}table.all .w6{width:17mm}table.all .w7{width:19mm}
    .more{content-visibility:visible}
    tr.hit td{background:none}
    *{print-color-adjust:exact}}
    """
}

extension PageStyle {
  /// Severity and status are a shape and a word; colour comes third.
  static let parts: StaticString = """
    .sev,.status{display:inline-flex;align-items:center;gap:6px;white-space:nowrap;font-weight:500}
    .sev.critical{color:var(--critical);font-weight:600}
    .sev.high{color:var(--high);font-weight:600}
    .sev.medium{color:var(--medium)}
    .sev.low{color:var(--low)}
    .sev.info{color:var(--info)}
    .status.pass{color:var(--go)}
    .status.fail{color:var(--no);font-weight:600}
    .status.incomplete,.status.todo{color:var(--in);font-weight:600}
    button,select,input{font:inherit;color:inherit}
    button{cursor:pointer}
    .btn{background:var(--page);border:1px solid var(--rule2);border-radius:6px;font-size:var(--f1);font-weight:500;line-height:1;padding:6px 9px;color:var(--ink2);white-space:nowrap;min-height:26px}
    .btn:hover{border-color:var(--edge);color:var(--ink)}
    .btn[aria-disabled=true]{color:var(--ink3);border-style:dashed}
    .cmd{display:flex;align-items:flex-start;gap:12px;background:var(--sunk);border-radius:6px;padding:8px 8px 8px 12px;margin-top:6px}
    .cmd code{flex:1;font-size:var(--f1);line-height:1.7;align-self:center}
    details>summary{cursor:pointer;color:var(--ink2);font-size:var(--f2);width:fit-content}
    details[open]>summary{margin-bottom:8px}
    .none{border:1px dashed var(--rule2);border-radius:8px;padding:16px 24px;color:var(--ink2)}
    .diff{font-family:var(--mono);font-size:var(--f1);line-height:1.6}
    .diff del,.diff ins{display:block;text-decoration:none}
    .diff del{color:var(--ink3)}
    .diff del::before{content:"− "}
    .diff ins::before{content:"+ "}
    """

  static let blocking: StaticString = """
    .block>li{border-top:1px solid var(--rule2);padding-block:24px;display:grid;grid-template-columns:104px minmax(0,1fr) 208px;gap:0 24px;scroll-margin-top:16px}
    .block>li:last-child{border-bottom:1px solid var(--rule2)}
    .block .state{display:block;font-size:var(--f2);color:var(--ink2);margin-top:3px}
    .block .place{font-size:var(--f2);color:var(--ink2);margin-top:3px}
    .block .told,.block .fix{margin-top:8px;text-wrap:pretty;overflow-wrap:anywhere}
    .block .told{color:var(--ink2)}
    .block .refs{font-size:var(--f2);margin-top:8px;color:var(--ink2);overflow-wrap:anywhere}
    .block details{margin-top:12px}
    .block dl{font-size:var(--f2);display:grid;gap:8px;align-content:start}
    .block dt{color:var(--ink3);font-size:var(--f1);line-height:1.3}
    .block dd{overflow-wrap:anywhere}
    """

  static let charts: StaticString = """
    .bar{width:100%;height:12px;overflow:visible}
    td.bars{vertical-align:middle;width:26%}
    .k1{fill:var(--k1)}.k2{fill:var(--k2)}.k3{fill:var(--k3)}.k4{fill:var(--k4)}
    .k5{fill:var(--k5);stroke:var(--k3);stroke-width:1;vector-effect:non-scaling-stroke}
    .swatch{width:10px;height:10px;display:inline-block;vertical-align:-1px;margin-right:5px}
    table.rows{max-width:760px}
    table.rows td,table.rows th{border-bottom:0;padding-block:5px}
    table.rows .bars{width:42%}
    .trend{display:grid;grid-template-columns:28px minmax(0,1fr);gap:0 8px;font-size:var(--f1);color:var(--ink3);margin-top:16px}
    .trend .scale{display:flex;flex-direction:column;justify-content:space-between;text-align:right;height:194px;margin-block:-9px;line-height:18px}
    .trend .plot{height:176px;width:100%;overflow:visible}
    .trend .days{grid-column:2;display:flex;justify-content:space-between;margin-top:8px}
    .grid{stroke:var(--rule);fill:none;vector-effect:non-scaling-stroke}
    .line1,.line2{fill:none;stroke-width:2;vector-effect:non-scaling-stroke;stroke-linejoin:round}
    .line1{stroke:var(--no)}
    .line2{stroke:var(--k2);stroke-dasharray:5 4}
    .dot1,.dot2{fill:none;vector-effect:non-scaling-stroke}
    .dot1{stroke:var(--no);stroke-linecap:round;stroke-width:8}
    .dot2{stroke:var(--k2);stroke-linecap:square;stroke-width:6}
    .legend{display:flex;flex-wrap:wrap;gap:4px 24px;font-size:var(--f2);color:var(--ink2);margin-top:16px}
    .legend span{display:inline-flex;gap:8px;align-items:center}
    .legend svg{width:28px;height:10px;overflow:visible}
    """

  static let signOff: StaticString = """
    .signs{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:24px}
    .sign{border:1px solid var(--rule2);border-radius:8px;padding:16px;display:grid;gap:12px;align-content:start;break-inside:avoid}
    .sign h3{font-size:var(--f3)}
    .choice{display:flex;gap:24px;font-size:var(--f2)}
    .choice span{display:inline-flex;gap:8px;align-items:center}
    .tick{width:14px;height:14px;border:1.5px solid var(--edge);border-radius:3px}
    .write{display:flex;align-items:flex-end;gap:8px;font-size:var(--f1);color:var(--ink3);height:34px}
    .write i{flex:1;border-bottom:1px solid var(--edge)}
    .digests{font-size:var(--f1);display:grid;grid-template-columns:minmax(9em,auto) minmax(0,1fr);gap:6px 16px;margin-top:12px}
    .digests dt{color:var(--ink3)}
    .digests dd{font-family:var(--mono);overflow-wrap:anywhere}
    """
}

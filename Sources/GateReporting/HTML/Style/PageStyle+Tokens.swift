extension PageStyle {
  /// Colours, sizes and faces. Colour is spent on verdict, severity, status and links only; every
  /// pair of text and ground has a contrast of 4.5:1 or better.
  static let tokens: StaticString = """
    :root{color-scheme:light dark;
    --sans:ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",Arial,sans-serif;
    --mono:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono","Liberation Mono",monospace;
    --f1:.75rem;--f2:.8125rem;--f3:.9375rem;--f4:1.0625rem;--f5:1.375rem;--f6:1.625rem;
    --page:#ffffff;--sunk:#f7f7f5;--ink:#16181d;--ink2:#474c56;--ink3:#646a75;
    --rule:#e7e7e3;--rule2:#d3d3cd;--edge:#8a8f99;--link:#2a4fc4;--mark:#fff2c2;
    --critical:#a30f37;--high:#a8400b;--medium:#765600;--low:#2f5f83;--info:#5b626d;
    --go:#0b6840;--go-g:#eef7f2;--go-r:#c3e3d1;
    --no:#b0122c;--no-g:#fcf0f0;--no-r:#f1cdcf;
    --in:#7a5000;--in-g:#fbf4e4;--in-r:#ecd9ab;
    --k1:#1f2937;--k2:#5d6b80;--k3:#8391a6;--k4:#c3cad5;--k5:#e4e7ec}
    @media screen and (prefers-color-scheme:dark){:root{
    --page:#101216;--sunk:#171a20;--ink:#eceef2;--ink2:#b9bfca;--ink3:#949ba8;
    --rule:#262a33;--rule2:#373d49;--edge:#6d7583;--link:#93b1ff;--mark:#3a300c;
    --critical:#ff8aa0;--high:#ffa473;--medium:#e2bb62;--low:#8fbbe0;--info:#a9b0bc;
    --go:#62d3a0;--go-g:#10211a;--go-r:#1f4634;
    --no:#ff8a8f;--no-g:#26141a;--no-r:#53262f;
    --in:#e5b95c;--in-g:#221c10;--in-r:#4b3c17;
    --k1:#e6eaf1;--k2:#a3aebf;--k3:#5f6b7e;--k4:#465063;--k5:#2c3340}}
    .pass{--v:var(--go);--vg:var(--go-g);--vr:var(--go-r)}
    .fail{--v:var(--no);--vg:var(--no-g);--vr:var(--no-r)}
    .incomplete{--v:var(--in);--vg:var(--in-g);--vr:var(--in-r)}
    """

  static let ground: StaticString = """
    *,*::before,*::after{box-sizing:border-box}
    html{font:100%/1.5 var(--sans);color:var(--ink);background:var(--page);text-size-adjust:100%;scroll-padding-top:24px;accent-color:var(--link);--doc:attr(data-doc)}
    body{margin:0;font-size:var(--f3);font-variant-numeric:tabular-nums}
    h1,h2,h3,p,ul,ol,dl,dd,figure,table,fieldset{margin:0;padding:0}
    ul,ol{list-style:none}
    fieldset{border:0;min-width:0}
    a{color:var(--link);text-underline-offset:2.5px;text-decoration-thickness:1px}
    a.quiet{color:inherit;text-decoration-color:var(--edge)}
    code{font-family:var(--mono);font-size:.875em;overflow-wrap:anywhere}
    b,strong{font-weight:600}
    svg{display:block}
    time{white-space:nowrap}
    :focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:3px}
    .skip{position:absolute;left:-999px;top:8px;background:var(--page);padding:8px 16px;z-index:9}
    .skip:focus{left:16px}
    .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    html:not(.js) .js-only,.js .js-less,[hidden]{display:none!important}
    .wrap{max-width:1344px;margin:0 auto;padding-inline:clamp(16px,3.4vw,48px)}
    .soft{color:var(--ink2)}
    .dim{color:var(--ink3)}
    .nowrap{white-space:nowrap}
    .icon{width:14px;height:14px;flex:none;fill:currentColor}
    """
}

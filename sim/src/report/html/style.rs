//! How a page looks.

/// The style sheet.
pub(super) const STYLE: &str = "\
:root{--page:#f6f7f9;--card:#fff;--text:#1b1f24;--soft:#5c6670;--line:#e3e7eb;--good:#1a7f45;\
--bad:#c62f2f;--shade:#f0b42933;--c0:#2463c4;--c1:#d9730d;--c2:#12908a;--c3:#9b51c9;--c4:#a9842a;\
--c5:#6b7682}\
@media(prefers-color-scheme:dark){:root{--page:#14171b;--card:#1c2127;--text:#e6e9ec;\
--soft:#98a3ae;--line:#2d343c;--good:#4cc27d;--bad:#ff7b72;--shade:#f0b42926;--c0:#6ea8fe;\
--c1:#ff9f45;--c2:#45c9c0;--c3:#c793ec;--c4:#d6b456;--c5:#98a3ae}}\
*{box-sizing:border-box}\
body{margin:0;background:var(--page);color:var(--text);font:15px/1.5 system-ui,sans-serif}\
main{max-width:1080px;margin:0 auto;padding:28px 20px 60px}\
h1{font-size:26px;margin:0 0 4px;display:flex;flex-wrap:wrap;gap:10px;align-items:center}\
h1 small{font-size:16px;font-weight:400;color:var(--soft)}\
h2{font-size:18px;margin:34px 0 12px}\
h3{font-size:15px;margin:0;flex:none}h3 small{font-weight:400;color:var(--soft)}\
p{margin:4px 0}header p{color:var(--soft)}header .failure{color:var(--bad);font-weight:600}\
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 14px;margin:12px 0 0}\
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}\
code,pre{font:13px/1.5 ui-monospace,monospace}\
.verdict{font-size:13px;font-weight:600;padding:1px 10px;border-radius:10px;color:var(--card);\
white-space:nowrap}\
.verdict.good{background:var(--good)}.verdict.bad{background:var(--bad)}\
.highlights ul{list-style:none;display:grid;gap:12px;padding:0;margin:22px 0 0;\
grid-template-columns:repeat(auto-fit,minmax(150px,1fr))}\
.highlights li{background:var(--card);border:1px solid var(--line);border-radius:8px;\
padding:10px 14px}\
.highlights b{display:block;font-size:17px;font-variant-numeric:tabular-nums}\
.highlights i{color:var(--soft);font-style:normal;font-weight:400}\
.highlights span,.note{color:var(--soft);font-size:13px}\
figure{margin:0 0 14px;background:var(--card);border:1px solid var(--line);border-radius:8px;\
padding:12px 14px 8px}\
figcaption{display:flex;flex-wrap:wrap;gap:2px 18px;align-items:baseline}\
figcaption p{color:var(--soft);font-size:13px;flex-basis:100%;margin:0}\
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:2px 14px;margin:0;padding:0;\
font-size:13px;color:var(--text)}\
.legend li::before{content:'';display:inline-block;width:10px;height:10px;border-radius:3px;\
margin-right:6px;background:currentColor;vertical-align:-1px}\
.legend li{color:var(--text)}\
.legend .c0::before{color:var(--c0)}.legend .c1::before{color:var(--c1)}\
.legend .c2::before{color:var(--c2)}.legend .c3::before{color:var(--c3)}\
.legend .c4::before{color:var(--c4)}.legend .c5::before{color:var(--c5)}\
.legend .good::before{color:var(--good)}.legend .bad::before{color:var(--bad)}\
svg{display:block;width:100%;height:auto;margin-top:8px}\
svg text{font:11px system-ui,sans-serif;fill:var(--soft);font-variant-numeric:tabular-nums}\
svg .label,svg .name{fill:var(--text)}svg .name{font-size:13px;font-weight:600}\
.grid{stroke:var(--line);fill:none}.pole{stroke:var(--soft);fill:none}\
.shade{fill:var(--shade)}.bar{fill:var(--bad);opacity:.75}\
.mark{fill:var(--c0)}circle.good{fill:var(--good)}circle.bad{fill:var(--bad)}\
.line{fill:none;stroke-width:1.6;stroke-linejoin:round}\
.dots{fill:none;stroke-width:2.6;stroke-linecap:round;opacity:.7}\
.bars{fill:none;stroke-width:3.2}\
.c0{stroke:var(--c0)}.c1{stroke:var(--c1)}.c2{stroke:var(--c2)}.c3{stroke:var(--c3)}\
.c4{stroke:var(--c4)}.c5{stroke:var(--c5)}.line.bad{stroke:var(--bad)}\
.tables{display:flex;flex-wrap:wrap;gap:18px;align-items:flex-start}\
table{border-collapse:collapse;background:var(--card);border:1px solid var(--line);\
border-radius:8px}\
th,td{padding:4px 14px;border-bottom:1px solid var(--line);text-align:right;\
font-variant-numeric:tabular-nums}\
th:first-child{text-align:left;font-weight:400}th{font-weight:600}\
tr:last-child>*{border-bottom:0}\
.words{width:100%}.words td{text-align:left;vertical-align:top}.words td:first-child{width:1%}\
details{margin-top:30px}summary{cursor:pointer;font-size:18px;font-weight:600}\
pre{overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:8px;\
padding:12px 14px}";

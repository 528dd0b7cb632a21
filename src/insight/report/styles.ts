import { colourDeclarations, darkColours, fontFamily, lightColours } from '../../contract/index.ts';

/** The report's style sheet; the reasons stand in docs/design-language.md. */
export const styles = `
:root{color-scheme:light dark;
${colourDeclarations(lightColours)}}
@media (prefers-color-scheme:dark){:root{
${colourDeclarations(darkColours)}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.5 ${fontFamily};font-variant-numeric:tabular-nums}
header,main,footer{max-width:1104px;margin:0 auto;padding:0 16px}
header{padding-top:32px}
h1{font-size:28px;line-height:1.25;margin:0;font-weight:650;letter-spacing:-.01em;overflow-wrap:anywhere}
h2{font-size:20px;line-height:1.3;margin:0 0 4px;font-weight:600}
h3{font-size:16px;line-height:1.4;margin:0;font-weight:600}
p{margin:0 0 12px}
a{color:var(--accent)}
.asof{color:var(--muted);font-size:14px;margin:4px 0 16px}
.lead{font-size:20px;line-height:1.5;max-width:46em;margin-bottom:20px}
.skip{position:absolute;left:-9999px}.skip:focus{left:16px;top:8px;background:var(--card);padding:8px}
nav{margin:0 0 20px}nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:4px 16px;margin:0;padding:0;font-size:14px}
nav a{text-decoration:none;display:inline-block;padding:4px 0}nav a:hover{text-decoration:underline}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
.card{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:20px;margin:0 0 16px;min-width:0}
.pair{display:grid;grid-template-columns:minmax(0,1fr);gap:0 16px}
@media (min-width:940px){.pair{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}.pair>.card{height:calc(100% - 16px)}}
.finding{max-width:48em}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;margin:0 0 16px;padding:0}
.figure{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:12px 16px;margin:0}
.figure dt{font-size:14px;color:var(--muted)}.figure dd{margin:0}
.figure .now{font-size:28px;line-height:1.25;font-weight:600;letter-spacing:-.01em}
.change{font-size:14px;color:var(--muted)}.up{color:var(--growthink)}.down{color:var(--riskink)}
.steps{list-style:none;counter-reset:step;margin:12px 0 0;padding:0}
.steps li{counter-increment:step;border-top:1px solid var(--line);padding:14px 0;display:grid;grid-template-columns:32px minmax(0,1fr) auto;gap:0 8px}
.steps li:last-child{padding-bottom:0}
.steps li::before{content:counter(step);font-weight:600;color:var(--accent);font-size:16px;line-height:1.5}
.steps p{margin:2px 0 0}.steps .worth{font-size:20px;font-weight:600;white-space:nowrap;text-align:right;line-height:1.3}
.steps .worth small{display:block;font-size:12px;font-weight:400;color:var(--muted)}
@media (max-width:560px){.steps li{grid-template-columns:24px minmax(0,1fr)}.steps .worth{grid-column:2;text-align:left;margin-top:4px}.steps .worth small{display:inline;margin-left:6px}}
.contact{color:var(--muted);font-size:13px}
.muted{color:var(--muted)}.small{font-size:14px}
.chart{margin:8px 0 4px}.chart figure{margin:0}.chart svg{display:block;max-width:100%;height:auto;overflow:visible}
.chart text{font-size:12px}
.chart .narrow{display:none}
@media (max-width:620px){.chart .wide{display:none}.chart .narrow{display:block}.card{padding:16px}.lead{font-size:16px}.hide-narrow{display:none}}
@media (min-width:621px){.show-narrow{display:none}}
.key{display:flex;flex-wrap:wrap;gap:4px 16px;font-size:14px;color:var(--muted);margin:8px 0 0;padding:0;list-style:none}
.key i{display:inline-block;width:12px;height:12px;border-radius:3px;margin-right:6px;vertical-align:-1px}
.scroll{overflow-x:auto;margin:8px 0 0}
table{border-collapse:collapse;width:100%;font-size:14px}
th,td{text-align:left;padding:7px 12px 7px 0;border-bottom:1px solid var(--line);vertical-align:top;unicode-bidi:isolate;overflow-wrap:anywhere}
th{font-weight:500;color:var(--muted)}thead th{overflow-wrap:normal;vertical-align:bottom}thead th.n{white-space:normal}tbody th{color:var(--ink)}
tr:last-child>td,tr:last-child>th{border-bottom:0}
.n{text-align:right;white-space:nowrap;overflow-wrap:normal}th:last-child,td:last-child{padding-right:0}
caption{text-align:left;color:var(--muted);font-size:14px;padding:0 0 6px}
details{margin:12px 0 0;font-size:14px}summary{cursor:pointer;color:var(--accent);padding:4px 0}
details .how{color:var(--muted);max-width:52em;margin:4px 0 8px}
.measure{white-space:nowrap}.meter{display:inline-block;vertical-align:middle;width:44px;height:8px;border-radius:4px;background:var(--soft);overflow:hidden;margin-right:6px;border:1px solid var(--line)}
.meter b{display:block;height:100%;background:var(--value5)}.meter.low b{background:var(--risk2)}.meter.middle b{background:var(--value3)}
.tag{display:inline-block;font-size:12px;line-height:1.5;border-radius:4px;padding:1px 6px;margin:2px 4px 0 0;background:var(--risksoft);color:var(--riskink);border:1px solid currentColor}
.tag.calm{background:var(--soft);color:var(--muted)}
.cards th[scope=rowgroup]{padding-top:20px;color:var(--muted);font-weight:600;border-bottom:1px solid var(--line)}
.cards thead th.up-right{writing-mode:vertical-rl;transform:rotate(180deg);text-align:left;padding:0 8px 8px 0;font-weight:500}
.cards td.score{text-align:center;padding:7px 2px;min-width:40px}.cards td.score span{display:block;border-radius:4px;padding:1px 0}
.cards td details{margin:0}.cards th[scope=row]{min-width:150px}.cards th[scope=row] strong{font-weight:600}.cards .note{font-weight:400;color:var(--muted);margin:0;min-width:0}
.cards details ul{margin:4px 0;padding-left:18px;font-weight:400;color:var(--muted)}.cards details{margin:0}.cards summary{padding:2px 0;font-weight:400}
.code{font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere;color:var(--muted)}
footer{color:var(--muted);font-size:14px;padding-top:8px;padding-bottom:48px}
@media print{:root{color-scheme:light}body{background:#fff;zoom:.72}.card{break-inside:avoid;border-color:#bbb}#segments{break-inside:auto;break-before:page}.pair{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}.figure,.cards tr,.steps li,.chart,h3{break-inside:avoid}h2,h3,.finding,thead{break-after:avoid}
nav,.skip,details:not([open]){display:none}header,main,footer{max-width:none;padding:0}.figures{grid-template-columns:repeat(5,1fr)}.scroll{overflow:visible}
.chart .wide{display:block}.chart .narrow{display:none}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
@media print and (prefers-color-scheme:dark){:root{${colourDeclarations(lightColours)};--bg:#fff}}
@media (forced-colors:active){.meter b{background:CanvasText}}
`;

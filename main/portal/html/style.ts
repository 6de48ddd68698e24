/** How the pages look: narrow screens first, by day and by night, without anything to load. */
export const style = `
:root{color-scheme:light dark;--ink:#1b2430;--soft:#566273;--paper:#f5f7fa;--card:#fff;--line:#cfd6df;
--field:#eef2f6;--accent:#0b6b6b;--on-accent:#fff;--alarm:#a61b1b;--alarm-paper:#fdecec;--done-paper:#e7f4ea}
@media (prefers-color-scheme:dark){:root{--ink:#e8edf3;--soft:#a9b5c3;--paper:#12171d;--card:#1b222b;
--line:#3a4654;--field:#252e39;--accent:#6fcfc8;--on-accent:#06201f;--alarm:#ff9c9c;--alarm-paper:#3a1d1f;
--done-paper:#1b3323}}
*{box-sizing:border-box}
html{font:100%/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Noto Sans SC',sans-serif}
body{margin:0;background:var(--paper);color:var(--ink)}
main{max-width:44rem;margin:0 auto;padding:1rem}
h1{font-size:1.5rem;line-height:1.25;margin:.5rem 0}
h2{font-size:1.125rem;line-height:1.3;margin:0 0 .75rem}
h1,h2,p,li,dd{overflow-wrap:anywhere}
p{margin:.5rem 0}
a{color:var(--accent)}
.soft{color:var(--soft)}
section,.card{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:1rem;margin:1rem 0}
dl{margin:0}
dt{color:var(--soft);font-size:.875rem;margin-top:.75rem}
dt:first-child{margin-top:0}
dd{margin:.125rem 0 0}
.value{display:block;font:1rem/1.4 ui-monospace,Menlo,Consolas,monospace;background:var(--field);
border-radius:.25rem;padding:.5rem .625rem;user-select:all;-webkit-user-select:all;overflow-wrap:anywhere}
details{margin:.375rem 0 0}
summary{cursor:pointer;color:var(--accent);min-height:1.75rem}
.qr{display:block;width:100%;max-width:16rem;height:auto;margin:.5rem 0;background:#fff;border-radius:.25rem}
form{margin:.75rem 0 0}
form:first-child{margin-top:0}
label{display:block;font-weight:600;margin-top:1rem}
.hint{color:var(--soft);font-size:.875rem;margin:.125rem 0 .375rem}
input:not([type=hidden]),select{display:block;width:100%;font:inherit;color:inherit;background:var(--card);
border:1px solid var(--soft);border-radius:.375rem;padding:.625rem .75rem;min-height:2.75rem}
button,.button{display:inline-block;font:inherit;font-weight:600;text-align:center;text-decoration:none;
color:var(--on-accent);background:var(--accent);border:1px solid var(--accent);border-radius:.375rem;
padding:.625rem 1rem;min-height:2.75rem;cursor:pointer}
.quiet{color:var(--accent);background:transparent}
.danger{color:var(--alarm);background:transparent;border-color:var(--alarm)}
label+input,.hint+input,.hint+select{margin-bottom:0}
form>button{margin-top:1rem}
input[type=hidden]+button{margin-top:.25rem}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.note{border-radius:.375rem;padding:.625rem .75rem;margin:1rem 0;border-left:.25rem solid var(--accent);background:var(--field)}
.alarm{border-left-color:var(--alarm);background:var(--alarm-paper)}
.done{background:var(--done-paper)}
.row{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center;justify-content:space-between}
section>.row{margin-top:1rem}
.row form{margin:0}.row form>button{margin:0}
ul.devices{list-style:none;margin:1rem 0;padding:0}
ul.devices a{display:block;text-decoration:none;color:inherit}
ul.devices strong{display:block;color:var(--accent);text-decoration:underline}
ol{padding-left:1.5rem}
@media (min-width:40rem){main{padding:2rem}.fields{display:grid;grid-template-columns:12rem 1fr;gap:.5rem 1rem}
.fields dt{margin:0;padding-top:.5rem}.fields dd{margin:0}.plain dt{padding-top:0}}
@media (forced-colors:active){.value{border:1px solid}}
@media print{body{background:#fff}button,.button,form{display:none}}
`.replace(/\n/gu, '');

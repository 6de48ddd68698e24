/** Style of a guide's page: the console's greys and its one accent, light and dark, and paper. */
export const guideStyle = `
:root{color-scheme:light dark;--ground:light-dark(#fff,#181c1d);--text:light-dark(#1a2123,#e3e9ea);
--soft:light-dark(#536165,#9fadb1);--line:light-dark(#dde3e3,#2b3234);--accent:light-dark(#0b6b6f,#4fbdbb);
--tint:light-dark(#eef5f5,#143436);--warm:light-dark(#fdf5e3,#2d2617);--warm-line:light-dark(#b98a2e,#e9b44c);
--shade:light-dark(#e9eeee,#2b3234);--on-accent:light-dark(#fff,#0d1011)}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.6 system-ui,-apple-system,'Segoe UI',
Roboto,'Noto Sans','Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif}
main{max-width:46rem;margin:0 auto;padding:3rem 1.5rem 4rem}
header{border-bottom:1px solid var(--line);padding-bottom:1.25rem;margin-bottom:1.5rem}
.product{color:var(--accent);font-weight:600;margin:0}
h1{font-size:1.9rem;line-height:1.2;margin:.25rem 0 .6rem;text-wrap:balance}
.summary{color:var(--soft);margin:0}
.device{margin:.6rem 0 0;font-weight:600}
h2{font-size:1.25rem;line-height:1.3;color:var(--accent);margin:2.2rem 0 .8rem}
h3{font-size:1.05rem;line-height:1.4;margin:0}
p{margin:.4rem 0}
ul{padding-left:1.2rem;margin:.5rem 0}
li{margin:.25rem 0}
ol{list-style:none;padding:0;margin:1rem 0}
.step{position:relative;padding:0 0 0 3rem;margin:0 0 1.8rem}
.number{position:absolute;left:0;top:-.05rem;width:1.9rem;height:1.9rem;border-radius:50%;
background:var(--accent);color:var(--on-accent);font-weight:600;text-align:center;line-height:1.9rem}
.head{display:flex;gap:.75rem;align-items:baseline;justify-content:space-between}
.who{flex:none;font-size:.8rem;color:var(--soft);border:1px solid var(--line);border-radius:1rem;
padding:.05rem .6rem}
.beside{display:flex;gap:1.5rem;align-items:flex-start;justify-content:space-between}
.beside>div{flex:1;min-width:0}
figure{margin:.9rem 0 0}
.beside figure{margin:0;flex:none}
img{max-width:100%;height:auto;border:1px solid var(--line);border-radius:6px;display:block}
.control{color:var(--accent);font-weight:600}
.value{font-weight:600;overflow-wrap:anywhere}
a{color:var(--accent);overflow-wrap:anywhere}
.note{border-left:3px solid var(--accent);background:var(--tint);padding:.6rem .9rem;border-radius:0 6px 6px 0;
margin:1rem 0}
.note.warning{border-color:var(--warm-line);background:var(--warm)}
.note b{margin-right:.4rem}
table{width:100%;border-collapse:collapse;margin:1.2rem 0}
caption{text-align:left;font-weight:600;padding-bottom:.4rem}
th,td{text-align:left;vertical-align:top;border-top:1px solid var(--line);padding:.45rem .5rem}
tr:last-child>*{border-bottom:1px solid var(--line)}
th{font-weight:400;color:var(--soft);width:38%}
td{font-weight:600;overflow-wrap:anywhere}
td.blank{font-weight:400;color:var(--soft)}
svg{display:block;font-family:inherit}
.fill-none{fill:none}.fill-paper{fill:var(--ground)}.fill-shade{fill:var(--shade)}
.fill-accent{fill:var(--accent)}.fill-ink{fill:var(--text)}
rect.outlined{stroke:var(--soft);stroke-width:1}
polyline{fill:none;stroke:var(--line);stroke-width:1;stroke-linecap:round;stroke-linejoin:round}
polyline.stroke-accent{stroke:var(--accent);stroke-width:2}
.text-ink{fill:var(--text)}.text-muted{fill:var(--soft)}.text-accent{fill:var(--accent)}
.text-paper{fill:var(--on-accent)}.bold{font-weight:600}
@media (max-width:34rem){.beside{display:block}.beside figure{margin-top:.9rem}}
@media print{:root{color-scheme:light}@page{margin:18mm}body{font-size:11pt}main{max-width:none;padding:0}
h2{break-after:avoid}.step,table,.note{break-inside:avoid}img{max-height:9cm;width:auto}
a{text-decoration:none}}
`
  .trim()
  .replaceAll('\n', ' ');

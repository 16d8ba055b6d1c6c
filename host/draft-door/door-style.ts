/** How the pages of the door look: one column that a phone shows whole, in light and in dark. */
export const DOOR_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf8;
  --sheet: #fff;
  --ink: #22201d;
  --faint: #67625b;
  --line: #cfc9c0;
  --red: #b3261e;
  --red-ink: #fff;
  --fault: #a31710;
  --fault-paper: #fdecea;
  --well: #1c6b35;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #191817;
    --sheet: #232120;
    --ink: #ece8e2;
    --faint: #aaa49b;
    --line: #4b4743;
    --red: #c9362d;
    --fault: #ffb4ab;
    --fault-paper: #4a1c18;
    --well: #8ad6a1;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  line-break: strict;
}
.band { background: var(--red); color: var(--red-ink); }
.band p { max-width: 42rem; margin: 0 auto; padding: .9rem 1rem; font-size: 1.15rem;
  font-weight: 700; letter-spacing: .08em; }
main { max-width: 42rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 .4rem; }
.lede { color: var(--faint); margin: 0 0 1.25rem; }
fieldset, .sheet { background: var(--sheet); border: 1px solid var(--line); border-radius: .5rem;
  margin: 0 0 1.1rem; padding: .9rem 1rem 1.1rem; min-width: 0; }
legend { font-weight: 700; padding: 0 .4rem; margin-left: -.4rem; }
.field { margin: .8rem 0 0; }
.pair { display: grid; gap: 0 1rem; }
@media (min-width: 36rem) { .pair { grid-template-columns: 1fr 1fr; } }
label, .label { display: block; font-weight: 600; margin: 0 0 .25rem; }
.hint { color: var(--faint); font-size: .9rem; margin: .25rem 0 0; }
input[type=text], input[type=tel], textarea, input[type=file] {
  width: 100%; min-height: 2.9rem; padding: .55rem .7rem; font: inherit; color: inherit;
  background: var(--paper); border: 1px solid var(--line); border-radius: .35rem;
}
textarea { min-height: 11rem; resize: vertical; }
.code { font-family: ui-monospace, Consolas, monospace; letter-spacing: .12em;
  text-transform: uppercase; }
:focus-visible { outline: 3px solid var(--red); outline-offset: 1px; }
.choice { display: flex; gap: .6rem; align-items: center; min-height: 2.75rem; font-weight: 400;
  margin: 0; }
.choice input { width: 1.3rem; height: 1.3rem; margin: 0; accent-color: var(--red);
  flex: none; }
.bad input, .bad textarea { border-color: var(--fault); border-width: 2px; }
.fault { color: var(--fault); font-weight: 600; margin: .3rem 0 0; }
.faults { background: var(--fault-paper); border: 1px solid var(--fault); border-radius: .5rem;
  padding: .8rem 1rem; margin: 0 0 1.1rem; }
.faults h2 { font-size: 1.05rem; margin: 0; color: var(--fault); }
.faults ul { margin: .4rem 0 0; padding-left: 1.2rem; }
.faults a { color: var(--fault); }
summary { cursor: pointer; min-height: 2.75rem; display: flex; align-items: center;
  gap: .4rem; font-weight: 600; }
summary::before { content: '＋' / ''; color: var(--red); }
[open] > summary::before { content: '－' / ''; }
.picture { border-top: 1px solid var(--line); margin-top: 1rem; padding-top: .2rem; }
.picture:first-of-type { border-top: 0; margin-top: 0; }
button { font: inherit; font-weight: 700; min-height: 3.1rem; width: 100%; border: 0;
  border-radius: .4rem; background: var(--red); color: var(--red-ink); cursor: pointer; }
@media (min-width: 36rem) { button { width: auto; padding: 0 2.5rem; } }
.number { font: 700 2.2rem/1.3 ui-monospace, Consolas, monospace; letter-spacing: .08em;
  text-align: center; margin: .6rem 0; overflow-wrap: anywhere; }
.state { font-size: 1.35rem; font-weight: 700; margin: 0; }
.state.taken { color: var(--well); }
.state.returned { color: var(--fault); }
dl { display: grid; grid-template-columns: auto 1fr; gap: .35rem 1rem; margin: .8rem 0 0; }
dt { color: var(--faint); }
dd { margin: 0; overflow-wrap: anywhere; }
nav { margin-top: 1.5rem; display: flex; gap: 1.5rem; flex-wrap: wrap; }
a { color: inherit; }
nav a { display: inline-flex; align-items: center; min-height: 2.75rem; }
@media print {
  nav, button { display: none; }
  .band { background: none; color: #000; border-bottom: 2px solid #000; }
}
`;

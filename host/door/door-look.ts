/** The one style sheet of the door. */
export const DOOR_LOOK = `:root {
  --paper: #f7f6f3; --sheet: #fff; --ink: #1d1e20; --quiet: #5c5d5b; --line: #d9d8d4;
  --field-line: #80817e; --red: #b3261e; --red-ground: #fbeceb; --focus: #1d5fc4; --good: #1c6b3a;
  color-scheme: light;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #191a1c; --sheet: #232427; --ink: #ececea; --quiet: #b0b1ae; --line: #3d3e41;
    --field-line: #8c8d8a; --red: #f4978e; --red-ground: #43292a; --focus: #8bb8ff;
    --good: #84d3a0; color-scheme: dark; }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { font-size: 17px; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.6;
  font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC",
    "Noto Sans SC", sans-serif; }
header { display: flex; justify-content: space-between; align-items: center; gap: 1rem;
  max-width: 46rem; margin: 0 auto; padding: .5rem 1rem; }
.brand { color: var(--ink); font-weight: 700; font-size: 1.15rem; letter-spacing: .08em;
  text-decoration: none; padding: .5rem 0;
  font-family: "Songti SC", "SimSun", "Noto Serif CJK SC", "Noto Serif SC", serif; }
.brand span { margin-left: .6em; color: var(--red); }
nav a { display: inline-block; padding: .6rem .7rem; color: var(--ink); }
main { max-width: 46rem; margin: 0 auto; padding: 0 1rem 4rem; }
h1 { margin: .75rem 0 .5rem; font-size: 1.6rem; line-height: 1.3;
  font-family: "Songti SC", "SimSun", "Noto Serif CJK SC", "Noto Serif SC", serif; }
h2 { margin: 1.25rem 0 .25rem; font-size: 1.05rem; }
.lead { margin: 0 0 1rem; color: var(--quiet); }
b { color: var(--red); }
a { color: var(--focus); }
fieldset { min-width: 0; margin: 0 0 1rem; padding: 1.1rem 1.1rem 1.3rem; border: 0;
  border-top: 3px solid var(--red); background: var(--sheet); }
legend { float: left; width: 100%; margin: 0 0 .8rem; padding: 0; font-size: 1.1rem;
  font-weight: 700; }
legend + * { clear: both; }
fieldset > * { clear: both; }
.field { margin: 0 0 1rem; min-width: 0; }
.field:last-child { margin-bottom: 0; }
label { display: block; font-weight: 600; }
.hint { margin: 0 0 .3rem; color: var(--quiet); font-size: .88rem; line-height: 1.5; }
.trouble { margin: 0 0 .3rem; color: var(--red); font-weight: 600; font-size: .92rem; }
input:not([type=radio], [type=checkbox], [type=file]), textarea { display: block; width: 100%;
  min-height: 2.9rem; margin-top: .25rem; padding: .55rem .7rem;
  border: 1px solid var(--field-line); border-radius: 3px; background: var(--sheet);
  color: var(--ink); font: inherit; }
textarea { resize: vertical; line-height: 1.8; }
input[type=file] { display: block; width: 100%; min-height: 2.9rem; margin-top: .3rem;
  padding: .35rem; border: 1px dashed var(--field-line); border-radius: 3px; font: inherit;
  font-size: .9rem; color: var(--ink); }
input[type=file]::file-selector-button { min-height: 2.1rem; margin-right: .8rem; padding: 0 .9rem;
  border: 1px solid var(--field-line); border-radius: 3px; background: var(--paper);
  color: var(--ink); font: inherit; }
.code { letter-spacing: .12em; text-transform: uppercase; font-variant-numeric: tabular-nums; }
.field.wrong input, .field.wrong textarea { border-color: var(--red); }
.wrong.picture, fieldset.wrong { box-shadow: inset 4px 0 0 var(--red); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.picture { padding: .9rem 0 0; border-top: 1px solid var(--line); }
.picture.wrong { padding: .9rem; }
.picture.wrong input[type=file] { border-color: var(--red); }
.picture + .picture { margin-top: 1.1rem; }
.picture .words { margin-top: .6rem; }
.kept { margin: .3rem 0; font-size: .92rem; overflow-wrap: anywhere; }
.kept label { display: inline-flex; align-items: center; gap: .4rem; min-height: 2.6rem;
  margin-left: .6rem; font-weight: 400; }
.kept input { width: 1.2rem; height: 1.2rem; }
.choice { display: flex; align-items: center; gap: .7rem; min-height: 2.9rem; font-weight: 400; }
.choice input { flex: none; width: 1.35rem; height: 1.35rem; margin: 0; accent-color: var(--red); }
.choice + .field { margin-top: .5rem; }
.summary { margin: .75rem 0 1rem; padding: .9rem 1.1rem; background: var(--red-ground);
  border-left: 4px solid var(--red); }
.summary h2 { margin: 0; }
.summary ul { margin: .4rem 0; padding-left: 1.2rem; }
.summary p { margin: .2rem 0; }
.summary li { padding: .2rem 0; }
.summary a { color: var(--red); }
.hint + .picture { padding-top: .4rem; border-top: 0; }
button, .button { display: inline-block; min-height: 3.1rem; padding: .75rem 2.4rem; border: 0;
  border-radius: 3px; background: #a3211a; color: #fff; font: inherit; font-weight: 700;
  line-height: 1.6; text-decoration: none; cursor: pointer; }
button:hover, .button:hover { background: #8a1b15; }
.send .hint { margin-top: .6rem; }
.receipt, .standing { margin: 1rem 0; padding: 1.2rem 1.4rem 1.4rem; background: var(--sheet);
  border-top: 3px solid var(--red); }
.receipt h1 { margin-top: 0; }
.label { margin: 0; color: var(--quiet); }
.number { margin: 0 0 1rem; font-size: clamp(2.2rem, 11vw, 4rem); font-weight: 700;
  line-height: 1.2; letter-spacing: .04em; font-variant-numeric: tabular-nums; }
.state { margin: 0; font-size: 1.8rem; font-weight: 700; line-height: 1.3; }
.taken .state { color: var(--good); }
.returned .state { color: var(--red); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.2rem; margin: .6rem 0 0; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
.again { margin: 1.4rem 0 0; }
@media (min-width: 40rem) {
  .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.2rem; align-items: end; }
  .pair { margin-bottom: -1rem; }
  .pair .field { margin-bottom: 1rem; }
}
@media (max-width: 39.99rem) { .send button, .again .button { width: 100%; text-align: center; } }
@media print {
  body { background: #fff; color: #000; }
  header, .again { display: none; }
  .receipt { border: 2px solid #000; }
}
`;

/**
 * The one script of the door: an empty row for a picture shows when the one before it is filled,
 * and its caption when a picture is chosen. Without it all rows show.
 */
export const ROWS_SCRIPT = `const rows = [...document.querySelectorAll('.picture')];
function isUsed(row) {
  return 'used' in row.dataset || row.querySelector('input[type=file]').files.length > 0;
}
function show() {
  let last = rows.findLastIndex(isUsed);
  rows.forEach((row, at) => {
    row.hidden = at > last + 1;
    row.querySelector('.words').hidden = !isUsed(row);
  });
}
for (const row of rows) row.addEventListener('change', show);
if (rows.length > 0) show();
const where = document.getElementById('elsewhere-where')?.closest('.field');
function showWhere() {
  where.hidden = !document.querySelector('input[name=elsewhere][value=yes]').checked;
}
if (where) {
  for (const one of document.querySelectorAll('input[name=elsewhere]')) {
    one.addEventListener('change', showWhere);
  }
  showWhere();
}
document.querySelector('.summary')?.focus();
`;

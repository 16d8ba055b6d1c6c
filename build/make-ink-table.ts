import { readFileSync, writeFileSync } from 'node:fs';
import { greatestInkPercent, inkTableBytes } from '#engine/press/ink-table.ts';
import { iccDigest, inkTablePath, makeInkTable } from '#host/press/load-press-profile.ts';

// Makes the ink table of an .icc file and keeps it beside the file:
// node build/make-ink-table.ts templates/press-profiles/newsprint-tr002-tac220.icc
const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('which .icc file?');
const icc = new Uint8Array(readFileSync(path));
const table = await makeInkTable(icc);
writeFileSync(inkTablePath(path), Buffer.concat([iccDigest(icc), inkTableBytes(table)]));
process.stdout.write(`${inkTablePath(path)}: at most ${greatestInkPercent(table).toFixed(1)} %\n`);

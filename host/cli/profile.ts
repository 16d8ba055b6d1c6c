import { readFile } from 'node:fs/promises';
import { openColourEngine } from '#engine/press/colour-engine.ts';
import { type InkTable, keepsPaperWhite } from '#engine/press/ink-table.ts';
import { type ProfileFault, profileFault } from '#engine/press/output-intent.ts';
import { OWN_PLACES } from '#host/desk/desk-places.ts';
import { findProfile } from '#host/desk/press-calls.ts';
import { readProfileList } from '#host/desk/profile-list.ts';
import { makeInkTable, readLcmsWasm } from '#host/press/load-press-profile.ts';
import { profileFigures } from '#host/press/profile-figures.ts';
import type { PrintedColour, ProfileFigures } from '#host/profile-contract.ts';
import { complainOfPress } from './complain-of-press.ts';
import type { ExitCode } from './exit-codes.ts';
import { EXIT } from './exit-codes.ts';
import { readOptions } from './read-options.ts';
import { sentence } from './sentences.ts';
import type { Terminal } from './terminal.ts';

/** `banxin profile`: looks at a print shop's .icc file, or lists the profiles of this machine. */
export async function runProfile(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(words, { json: 'switch' });
  if (!options.ok) {
    terminal.complain(options.code, options.values);
    return EXIT.usage;
  }
  const [order, file, ...others] = options.positionals;
  if (order === 'list' && file === undefined) return listProfiles(terminal);
  if (order === 'check' && file !== undefined && others.length === 0) {
    return checkIcc(file, options.switches.has('json'), terminal);
  }
  terminal.complain('profile-usage', {});
  return EXIT.usage;
}

async function listProfiles(terminal: Terminal): Promise<ExitCode> {
  const { profilesFolder } = OWN_PLACES;
  const { broken, profiles } = await readProfileList(profilesFolder);
  for (const { id, name } of profiles) {
    const path = await findProfile(profilesFolder, id);
    if (!path.ok) continue;
    const line = sentence(terminal.language, 'profile-line', { id, name, path: path.value });
    await terminal.print(`${line}\n`);
  }
  for (const { failure } of broken) terminal.complain(failure.code, failure.values);
  return broken.length === 0 ? EXIT.done : EXIT.material;
}

async function checkIcc(file: string, isJson: boolean, terminal: Terminal): Promise<ExitCode> {
  const refuse = (code: 'icc-missing' | 'icc-broken' | 'icc-tints-paper' | ProfileFault) =>
    complainOfPress({ code, values: { icc: file } }, terminal);
  const icc = await readFile(file).then(
    (bytes) => new Uint8Array(bytes),
    () => undefined,
  );
  if (icc === undefined) return refuse('icc-missing');
  const wrong = profileFault(icc);
  if (wrong !== undefined) return refuse(wrong);
  const table = await makeInkTable(icc).catch(() => undefined);
  if (table === undefined) return refuse('icc-broken');
  if (!keepsPaperWhite(table)) return refuse('icc-tints-paper');
  const figures = await readFigures(icc, table);
  if (figures === undefined) return refuse('icc-broken');
  if (isJson) await terminal.print(`${JSON.stringify(figures, undefined, 2)}\n`);
  else {
    const said = sentence(terminal.language, 'profile-fit', wordsOf(file, figures));
    await terminal.print(`${said}\n`);
  }
  return EXIT.done;
}

async function readFigures(icc: Uint8Array, table: InkTable): Promise<ProfileFigures | undefined> {
  try {
    return profileFigures(await openColourEngine(await readLcmsWasm()), icc, table);
  } catch {
    return undefined;
  }
}

function wordsOf(file: string, { black, darkest, iccName, mostInkPercent, paper }: ProfileFigures) {
  return {
    file,
    name: iccName,
    most: Math.ceil(mostInkPercent),
    paper: labOf(paper),
    black: labOf(black),
    darkest: labOf(darkest),
  };
}

function labOf({ lab }: PrintedColour): string {
  const [l, a, b] = lab.map((value) => Math.round(value) || 0);
  return `L*${l} a*${a} b*${b}`;
}

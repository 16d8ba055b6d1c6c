import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const FAKE = pathToFileURL(join(import.meta.dirname, 'fake-electron.ts')).href;

/** Starts a bundled main process on the fake, and asks it what a window asks at first. */
const ASK_AS_A_WINDOW = `
import { registerHooks } from 'node:module';
registerHooks({
  resolve: (name, context, next) =>
    name === 'electron' ? { url: '${FAKE}', shortCircuit: true } : next(name, context),
});
// As Electron sets it when it is given a folder: the first word is not an issue.
process.defaultApp = true;
await import('./main.js');
const { ipcMain, protocol } = await import('${FAKE}');
while (ipcMain.answerers.size === 0) await new Promise((soon) => setTimeout(soon, 5));
const event = { senderFrame: { url: 'banxin://desk/', parent: null } };
const ask = async (call, request) => {
  const answer = await ipcMain.answerers.get('banxin:' + call)(event, request);
  if (!answer.ok) throw new Error(call + ': ' + JSON.stringify(answer.failure));
  return answer.value;
};
const page = await protocol.answerers.get('banxin')(new Request('http://desk/'));
const desk = await ask('readDesk', {});
const { folder, session } = await ask('openIssue', { sample: true });
const document = await ask('issueDocument', { session });
const { faces } = await ask('compositionParts', {});
const fonts = [];
for (const face of faces) fonts.push((await ask('paintFont', { face: face.id })).length);
const lexicon = await ask('lexicon', {});
await ask('closeIssue', { session });
console.log(JSON.stringify({
  screen: page.status,
  templates: desk.templates.length,
  profiles: desk.profiles.length,
  hasDialogs: desk.hasDialogs,
  folder,
  document: document.length,
  fonts,
  lexicon: lexicon.length,
}));
process.exit(0);
`;

/** What the main process answered; sizes in bytes. */
export interface FirstAnswers {
  /** HTTP status of the page. */
  readonly screen: number;
  readonly templates: number;
  readonly profiles: number;
  readonly hasDialogs: boolean;
  readonly folder: string;
  readonly document: number;
  readonly fonts: readonly number[];
  readonly lexicon: number;
}

/** Runs the bundle in a folder, with a data folder of its own. */
export function askMainProcess(bundle: string, dataFolder: string): FirstAnswers {
  const script = join(bundle, 'ask.mjs');
  writeFileSync(script, ASK_AS_A_WINDOW);
  try {
    const env = { ...process.env, BANXIN_DATA_FOLDER: dataFolder };
    const words = ['ask.mjs'];
    return JSON.parse(
      execFileSync(process.execPath, words, { cwd: bundle, encoding: 'utf8', env }),
    );
  } finally {
    rmSync(script);
  }
}

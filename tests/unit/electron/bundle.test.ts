import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOUSE } from '#build/build-screen.ts';
import { bundleElectron } from '#build/bundle-electron.ts';

/** As deep below the top as out/electron, where the bundle expects to lie. */
const BUNDLE = join(HOUSE, 'out/electron-under-test');
const FAKE = pathToFileURL(join(import.meta.dirname, 'fake-electron.ts')).href;

/** Starts the bundled main process on the fake, and asks it what a window does at first. */
const ASK_AS_A_WINDOW = `
import { registerHooks } from 'node:module';
registerHooks({
  resolve: (name, context, next) =>
    name === 'electron' ? { url: '${FAKE}', shortCircuit: true } : next(name, context),
});
// As Electron sets it when it is given a folder: the first word is not an issue.
process.defaultApp = true;
await import('./main.js');
const { ipcMain } = await import('${FAKE}');
while (ipcMain.answerers.size === 0) await new Promise((soon) => setTimeout(soon, 5));
const event = { senderFrame: { url: 'banxin://desk/', parent: null } };
const ask = async (call, request) => {
  const answer = await ipcMain.answerers.get('banxin:' + call)(event, request);
  return answer.ok ? answer.value : answer.failure;
};
const desk = await ask('readDesk', {});
const opened = await ask('openIssue', { sample: true });
const { session } = opened;
const document = await ask('issueDocument', { session });
const font = await ask('paintFont', { face: 'song-400' });
await ask('closeIssue', { session });
console.log(JSON.stringify({
  templates: desk.templates.length,
  hasDialogs: desk.hasDialogs,
  folder: opened.folder,
  document: document.length,
  font: font.length,
}));
process.exit(0);
`;

let dataFolder = '';

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'banxin-bundle-'));
  await bundleElectron(BUNDLE);
  writeFileSync(join(BUNDLE, 'ask.mjs'), ASK_AS_A_WINDOW);
}, 60_000);

afterAll(() => {
  rmSync(BUNDLE, { recursive: true, force: true });
  rmSync(dataFolder, { recursive: true, force: true });
});

test('the bundled main process opens a copy of the sample and hands out its faces', () => {
  const env = { ...process.env, BANXIN_DATA_FOLDER: dataFolder };
  const said = execFileSync(process.execPath, ['ask.mjs'], { cwd: BUNDLE, encoding: 'utf8', env });
  const answers = JSON.parse(said);
  expect(answers.templates).toBeGreaterThan(1);
  expect(answers.hasDialogs).toBe(true);
  expect(answers.document).toBeGreaterThan(1000);
  expect(answers.font).toBeGreaterThan(1_000_000);
  expect(existsSync(join(answers.folder, '打开本期.banxin'))).toBe(true);
});

test('the preload script is one file of CommonJS that needs Electron only', () => {
  const script = readFileSync(join(BUNDLE, 'preload.cjs'), 'utf8');
  const needed = [...script.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name);
  expect(needed).toEqual(['electron']);
  expect(script).not.toMatch(/^import /m);
});

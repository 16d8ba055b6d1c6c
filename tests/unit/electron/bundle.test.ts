import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOUSE } from '#build/build-screen.ts';
import { bundleElectron } from '#build/bundle-electron.ts';

/** As deep below the top as out/electron, where the bundle expects to lie. */
const BUNDLE = join(HOUSE, 'out/electron-under-test');
const FAKE = pathToFileURL(join(import.meta.dirname, 'fake-electron.ts')).href;

/** Starts the bundled main process on the fake, and asks it for the first page as a window does. */
const ASK_FOR_PAGE = `
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
const ask = (call, request) => ipcMain.answerers.get('banxin:' + call)(event, request);
const page = await ask('composePage', { page: 0 });
const font = await ask('paintFont', { face: 'song-400' });
console.log(JSON.stringify({
  page: page.ok ? page.value.list.items.length : page.failure,
  font: font.ok ? font.value.length : font.failure,
}));
process.exit(0);
`;

beforeAll(async () => {
  await bundleElectron(BUNDLE);
  writeFileSync(join(BUNDLE, 'ask.mjs'), ASK_FOR_PAGE);
}, 60_000);

afterAll(() => rmSync(BUNDLE, { recursive: true, force: true }));

test('the bundled main process composes the sample and hands out its faces', () => {
  const answer = execFileSync(process.execPath, ['ask.mjs'], { cwd: BUNDLE, encoding: 'utf8' });
  const { page, font } = JSON.parse(answer);
  expect(page).toBeGreaterThan(5);
  expect(font).toBeGreaterThan(1_000_000);
});

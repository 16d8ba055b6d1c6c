import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageDesk } from '#build/package.ts';
import { readFuses, writeDummyElectron } from './dummy-electron.ts';

let folder = '';
let packed: ReadonlySet<string>;
let settings: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-package-'));
  const electronFolder = join(folder, 'electron');
  writeDummyElectron(electronFolder);
  await packageDesk({ folderOnly: true, electronFolder, outputFolder: join(folder, 'release') });
  const archive = readFileSync(join(folder, 'release/linux-unpacked/resources/app.asar'));
  packed = new Set(archivedPaths(archive));
  settings = readFuses(readFileSync(join(folder, 'release/linux-unpacked/banxin')));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the package holds the bundles, the screen, the templates and the licences', () => {
  const needed = [
    ...['out/electron/main.js', 'out/electron/preload.cjs', 'out/renderer/index.html'],
    ...['templates/pages/park-broadsheet.json', 'templates/lexicon/words.bin'],
    ...['LICENSE', 'NOTICE', 'package.json'],
  ];
  expect(needed.filter((path) => !packed.has(path))).toEqual([]);
});

test('the package holds what is not bundled: wasm programs, native code and faces', () => {
  const needed = [
    'node_modules/harfbuzzjs/dist/harfbuzz.wasm',
    'node_modules/lcms-wasm/dist/lcms.wasm',
    'node_modules/sharp/package.json',
    'node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
    'node_modules/@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
    'node_modules/@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff',
  ];
  expect(needed.filter((path) => !packed.has(path))).toEqual([]);
});

test('the package holds no sources, no tests, no Node and no tools', () => {
  const strange = [
    /^(engine|host|electron|renderer|tests|docs|build)\//,
    /^node_modules\/(node-|vite|typescript|react)/,
  ];
  const found = [...packed].filter((path) => strange.some((kind) => kind.test(path)));
  expect(found).toEqual([]);
});

test('the fuses forbid running as Node, inspection and code from outside the archive', () => {
  // runAsNode, cookies, NODE_OPTIONS, --inspect, integrity, only from asar, snapshot, file:, wasm.
  expect(settings.slice(0, 6)).toBe('010011');
  expect(settings[7]).toBe('0');
});

interface ArchiveFolder {
  readonly files: Readonly<Record<string, ArchiveFolder | { readonly size: number }>>;
}

/** Paths of all files of an asar archive: a pickled header length, then JSON. */
function archivedPaths(archive: Buffer): readonly string[] {
  const header = archive.toString('utf8', 16, 16 + archive.readUInt32LE(12));
  return pathsOf(JSON.parse(header) as ArchiveFolder, '');
}

function pathsOf(within: ArchiveFolder, above: string): readonly string[] {
  return Object.entries(within.files).flatMap(([name, entry]) =>
    'files' in entry ? pathsOf(entry, `${above}${name}/`) : [above + name],
  );
}

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll, extractFile, getRawHeader, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCREEN_FOLDER } from '#build/build-screen.ts';
import { packageDesk, packBundles } from '#build/package.ts';
import { askMainProcess } from '#tests/unit/electron/ask-main-process.ts';
import { type DummySystem, writeDummyElectron } from './dummy-electron.ts';
import { readWindowsProgram } from './windows-program.ts';

const PROGRAMS = { linux: 'linux-unpacked/banxin', win: 'win-unpacked/Banxin.exe' };

let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-package-'));
  await packageDesk(options('linux'));
  await packBundles(options('win'));
}, 240_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function options(system: DummySystem) {
  const electronFolder = join(folder, system);
  writeDummyElectron(electronFolder, system);
  return { folderOnly: true, electronFolder, outputFolder: join(folder, 'release'), system };
}

function placeOf(system: DummySystem, ...names: string[]): string {
  return join(folder, 'release', `${system}-unpacked`, ...names);
}

function archiveOf(system: DummySystem): string {
  return placeOf(system, 'resources/app.asar');
}

/** Paths of all files and folders in the archive, without the slash before. */
function packed(system: DummySystem): ReadonlySet<string> {
  const paths = listPackage(archiveOf(system), { isPack: false });
  return new Set(paths.map((path) => path.slice(1).replaceAll('\\', '/')));
}

describe.each(['linux', 'win'] as const)('packaged for %s', (system) => {
  test('the package holds the bundles, the templates and the licences', () => {
    const needed = [
      ...['out/electron/main.js', 'out/electron/preload.cjs', 'out/electron/icon.png'],
      ...['templates/pages/park-broadsheet.json', 'templates/lexicon/words.bin'],
      'templates/press-profiles/newsprint-390x545.json',
      'templates/press-profiles/newsprint-tr002-tac220.icc',
      'templates/samples/park-supplement-2021-06-18.issue/issue.json',
      ...['LICENSE', 'NOTICE', 'package.json'],
    ];
    const paths = packed(system);
    expect(needed.filter((path) => !paths.has(path))).toEqual([]);
  });

  test('the package holds the whole screen, its workers and its WebAssembly among it', () => {
    const screen = readdirSync(SCREEN_FOLDER, { recursive: true, encoding: 'utf8' });
    expect(screen.some((path) => /compose-worker-.*\.js$/.test(path))).toBe(true);
    expect(screen.some((path) => /harfbuzz-.*\.wasm$/.test(path))).toBe(true);
    const paths = packed(system);
    expect(screen.filter((path) => !paths.has(`out/renderer/${path}`))).toEqual([]);
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
    const paths = packed(system);
    expect(needed.filter((path) => !paths.has(path))).toEqual([]);
  });

  test('the package holds no sources, no tests, no Node and no tools', () => {
    const strange = [
      /^(engine|host|electron|renderer|tests|docs|build)\//,
      /^node_modules\/(node-|vite|typescript|react|electron)/,
    ];
    const found = [...packed(system)].filter((path) => strange.some((kind) => kind.test(path)));
    expect(found).toEqual([]);
  });

  test('the program asks for its window under the name of its menu entry', () => {
    const metadata = JSON.parse(extractFile(archiveOf(system), 'package.json').toString());
    expect(metadata).toMatchObject({ main: 'out/electron/main.js', desktopName: 'banxin.desktop' });
  });

  test('the system speaks Chinese and English in the window, and nothing else', () => {
    expect(readdirSync(placeOf(system, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak']);
  });

  test('the fuses forbid running as Node, inspection and code from elsewhere', async () => {
    const fuses = await getCurrentFuseWire(join(folder, 'release', PROGRAMS[system]));
    const isOn = (fuse: FuseV1Options) => fuses[fuse] === FuseState.ENABLE;
    expect(isOn(FuseV1Options.RunAsNode)).toBe(false);
    expect(isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(false);
    expect(isOn(FuseV1Options.EnableNodeCliInspectArguments)).toBe(false);
    expect(isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe(true);
    expect(isOn(FuseV1Options.OnlyLoadAppFromAsar)).toBe(true);
    expect(isOn(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe(false);
  });
});

/** Run by Node in the folder beside the archive: nothing of the repository is near. */
const ENCODE_PICTURE = `
const sharp = require('sharp');
const grey = { width: 8, height: 8, channels: 3, background: '#808080' };
sharp({ create: grey }).jpeg().toBuffer().then((jpeg) => {
  const start = jpeg.subarray(0, 3).toString('hex');
  console.log(JSON.stringify({ start, files: Object.keys(require.cache) }));
});
`;

test('the native code for pictures lies outside the archive and encodes one under Node', () => {
  const cwd = placeOf('linux', 'resources/app.asar.unpacked');
  const words = ['--input-type=commonjs', '--eval', ENCODE_PICTURE];
  const said = execFileSync(process.execPath, words, { cwd, encoding: 'utf8' });
  const { start, files } = JSON.parse(said) as { start: string; files: readonly string[] };
  expect(start).toBe('ffd8ff');
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((path) => !path.startsWith(realpathSync(cwd)))).toEqual([]);
});

test('faces lie outside the archive, to be read in parts', () => {
  const face =
    'node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf';
  expect(existsSync(placeOf('linux', 'resources/app.asar.unpacked', face))).toBe(true);
});

test('the Windows program bears our name and icon, and knows its archive', () => {
  const program = readWindowsProgram(readFileSync(placeOf('win', 'Banxin.exe')));
  expect(program.productName).toBe('Banxin');
  expect(program.icons).toBe(7);
  const { headerString } = getRawHeader(archiveOf('win'));
  const value = createHash('sha256').update(headerString).digest('hex');
  expect(program.integrity).toEqual([{ file: 'resources\\app.asar', alg: 'SHA256', value }]);
});

test('the packaged program needs nothing that was not packaged', () => {
  const program = join(folder, 'extracted');
  extractAll(archiveOf('linux'), program);
  const answers = askMainProcess(join(program, 'out/electron'), join(folder, 'desk'));
  expect(answers).toMatchObject({ screen: 200, hasDialogs: true });
  expect(answers.templates).toBeGreaterThan(1);
  expect(answers.profiles).toBeGreaterThan(1);
  expect(answers.document).toBeGreaterThan(1000);
  expect(answers.lexicon).toBeGreaterThan(100_000);
  expect(answers.fonts.length).toBeGreaterThan(5);
  expect(Math.min(...answers.fonts)).toBeGreaterThan(100_000);
});

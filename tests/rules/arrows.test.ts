import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** The table of docs/ARCHITECTURE.md once more, written by hand: the rules must agree with it. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'engine/units': [],
  'engine/fonts': ['engine/units'],
  'engine/display': ['engine/units', 'engine/fonts'],
  'engine/model': ['engine/units'],
  'engine/intake': ['engine/units', 'engine/model'],
  'engine/words': ['engine/units'],
  'engine/compose': [
    ...['engine/units', 'engine/model', 'engine/fonts', 'engine/display'],
    'engine/words',
  ],
  'engine/proofreading': ['engine/units', 'engine/model', 'engine/words'],
  'engine/fillers': ['engine/units', 'engine/model', 'engine/compose'],
  'engine/page-proof': ['engine/units', 'engine/model', 'engine/fonts', 'engine/display'],
  'engine/press': ['engine/units', 'engine/fonts', 'engine/display'],
  'engine/read-back': ['engine/units'],
  'engine/placed-ads': ['engine/units', 'engine/press', 'engine/read-back'],
  'engine/preflight': [
    ...['engine/units', 'engine/model', 'engine/fonts', 'engine/display', 'engine/compose'],
    'engine/press',
  ],
  host: ['engine'],
  renderer: ['engine', 'host/contract', 'renderer/painter'],
  'renderer/painter': ['engine/units', 'engine/fonts', 'engine/display'],
  electron: ['host', 'host/contract', 'engine'],
  build: ['engine', 'host', 'host/contract'],
};

/** One package import outside its home each. */
const STRAYS: Readonly<Record<string, string>> = {
  'pdf-lib': 'engine/compose',
  fflate: 'engine/compose',
  'lcms-wasm': 'host',
  'pdfjs-dist': 'renderer/pictures',
  diff: 'engine/compose',
  htmlparser2: 'host/inbox',
  'postal-mime': 'host/inbox',
  'word-extractor': 'host/inbox',
  yauzl: 'host/inbox',
  ssh2: 'host/inbox',
  harfbuzzjs: 'renderer',
  yjs: 'engine/compose',
  'prosemirror-model': 'engine/compose',
  'prosemirror-transform': 'host',
  'prosemirror-state': 'renderer/painter',
  'prosemirror-view': 'renderer/painter',
  zod: 'engine/compose',
  sharp: 'engine/press',
  react: 'host',
  'prosemirror-keymap': 'renderer/painter',
  'prosemirror-commands': 'renderer/painter',
  'y-prosemirror': 'renderer/desk',
  'y-protocols': 'engine/model',
  'react-aria-components': 'electron',
  'lucide-react': 'electron',
  'playwright-core': 'host',
  'react-dom': 'electron',
  electron: 'host',
  'electron-builder': 'electron',
  '@node-rs/jieba': 'engine/compose',
  '@vitejs/plugin-react': 'renderer',
  vite: 'host',
  vitest: 'host',
  '@expo-google-fonts/noto-serif-sc': 'engine/fonts',
  '@expo-google-fonts/noto-sans-sc': 'engine/fonts',
  '@fontsource/lxgw-wenkai': 'engine/fonts',
};

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

const root = resolve(import.meta.dirname, '../..');
let planted = '';
let violations: readonly Violation[] = [];
let filesRead = 0;

beforeAll(() => {
  planted = mkdtempSync(join(tmpdir(), 'banxin-arrows-'));
  plantArrows();
  plantPackages();
  plantOthers();
  cruise();
}, 60_000);

afterAll(() => rmSync(planted, { recursive: true, force: true }));

test('the cruiser reads the TypeScript files at all', () => {
  expect(filesRead).toBeGreaterThan(150);
});

test('every forbidden arrow of the table is reported, and no permitted one', () => {
  const reported = new Set(
    violations.filter((one) => one.rule.name.startsWith('arrow-')).map((one) => one.from),
  );
  for (const [from, to] of arrowPairs()) {
    expect([arrowFile(from, to), reported.has(arrowFile(from, to))]).toEqual([
      arrowFile(from, to),
      !mayImport(from, to),
    ]);
  }
});

test('every package outside its home is reported', () => {
  for (const [name, folder] of Object.entries(STRAYS)) {
    expect(rulesAgainst(strayFile(name, folder))).toContain(homeRule(name));
  }
});

test('a package in its home is not reported', () => {
  expect(rulesAgainst('engine/press/at-home.ts')).toEqual([]);
});

test('cycles, Node built-ins, homeless packages, dead ends and tests are reported', () => {
  expect(rulesAgainst('engine/model/cycle-a.ts')).toContain('no-cycle');
  expect(rulesAgainst('engine/units/reads-a-file.ts')).toContain('no-node-in-engine-or-renderer');
  expect(rulesAgainst('renderer/reads-a-file.ts')).toContain('no-node-in-engine-or-renderer');
  expect(rulesAgainst('host/reads-a-file.ts')).toEqual([]);
  expect(rulesAgainst('host/homeless.ts')).toContain('every-package-has-a-home');
  expect(rulesAgainst('host/dead-end.ts')).toContain('everything-resolves');
  expect(rulesAgainst('host/uses-a-test.ts')).toContain('tests-stay-outside');
});

test('no rule is without its planted violation', async () => {
  const config = await import(join(root, '.dependency-cruiser.mjs'));
  const names = config.default.forbidden.map((rule: { name: string }) => rule.name);
  const broken = new Set(violations.map((one) => one.rule.name));
  expect(names.filter((name: string) => !broken.has(name))).toEqual([]);
});

function mayImport(from: string, to: string): boolean {
  const allowed = MAY_IMPORT[from] ?? [];
  return allowed.some((place) => to === place || (place === 'engine' && to.startsWith('engine/')));
}

function arrowPairs(): readonly (readonly [string, string])[] {
  const folders = [...Object.keys(MAY_IMPORT), 'host/contract'];
  return Object.keys(MAY_IMPORT).flatMap((from) =>
    folders
      .filter((to) => to !== from && !(from === 'host' && to === 'host/contract'))
      .map((to) => [from, to] as const),
  );
}

function arrowFile(from: string, to: string): string {
  return `${from}/to-${to.replace('/', '-')}.ts`;
}

function strayFile(name: string, folder: string): string {
  return `${folder}/stray-${name.replace('@', '').replace('/', '-')}.ts`;
}

function homeRule(name: string): string {
  return `home-${name.replace('@', '').replace('/', '-')}`;
}

function rulesAgainst(path: string): readonly string[] {
  return violations.filter((one) => one.from === path).map((one) => one.rule.name);
}

function plant(path: string, text: string): void {
  const place = join(planted, path);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, text);
}

function plantArrows(): void {
  for (const folder of Object.keys(MAY_IMPORT)) plant(`${folder}/target.ts`, 'export const a = 1;');
  plant('host/contract.ts', 'export const a = 1;');
  for (const [from, to] of arrowPairs()) {
    const target = to === 'host/contract' ? to : `${to}/target`;
    plant(arrowFile(from, to), `import { a } from '#${target}.ts';\nexport const b = a;`);
  }
}

function plantPackages(): void {
  for (const [name, folder] of Object.entries({ ...STRAYS, homeless: 'host' })) {
    plant(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    plant(`node_modules/${name}/index.js`, 'exports.a = 1;');
    plant(strayFile(name, folder), `import type { a } from '${name}';\nexport type B = typeof a;`);
  }
  plant('host/homeless.ts', `import { a } from 'homeless';\nexport const b = a;`);
  plant('engine/press/at-home.ts', `import { a } from 'pdf-lib';\nexport const b = a;`);
}

function plantOthers(): void {
  plant('engine/model/cycle-a.ts', `import { b } from './cycle-b.ts';\nexport const a = () => b;`);
  plant('engine/model/cycle-b.ts', `import { a } from './cycle-a.ts';\nexport const b = () => a;`);
  for (const folder of ['engine/units', 'renderer', 'host']) {
    plant(`${folder}/reads-a-file.ts`, `import { open } from 'node:fs';\nexport const b = open;`);
  }
  plant('host/dead-end.ts', `import { a } from './nowhere.ts';\nexport const b = a;`);
  plant('tests/some.ts', 'export const a = 1;');
  plant('host/uses-a-test.ts', `import { a } from '#tests/some.ts';\nexport const b = a;`);
  const folders = ['engine', 'host', 'renderer', 'electron', 'build', 'tests'];
  const imports = Object.fromEntries(folders.map((one) => [`#${one}/*`, `./${one}/*`]));
  plant('package.json', JSON.stringify({ name: 'planted', type: 'module', imports }));
  plant('tsconfig.base.json', '{ "compilerOptions": { "module": "preserve" } }');
}

function cruise(): void {
  const tool = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const config = join(root, '.dependency-cruiser.mjs');
  const folders = ['engine', 'host', 'renderer', 'electron', 'build', 'tests'];
  const output = run([tool, '--config', config, '--output-type', 'json', ...folders]);
  const report = JSON.parse(output);
  violations = report.summary.violations;
  filesRead = report.modules.filter((one: { source: string }) => /\.tsx?$/.test(one.source)).length;
}

function run(commandLine: readonly string[]): string {
  try {
    return execFileSync(process.execPath, commandLine, { cwd: planted, encoding: 'utf8' });
  } catch (failure) {
    // The exit code counts the violations; the report is on stdout all the same.
    return String((failure as { stdout: string }).stdout);
  }
}

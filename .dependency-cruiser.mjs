// Who may import whom. The table is docs/ARCHITECTURE.md, section "Arrows"; tests/rules plants one
// violation of every rule and sees it reported. TypeScript stays at 6.0.x: with 7.x this tool reads
// no .ts file and still reports success.

/** What the files of each folder may import besides their own folder. */
const ARROWS = {
  'engine/units': [],
  'engine/fonts': ['engine/units'],
  'engine/display': ['engine/units', 'engine/fonts'],
  'engine/model': ['engine/units'],
  'engine/intake': ['engine/units', 'engine/model'],
  'engine/words': ['engine/units'],
  'engine/compose': [
    'engine/units',
    'engine/model',
    'engine/fonts',
    'engine/display',
    'engine/words',
  ],
  'engine/proofreading': ['engine/units', 'engine/model', 'engine/words'],
  'engine/page-proof': ['engine/units', 'engine/model', 'engine/fonts', 'engine/display'],
  'engine/press': ['engine/units', 'engine/fonts', 'engine/display'],
  // It makes of a stranger's page what press writes and read-back passes.
  'engine/fillers': ['engine/units', 'engine/model', 'engine/compose'],
  'engine/placed-ads': ['engine/units', 'engine/press', 'engine/read-back'],
  // It judges what press wrote, so it shares nothing with press.
  'engine/read-back': ['engine/units'],
  'engine/preflight': [
    'engine/units',
    'engine/model',
    'engine/fonts',
    'engine/display',
    'engine/compose',
    'engine/press',
  ],
  host: ['engine', 'templates/sentences'],
  renderer: [
    'engine',
    'host/contract[.]ts$',
    'templates/sentences',
    'templates/proofreading',
    'templates/ads',
  ],
  'renderer/painter': ['engine/units', 'engine/fonts', 'engine/display'],
  electron: ['host', 'engine'],
  build: ['engine', 'host', 'package[.]json$'],
};

/** Where each npm package may be imported; every other place is a violation. */
export const PACKAGE_HOMES = {
  'pdf-lib': ['engine/press', 'engine/placed-ads'],
  fflate: ['engine/press', 'engine/fonts', 'engine/read-back', 'engine/placed-ads', 'build/bench'],
  'lcms-wasm': ['engine/press'],
  harfbuzzjs: ['engine/fonts'],
  yjs: ['engine/model', 'renderer/story-editor'],
  'y-prosemirror': ['renderer/story-editor'],
  'y-protocols': ['renderer/story-editor'],
  'prosemirror-model': ['engine/model', 'engine/intake', 'renderer/story-editor'],
  'prosemirror-transform': ['engine/model', 'engine/intake', 'renderer/story-editor'],
  'prosemirror-state': ['renderer/story-editor'],
  'prosemirror-view': ['renderer/story-editor'],
  'prosemirror-keymap': ['renderer/story-editor'],
  'prosemirror-commands': ['renderer/story-editor'],
  'pdfjs-dist': ['renderer/ad-raster'],
  diff: ['engine/page-proof'],
  ssh2: ['host/delivery'],
  htmlparser2: ['host/intake'],
  'postal-mime': ['host/intake'],
  'word-extractor': ['host/intake'],
  yauzl: ['host/intake'],
  zod: ['engine/model', 'host'],
  sharp: ['host', 'build'],
  react: ['renderer'],
  'react-dom': ['renderer'],
  'react-aria-components': ['renderer'],
  'lucide-react': ['renderer'],
  electron: ['electron'],
  'electron-builder': ['build'],
  '@node-rs/jieba': ['build'],
  '@vitejs/plugin-react': ['build', 'vite.config'],
  // The bench of the desk drives Chromium; tests may import anything.
  'playwright-core': ['build/bench'],
  vite: ['build', 'vite.config'],
  vitest: ['vitest.config'],
  // The faces are files, found through the package's place on disk.
  '@expo-google-fonts/noto-serif-sc': ['host'],
  '@expo-google-fonts/noto-sans-sc': ['host'],
  '@fontsource/lxgw-wenkai': ['host'],
};

const OUR_FOLDERS = '^(engine|host|renderer|electron|build|templates|tests)/';
const escaped = (name) => name.replaceAll('.', '[.]');
const installed = (name) => `^(node_modules/)?(@types/)?${escaped(name)}(/|$)`;

const arrowRules = Object.entries(ARROWS).map(([folder, allowed]) => ({
  name: `arrow-${folder.replace('/', '-')}`,
  severity: 'error',
  comment: `${folder} may import ${allowed.join(', ') || 'nothing'} (docs/ARCHITECTURE.md).`,
  from: { path: `^${folder}/` },
  to: {
    path: OUR_FOLDERS,
    pathNot: [
      `^${folder}/`,
      ...allowed.map((place) => `^${place}${place.endsWith('$') ? '' : '/'}`),
    ],
  },
}));

const homeRules = Object.entries(PACKAGE_HOMES).map(([name, homes]) => ({
  name: `home-${name.replace('@', '').replace('/', '-')}`,
  severity: 'error',
  comment: `${name} is imported in ${homes.join(', ')} only.`,
  // Tests may look at anything; what ships may not.
  from: { pathNot: ['^tests/', ...homes.map((home) => `^${home}[/.]`)] },
  to: { path: installed(name) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...arrowRules,
    ...homeRules,
    {
      name: 'no-cycle',
      severity: 'error',
      comment: 'No cycles between files, at all.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-node-in-engine-or-renderer',
      severity: 'error',
      comment: 'Engine and renderer run in Chromium and in workers: bytes are handed in.',
      from: { path: '^(engine|renderer)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'every-package-has-a-home',
      severity: 'error',
      comment: 'A package without a line in PACKAGE_HOMES has no reason to be here.',
      from: { path: '^(engine|host|renderer|electron|build)/' },
      to: { path: '^node_modules/', pathNot: Object.keys(PACKAGE_HOMES).map(installed) },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      comment: 'An import that leads nowhere.',
      from: {},
      to: { couldNotResolve: true, pathNot: '[?](url|worker|raw)$' },
    },
    {
      name: 'tests-stay-outside',
      severity: 'error',
      comment: 'Nothing that ships imports a test.',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|release)/|^tests/rules/planted/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.d.ts', '.json'],
    },
  },
};

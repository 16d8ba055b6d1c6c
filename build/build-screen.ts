import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The top of the repository. */
export const HOUSE = join(import.meta.dirname, '..');

/** Where the built screen lies unless another folder is asked for. */
export const SCREEN_FOLDER = join(HOUSE, 'out/renderer');

/** What the screen is built from, besides packages, which the lock file stands for. */
const SOURCES = [
  'renderer',
  'engine',
  'host/contract.ts',
  'templates/sentences',
  'vite.config.ts',
  'tsconfig.base.json',
  'package-lock.json',
];
/** In the screen's folder: what it was built from. */
const STAMP_FILE = 'built-from.txt';

/** Builds the screen (renderer/) into a folder; takes about a second. */
export async function buildScreen(outDir: string = SCREEN_FOLDER): Promise<void> {
  // Vite is half of a start: it is read only when there is something to build.
  const [{ build }, { cutScreenFaces }] = await Promise.all([
    import('vite'),
    import('./screen-faces.ts'),
  ]);
  cutScreenFaces();
  await build({
    configFile: join(HOUSE, 'vite.config.ts'),
    root: join(HOUSE, 'renderer'),
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
  });
}

/** Builds the screen unless it was built from just these sources. */
export async function keepScreenBuilt(outDir: string = SCREEN_FOLDER): Promise<void> {
  const stampFile = join(outDir, STAMP_FILE);
  const stamp = await sourcesStamp();
  const built = await readFile(stampFile, 'utf8').catch(() => undefined);
  if (built === stamp) return;
  await buildScreen(outDir);
  await mkdir(outDir, { recursive: true });
  await writeFile(stampFile, stamp);
}

/** Changes with every file that the screen is built from: its path, size and time. */
async function sourcesStamp(): Promise<string> {
  const lists = await Promise.all(SOURCES.map((source) => filesUnder(join(HOUSE, source))));
  const lines = await Promise.all(
    lists.flat().map(async (path) => {
      const { size, mtimeMs } = await stat(path);
      return `${path} ${size} ${mtimeMs}`;
    }),
  );
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}

async function filesUnder(path: string): Promise<readonly string[]> {
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((one) => join(one.parentPath, one.name));
}

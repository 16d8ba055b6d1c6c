import { join } from 'node:path';
import { build } from 'vite';

/** The top of the repository. */
export const HOUSE = join(import.meta.dirname, '..');

/** Where the built screen lies unless another folder is asked for. */
export const SCREEN_FOLDER = join(HOUSE, 'out/renderer');

/** Builds the screen (renderer/) into a folder; takes about half a second. */
export async function buildScreen(outDir: string = SCREEN_FOLDER): Promise<void> {
  await build({
    configFile: join(HOUSE, 'vite.config.ts'),
    root: join(HOUSE, 'renderer'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
  });
}

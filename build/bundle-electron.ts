import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOUSE } from './build-screen.ts';
import { bundleEntries } from './bundle-entry.ts';

/** Where the bundled main process and preload script lie; package.json "main" points there. */
export const ELECTRON_FOLDER = join(HOUSE, 'out/electron');

/**
 * Bundles electron/main.ts with its two rooms, and electron/preload.ts; the icon of the window lies
 * beside them.
 */
export async function bundleElectron(outDir: string = ELECTRON_FOLDER): Promise<void> {
  const main = {
    main: 'electron/main.ts',
    'back-room': 'host/desk/back-room.ts',
    'intake-room': 'host/intake/intake-room.ts',
  };
  await bundleEntries(outDir, { sources: main, format: 'es', ending: '.js' });
  // A preload script in a sandbox must be one CommonJS file.
  const preload = { preload: 'electron/preload.ts' };
  await bundleEntries(outDir, { sources: preload, format: 'cjs', ending: '.cjs' });
  copyFileSync(join(HOUSE, 'build/icons/256x256.png'), join(outDir, 'icon.png'));
}

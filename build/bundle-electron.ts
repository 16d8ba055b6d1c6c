import { join } from 'node:path';
import { HOUSE } from './build-screen.ts';
import { bundleEntry } from './bundle-entry.ts';

/** Where the bundled main process and preload script lie; package.json "main" points there. */
export const ELECTRON_FOLDER = join(HOUSE, 'out/electron');

/** Bundles electron/main.ts and electron/preload.ts. */
export async function bundleElectron(outDir: string = ELECTRON_FOLDER): Promise<void> {
  const main = { source: 'electron/main.ts', format: 'es', fileName: 'main.js' } as const;
  await bundleEntry(outDir, main);
  // A preload script in a sandbox must be one CommonJS file.
  const preload = { source: 'electron/preload.ts', format: 'cjs', fileName: 'preload.cjs' } as const;
  await bundleEntry(outDir, preload);
}

import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';
import { HOUSE } from './build-screen.ts';

/** Where the bundled main process and preload script lie; package.json "main" points there. */
export const ELECTRON_FOLDER = join(HOUSE, 'out/electron');

/**
 * Packages that stay packages: they find files of their own beside themselves (programs in
 * WebAssembly, native code), or are Electron. Everything else is bundled.
 */
export const UNBUNDLED = ['electron', 'sharp', 'harfbuzzjs', 'lcms-wasm'];

/** Bundles electron/main.ts and electron/preload.ts. */
export async function bundleElectron(outDir: string = ELECTRON_FOLDER): Promise<void> {
  await bundleEntry(outDir, { entry: 'main', format: 'es', fileName: 'main.js' });
  // A preload script in a sandbox must be one CommonJS file.
  await bundleEntry(outDir, { entry: 'preload', format: 'cjs', fileName: 'preload.cjs' });
}

interface Entry {
  readonly entry: 'main' | 'preload';
  readonly format: 'es' | 'cjs';
  readonly fileName: string;
}

async function bundleEntry(outDir: string, { entry, format, fileName }: Entry): Promise<void> {
  await build({
    configFile: false,
    root: HOUSE,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: [...UNBUNDLED] },
    build: {
      ssr: join(HOUSE, 'electron', `${entry}.ts`),
      outDir,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        external: [...UNBUNDLED, ...builtinModules, /^node:/],
        // Flat, so that a chunk lies as deep below the top as the sources do: import.meta.dirname
        // then finds templates/ from either.
        output: { format, entryFileNames: fileName, chunkFileNames: '[name].js' },
      },
    },
  });
}

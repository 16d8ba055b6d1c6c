import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';
import { HOUSE } from './build-screen.ts';

/**
 * Packages that stay packages: they find files of their own beside themselves (programs in
 * WebAssembly, native code), or are Electron. Everything else is bundled.
 */
export const UNBUNDLED = ['electron', 'sharp', 'harfbuzzjs', 'lcms-wasm'];

/** A source file that is to become a program of one file and its chunks. */
export interface Entry {
  /** From the top of the repository, such as `electron/main.ts`. */
  readonly source: string;
  readonly format: 'es' | 'cjs';
  readonly fileName: string;
}

/** Bundles one entry for Node into a folder two levels below the top of the repository. */
export async function bundleEntry(outDir: string, entry: Entry): Promise<void> {
  const { source, format, fileName } = entry;
  await build({
    configFile: false,
    root: HOUSE,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: [...UNBUNDLED] },
    build: {
      ssr: join(HOUSE, source),
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

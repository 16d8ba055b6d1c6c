import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';
import { HOUSE } from './build-screen.ts';

/**
 * Packages that stay packages: they find files of their own beside themselves (programs in
 * WebAssembly, native code), or are Electron. Everything else is bundled.
 */
export const UNBUNDLED = ['electron', 'sharp', 'harfbuzzjs', 'lcms-wasm'];

/**
 * Native code that ssh2 would rather use where it was built; the package is without it, and ssh2
 * then goes by Node's own ciphers.
 */
const NATIVE = /[.]node$/u;

/** Source files that are to become programs of one file each, and the chunks they share. */
export interface Entries {
  /** By name of the program; from the top of the repository, such as `electron/main.ts`. */
  readonly sources: Readonly<Record<string, string>>;
  readonly format: 'es' | 'cjs';
  /** Ending of the programs, such as `.js`. */
  readonly ending: string;
}

/** Bundles entries for Node into a folder two levels below the top of the repository. */
export async function bundleEntries(outDir: string, entries: Entries): Promise<void> {
  const { sources, format, ending } = entries;
  const input = Object.fromEntries(
    Object.entries(sources).map(([name, source]) => [name, join(HOUSE, source)]),
  );
  await build({
    configFile: false,
    root: HOUSE,
    logLevel: 'warn',
    publicDir: false,
    // ssh2 asks it of CommonJS, for a program of Windows that we never start.
    ...(format === 'es' && { define: { __dirname: 'import.meta.dirname' } }),
    ssr: { noExternal: true, external: [...UNBUNDLED] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input,
        external: [...UNBUNDLED, ...builtinModules, /^node:/, NATIVE],
        // What one program loads late, another may well need from the start.
        checks: { ineffectiveDynamicImport: false },
        // Flat, so that a chunk lies as deep below the top as the sources do: import.meta.dirname
        // then finds templates/ from either.
        output: { format, entryFileNames: `[name]${ending}`, chunkFileNames: '[name].js' },
      },
    },
  });
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { SubsetWasm } from '#engine/fonts/subset-cff.ts';

/** The part of WebAssembly used here; the host is typed without the DOM library that names it. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: Record<string, unknown> };
};

let loaded: SubsetWasm | undefined;

/** The subsetting half of HarfBuzz, compiled on first use: only CFF faces need it. */
export function loadSubsetWasm(): SubsetWasm {
  if (loaded) return loaded;
  const file = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm');
  const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)));
  const { _initialize: initialize, ...functions } = instance.exports;
  if (typeof initialize === 'function') initialize();
  loaded = functions as unknown as SubsetWasm;
  return loaded;
}

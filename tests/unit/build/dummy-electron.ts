import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Marks the place of the fuses in an Electron program; see the package @electron/fuses. */
const FUSE_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSE_VERSION = 1;
const FUSE_COUNT = 9;

/**
 * A folder that looks like an unpacked Electron for Linux: enough for electron-builder to package,
 * nothing that runs. Electron itself cannot be fetched where the tests run.
 */
export function writeDummyElectron(folder: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'));
  const fuses = String.fromCharCode(FUSE_VERSION, FUSE_COUNT) + '1'.repeat(FUSE_COUNT);
  writeFileSync(join(folder, 'electron'), `dummy ${FUSE_MARK}${fuses} dummy`, 'latin1');
  chmodSync(join(folder, 'electron'), 0o755);
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html']) {
    writeFileSync(join(folder, name), '45.4.1');
  }
  writeFileSync(join(folder, 'locales/en-US.pak'), '');
}

/** The states of the fuses in a program, `1` on and `0` off, in Electron's order. */
export function readFuses(program: Buffer): string {
  const from = program.indexOf(FUSE_MARK, 0, 'latin1') + FUSE_MARK.length + 2;
  return program.toString('latin1', from, from + FUSE_COUNT);
}

import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyWindowsProgram } from './windows-program.ts';

/** Marks the place of the fuses in an Electron program; see the package @electron/fuses. */
const FUSE_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSE_VERSION = 1;
const FUSE_COUNT = 9;

/** The system that a dummy is for. */
export type DummySystem = 'linux' | 'win';

/**
 * A folder that looks like an unpacked Electron: enough for electron-builder to package, nothing
 * that runs. Electron itself cannot be fetched where the tests run.
 */
export function writeDummyElectron(folder: string, system: DummySystem): void {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'));
  const states = String.fromCharCode(FUSE_VERSION, FUSE_COUNT) + '1'.repeat(FUSE_COUNT);
  const fuses = Buffer.from(`dummy ${FUSE_MARK}${states} dummy`, 'latin1');
  if (system === 'win') writeFileSync(join(folder, 'electron.exe'), emptyWindowsProgram(fuses));
  else writeFileSync(join(folder, 'electron'), fuses);
  if (system === 'linux') chmodSync(join(folder, 'electron'), 0o755);
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html']) {
    writeFileSync(join(folder, name), '45.4.1');
  }
  for (const language of ['en-US', 'zh-CN', 'de']) {
    writeFileSync(join(folder, `locales/${language}.pak`), '');
  }
}

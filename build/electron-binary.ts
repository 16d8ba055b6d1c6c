import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOUSE } from './build-screen.ts';

const PACKAGE = join(HOUSE, 'node_modules/electron');

/** A download that takes longer is given up: `npm start` must never hang. */
const PATIENCE_MS = 20_000;

/** Path of the Electron program; fetches it when it is missing, undefined when it cannot be had. */
export async function findElectron(): Promise<string | undefined> {
  const present = installedElectron();
  if (present !== undefined) return present;
  await fetchElectron();
  return installedElectron();
}

/** Path of an Electron program that is already here. */
export function installedElectron(): string | undefined {
  const pathFile = join(PACKAGE, 'path.txt');
  const program = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(PACKAGE, 'dist');
  const path = join(folder, program);
  return existsSync(path) ? path : undefined;
}

function fetchElectron(): Promise<void> {
  return new Promise((done) => {
    const installer = spawn(process.execPath, [join(PACKAGE, 'install.js')], { stdio: 'ignore' });
    const patience = setTimeout(() => installer.kill('SIGKILL'), PATIENCE_MS);
    const finish = () => {
      clearTimeout(patience);
      done();
    };
    installer.once('error', finish);
    installer.once('exit', finish);
  });
}

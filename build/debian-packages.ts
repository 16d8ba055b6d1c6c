import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findBrowser } from './find-browser.ts';

/** A program that tests look at our pages with or deliver them to, and its Debian package. */
interface TestProgram {
  readonly command: string;
  readonly debianPackage: string;
}

const TEST_PROGRAMS: readonly TestProgram[] = [
  { command: 'pdftotext', debianPackage: 'poppler-utils' },
  { command: 'qpdf', debianPackage: 'qpdf' },
  { command: 'gs', debianPackage: 'ghostscript' },
  { command: 'mutool', debianPackage: 'mupdf-tools' },
  { command: 'sshd', debianPackage: 'openssh-server' },
];

/** Debian packages that this machine lacks. */
function missingPackages(): readonly string[] {
  const missing = TEST_PROGRAMS.filter(({ command }) => !isOnPath(command));
  const packages = missing.map((program) => program.debianPackage);
  return findBrowser() === undefined ? ['chromium', ...packages] : packages;
}

function isOnPath(command: string): boolean {
  // Servers lie where only root's path leads.
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];
  const names = process.platform === 'win32' ? [`${command}.exe`] : [command];
  return folders.some((folder) => names.some((name) => existsSync(join(folder, name))));
}

/** On Debian and its kin, as root, the packages can be installed without asking anyone. */
function mayInstall(): boolean {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

function aptGet(...words: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', words, { stdio: 'inherit', env }).status === 0;
}

const missing = missingPackages();
if (missing.length > 0 && mayInstall()) {
  console.log(`Installing what the tests need: ${missing.join(' ')}`);
  aptGet('update', '-q') && aptGet('install', '-q', '-y', '--no-install-recommends', ...missing);
}
const stillMissing = missingPackages();
if (stillMissing.length > 0) {
  console.error(`The tests need programs of these Debian packages: ${stillMissing.join(' ')}`);
  console.error(`As root: apt-get install ${stillMissing.join(' ')}`);
  process.exitCode = 1;
}

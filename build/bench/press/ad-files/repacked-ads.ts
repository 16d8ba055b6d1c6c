import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AdCase } from './ad-case.ts';
import { adFile } from './ad-file.ts';

/** A file as qpdf writes it anew: locked, linearised, with its objects in streams. */
function repacked(...words: readonly string[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-ad-'));
  try {
    const [from, to] = [join(folder, 'from.pdf'), join(folder, 'to.pdf')];
    writeFileSync(from, adFile());
    execFileSync('qpdf', [...words, from, to], { stdio: 'ignore' });
    return new Uint8Array(readFileSync(to));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const OLD_LOCK = ['--allow-weak-crypto', '--encrypt', '', 'owner'];

/** Ads as other programs pack and lock them. */
export const REPACKED_ADS: readonly AdCase[] = [
  ...[
    ['RC4 of 40 bits', [...OLD_LOCK, '40', '--']],
    ['RC4 of 128 bits', [...OLD_LOCK, '128', '--use-aes=n', '--']],
    ['AES of 128 bits', [...OLD_LOCK, '128', '--use-aes=y', '--']],
    ['AES of 256 bits', ['--encrypt', '', 'owner', '256', '--']],
  ].map(([name, words]) => ({
    name: `locked without a password, ${name}`,
    wants: 'right' as const,
    tells: 'ad-unlocked',
    make: () => repacked(...(words ?? [])),
  })),
  {
    name: 'locked with a password',
    wants: 'ad-locked',
    make: () => repacked('--encrypt', 'secret', 'owner', '256', '--'),
  },
  { name: 'linearised', wants: 'right', make: () => repacked('--linearize') },
  {
    name: 'objects in streams',
    wants: 'right',
    make: () => repacked('--object-streams=generate'),
  },
  {
    name: 'junk before its header',
    wants: 'right',
    make: () => Buffer.concat([Buffer.from('junk\njunk\n'), adFile()]),
  },
  {
    name: 'a table of objects in the wrong place',
    wants: 'right',
    make: () => {
      const text = Buffer.from(adFile()).toString('latin1');
      return Buffer.from(text.replace(/startxref\n\d+/u, 'startxref\n12'), 'latin1');
    },
  },
  {
    name: 'cut, with its objects in streams',
    wants: 'ad-torn',
    make: () => {
      const whole = repacked('--object-streams=generate');
      return whole.subarray(0, Math.floor(whole.length * 0.75));
    },
  },
];

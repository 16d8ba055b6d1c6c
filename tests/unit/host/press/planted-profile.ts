import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own with the shipped press profiles, to be damaged at will. */
export interface ProfileFolder {
  readonly folder: string;
  /** Path of the usual profile in it. */
  readonly profile: string;
  path(name: string): string;
  /** Changes fields of the usual profile. */
  change(fields: Readonly<Record<string, unknown>>): void;
  remove(): void;
}

/** Copies templates/press-profiles/. */
export function profileFolder(): ProfileFolder {
  const folder = mkdtempSync(join(tmpdir(), 'profiles-'));
  cpSync('templates/press-profiles', folder, { recursive: true });
  const profile = join(folder, 'newsprint-390x540.json');
  return {
    folder,
    profile,
    path: (name) => join(folder, name),
    change(fields) {
      const json: object = JSON.parse(readFileSync(profile, 'utf8'));
      writeFileSync(profile, JSON.stringify({ ...json, ...fields }));
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SourceFile } from './untidiness.ts';

/** The top of the repository. */
export const HOUSE = resolve(import.meta.dirname, '../..');

const NOT_OURS = /^(node_modules|out|release|coverage|\..*)$/;

/** Paths of all files of ours below a folder, from the top of the repository, sorted. */
export function pathsBelow(folder: string): readonly string[] {
  const entries = readdirSync(join(HOUSE, folder), { withFileTypes: true });
  const paths = entries.flatMap((entry) => {
    if (NOT_OURS.test(entry.name)) return [];
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? pathsBelow(path) : [path];
  });
  return paths.sort();
}

/** Every TypeScript file of ours with its text; types of foreign packages follow their ways. */
export function ourSources(): readonly SourceFile[] {
  return pathsBelow('')
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => ({ path, text: readFileSync(join(HOUSE, path), 'utf8') }));
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HOUSE, pathsBelow } from './house-files.ts';

const chart = readFileSync(join(HOUSE, 'docs/ARCHITECTURE.md'), 'utf8');

/** Folders the map writes in backticks with a closing stroke, such as `engine/units/`. */
const named = new Set(
  [...chart.matchAll(/`([a-z][\w.-]*(?:\/[\w.-]+)*)\/`/g)].map((hit) => hit[1]),
);

/** Folders of ours, two deep. */
const folders = new Set(
  pathsBelow('').flatMap((path) => {
    const steps = path.split('/').slice(0, -1);
    return steps.slice(0, 2).map((_, index) => steps.slice(0, index + 1).join('/'));
  }),
);

test('every folder of the house stands on the map', () => {
  expect(folders.size).toBeGreaterThan(15);
  const isCase = (folder: string) => /^tests\/unit\/|^templates\/samples\//.test(folder);
  expect([...folders].filter((folder) => !named.has(folder) && !isCase(folder))).toEqual([]);
});

test('every folder on the map stands in the house', () => {
  expect(named.size).toBeGreaterThan(15);
  const isOutput = (folder: string) => /^(out|release|node_modules)$/.test(folder);
  const missing = [...named].filter(
    (one) => one && !isOutput(one) && !existsSync(join(HOUSE, one)),
  );
  expect(missing).toEqual([]);
});

test('every file the map names exists', () => {
  const files = [...chart.matchAll(/`((?:[\w.-]+\/)+[\w-]+\.(?:ts|tsx|json|md|mjs))`/g)].map(
    (hit) => hit[1],
  );
  expect(files.length).toBeGreaterThan(3);
  expect(files.filter((file) => file && !existsSync(join(HOUSE, file)))).toEqual([]);
});

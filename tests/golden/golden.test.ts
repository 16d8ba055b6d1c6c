import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dumpDisplayList } from '#engine/display/dump-display-list.ts';
import type { ComposedPage } from '#engine/compose/composed.ts';
import { composePages } from '#tests/unit/compose/test-page.ts';
import { GOLDEN_CASES } from './cases.ts';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const isUpdate = process.env.UPDATE_GOLDEN === '1';

/** Display list, findings and fits of all pages of a case. */
function describePages(pages: readonly ComposedPage[]): string {
  return pages
    .map(({ list, findings, fits }) => {
      const notes = findings.map((finding) => `finding ${JSON.stringify(finding)}`);
      const rooms = Object.entries(fits).map(([id, fit]) => `fit ${id} ${JSON.stringify(fit)}`);
      return [dumpDisplayList(list).trimEnd(), ...notes, ...rooms, ''].join('\n');
    })
    .join('\n');
}

describe('pages kept as text', () => {
  for (const [name, page] of Object.entries(GOLDEN_CASES)) {
    it(`${name} is composed as it was`, () => {
      const path = `${FOLDER}${name}/display.txt`;
      const now = describePages(composePages(page));
      if (isUpdate) {
        mkdirSync(`${FOLDER}${name}`, { recursive: true });
        writeFileSync(path, now);
      }
      expect(existsSync(path) ? readFileSync(path, 'utf8') : 'no reference yet').toBe(now);
    });
  }

  it('are all in use', () => {
    const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((one) => one.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(GOLDEN_CASES).sort());
    const files = folders.flatMap(({ name }) => readdirSync(`${FOLDER}${name}`));
    expect(new Set(files)).toEqual(new Set(['display.txt']));
  });
});

import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ALL_CHECKS } from '#engine/preflight/all-checks.ts';
import { findingRule, KNOWN_CODES, repairPlaceOf } from '#engine/preflight/finding-rules.ts';
import { ALL_MENDS } from '#engine/preflight/mends/all-mends.ts';

const CODES = ALL_CHECKS.flatMap(({ codes }) => codes);

/** Codes that a file of checks writes. */
function writtenIn(path: string): readonly string[] {
  const found = readFileSync(path, 'utf8').matchAll(/'((?:[a-z]+-)+[a-z]+)'/gu);
  return [...found].flatMap(([, code]) => code ?? []);
}

test('each code belongs to one check, and has a rule', () => {
  expect(new Set(CODES).size).toBe(CODES.length);
  expect(CODES.filter((code) => !KNOWN_CODES.includes(code))).toEqual([]);
});

test('every check that has a file stands in the table', () => {
  const files = globSync('engine/preflight/**/*check*.ts').filter(
    (path) => !/all-checks|checked/u.test(path),
  );
  expect(files.length).toBeGreaterThanOrEqual(ALL_CHECKS.length);
  const written = new Set(files.flatMap(writtenIn));
  expect(CODES.filter((code) => !written.has(code))).toEqual([]);
  const strange = [...written].filter(
    (code) => KNOWN_CODES.includes(code) && !CODES.includes(code),
  );
  expect(strange).toEqual([]);
});

test('every mend is of a code that something tells', () => {
  expect(Object.keys(ALL_MENDS).filter((code) => !KNOWN_CODES.includes(code))).toEqual([]);
});

test('a limit that a rule names is the one that its sentence tells', () => {
  expect(findingRule('type-too-small').limit).toEqual({ is: 'least', value: 6, unit: 'pt' });
  expect(findingRule('ink-over-limit').limit).toEqual({ is: 'most', value: 240, unit: 'percent' });
  expect(findingRule('page-split-down').limit).toBeUndefined();
});

test('a fault of type is put right where the type is written', () => {
  const code = 'type-too-small';
  const at = (text: string) => repairPlaceOf({ code, where: { block: 'b', text } });
  expect(at('article:a/headline')).toBe('headline');
  expect(at('adGrid:p/cell:1/name')).toBe('partners');
  expect(at('picture:p/caption')).toBe('picture');
  expect(repairPlaceOf({ code, where: { block: 'b' } })).toBe('block');
  expect(repairPlaceOf({ code: 'story-overset', where: { text: 'article:a/headline' } })).toBe(
    'fit',
  );
});

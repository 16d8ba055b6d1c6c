import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findingRule, KNOWN_CODES } from '#engine/preflight/finding-rules.ts';
import { findingStrings, sentenceOf } from '#renderer/strings/finding-strings.ts';
import { preflightStrings } from '#renderer/strings/preflight-strings.ts';

/** Codes as the sources of a folder write them. */
function codesIn(folder: string): readonly string[] {
  const text = globSync(`${folder}/**/*.ts`).map(readText).join('\n');
  const written = text.matchAll(
    /(?:code: |(?:finding|cut|onPage|told)\(\s*)'([a-z]+(?:-[a-z]+)+)'/gu,
  );
  return [...new Set([...written].flatMap(([, code]) => code ?? []))];
}

function readText(path: string): string {
  return readFileSync(path, 'utf8');
}

const MADE = [...codesIn('engine/compose'), ...codesIn('engine/preflight')];
const FINDINGS = MADE.filter((code) => !code.startsWith('mend-'));

test('every finding that is made on a page has a rule', () => {
  expect(FINDINGS.length).toBeGreaterThan(35);
  expect(FINDINGS.filter((code) => !KNOWN_CODES.includes(code))).toEqual([]);
});

test('every finding says what it is in both languages, and where it is put right', () => {
  // The list of words of the newsroom is read by the machine alone.
  for (const code of KNOWN_CODES.filter((one) => one !== 'newsroom-word-unreadable')) {
    expect(sentenceOf({ code, values: {} }, 0), code).toMatch(/\p{Script=Han}/u);
    expect(sentenceOf({ code, values: {} }, 1), code).not.toMatch(/^Trouble/u);
    expect(preflightStrings.zhCn.repair(findingRule(code).repair), code).not.toBe('');
  }
});

test('every source that a rule names can be read in both languages', () => {
  const named = KNOWN_CODES.filter((code) => findingRule(code).source !== undefined);
  expect(named.length).toBeGreaterThan(20);
  for (const code of named) {
    expect(findingStrings.zhCn.source({ code, values: {} }), code).not.toBe('');
    expect(findingStrings.en.source({ code, values: {} }), code).not.toBe('');
  }
  const values = { rule: 'R0026' };
  expect(findingStrings.zhCn.source({ code: 'pdf-ink-square', values })).toContain('R0026');
});

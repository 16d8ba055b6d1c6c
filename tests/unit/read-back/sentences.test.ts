import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BAD_PAGES } from '#build/bench/press/bad-pages/all-bad-pages.ts';
import { RULES } from '#engine/read-back/rules.ts';
import ads from '#templates/sentences/ads.json' with { type: 'json' };
import preflight from '#templates/sentences/preflight.json' with { type: 'json' };
import readBack from '#templates/sentences/read-back.json' with { type: 'json' };
import shared from '#templates/sentences/sentences.json' with { type: 'json' };

const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  ...shared,
  ...preflight,
  ...readBack,
  ...ads,
};

/** A package and a kind of law, which look like codes. */
const NO_CODES = ['pdf-lib', 'ad-law'];

function codesIn(folder: string): readonly string[] {
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
  const own = texts.flatMap((text) => [
    ...text.matchAll(/'((?:pdf|ad)-[a-z0-9-]+)'|code: '([a-z-]+)'/gu),
  ]);
  const codes = own.map(([, pdf, code]) => pdf ?? code ?? '');
  return [...new Set(codes)].filter((code) => !NO_CODES.includes(code));
}

it('every finding of preflight and reading back has a sentence in both languages', () => {
  const codes = [...codesIn('engine/read-back'), ...codesIn('engine/preflight')];
  codes.push(...codesIn('engine/placed-ads'));
  expect(codes.length).toBeGreaterThan(100);
  expect(codes.filter((code) => SENTENCES[code]?.length !== 2)).toEqual([]);
  const chinese = codes.map((code) => SENTENCES[code]?.[0] ?? '');
  expect(chinese.filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
});

it('every rule stands in the table and has a page that breaks it, bleed apart', () => {
  const rules = readFileSync('docs/press-rules.md', 'utf8');
  const named = readdirSync('engine/read-back').flatMap((name) => {
    const text = readFileSync(`engine/read-back/${name}`, 'utf8');
    return [...text.matchAll(/(?:fault|doubt|note)\('([A-Z][\w-]+)'/gu)].map(([, rule]) => rule);
  });
  expect(named.length).toBeGreaterThan(60);
  const judged = [...new Set(named), 'R0031', 'R0032', 'R0010', 'R0012', 'R0018', 'R0019'];
  expect(judged.filter((rule) => !RULES.includes(rule ?? ''))).toEqual([]);
  expect(RULES.filter((rule) => !rules.includes(rule))).toEqual([]);
  expect(RULES.filter((rule) => !BAD_PAGES.some((bad) => bad.rule === rule))).toEqual(['H-BLEED']);
});

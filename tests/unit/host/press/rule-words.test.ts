import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { KNOWN_CODES } from '#engine/preflight/finding-rules.ts';
import { RULES } from '#engine/read-back/rules.ts';
import { FINDING_SENTENCES } from '#host/press/finding-sentence.ts';
import { loadPressProfile } from '#host/press/load-press-profile.ts';
import { measureWords, ruleWords, sourceWords } from '#host/press/rule-words.ts';
import measures from '#templates/sentences/measures.json' with { type: 'json' };
import rules from '#templates/sentences/press-rules.json' with { type: 'json' };

const inkSquare = {
  code: 'pdf-ink-square',
  severity: 'blocks press',
  where: {},
  values: { rule: 'R0026', ink: 251, limit: 240, x: 30, y: 40 },
} as const;

describe('the rules of finished pages', () => {
  it('stand in the documentation as in the table that the report takes them from', () => {
    const lines = readFileSync('docs/press-rules.md', 'utf8').split('\n');
    const first = lines.indexOf('|---|---|---|---|') + 1;
    const written = lines.slice(first, lines.indexOf('', first));
    const told = Object.entries(rules).map(([rule, { asks, limit, source }]) => {
      return `| ${rule} | ${asks[1]} | ${limit[1]} | ${source[1]} |`;
    });
    expect(written).toEqual(told);
    expect(Object.keys(rules)).toEqual(RULES);
  });

  it('have words in both languages, and limits of the press profile', async () => {
    for (const { asks, limit, source } of Object.values(rules)) {
      expect([asks, limit, source].map((pair) => pair.length)).toEqual([2, 2, 2]);
      expect([...asks, ...source]).not.toContain('');
    }
    const press = await loadPressProfile('templates/press-profiles/newsprint-390x540.json');
    if (!press.ok) throw new Error(press.failure.code);
    const { profile } = press.value;
    expect(ruleWords('R0026', profile, 'zh')).toMatchObject({ limit: '≤ 240%' });
    expect(ruleWords('H-TRIM', profile, 'en').limit).toBe('390 × 540 mm, ±0.1');
    expect(ruleWords('X-OI-KEYS', profile, 'zh').limit).toBe('CGATS TR 002');
    const left = RULES.map((rule) => ruleWords(rule, profile, 'zh').limit).join('');
    expect(left).not.toMatch(/[{}]/u);
  });
});

describe('the figures of a finding', () => {
  it('are told with their limit and with who asks for it', () => {
    expect(measureWords(inkSquare, 'zh')).toEqual({ measured: '251%', limit: '≤ 240%' });
    expect(sourceWords(inkSquare, 'zh')).toBe(
      'GWG 2022（245%）；限值取自印厂规范，一般 240% R0026',
    );
    const form = { ...inkSquare, code: 'imprint-without-role', values: {} };
    expect(measureWords(form, 'zh')).toEqual({ measured: '', limit: '' });
    expect(sourceWords(form, 'zh')).toBe('报纸出版形式规范');
  });

  it('are of findings that there are, and take only values that their sentences have', () => {
    const tokens = (words: string) => [...words.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name);
    for (const [code, { measured, limit }] of Object.entries(measures)) {
      const sentence = FINDING_SENTENCES[code]?.[0] ?? '';
      expect([code, KNOWN_CODES.includes(code) || code.startsWith('pdf-')]).toEqual([code, true]);
      expect([code, tokens(sentence)]).toEqual([
        code,
        expect.arrayContaining(tokens([...measured, ...limit].join(''))),
      ]);
    }
  });
});

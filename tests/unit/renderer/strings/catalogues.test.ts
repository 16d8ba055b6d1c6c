import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Both {
  readonly zhCn: Readonly<Record<string, unknown>>;
  readonly en: Readonly<Record<string, unknown>>;
}

const FOLDER = new URL('../../../../renderer/strings/', import.meta.url);
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('-strings.ts'));

/** Names of units, forms, keys and protocols that are written so in Chinese too. */
const WRITTEN_SO =
  /\b(mm|ppi|pt|px|PDF|CSV|JSON|SFTP|icc|Ctrl|Enter|CMYK|KB|MB|C|M|Y|K)\b|English|{\w+}|undefined/g;

const both = await Promise.all(
  FILES.map(async (name) => {
    const module: Readonly<Record<string, unknown>> = await import(new URL(name, FOLDER).href);
    return { name, catalogues: Object.values(module).filter(isCatalogue) };
  }),
);

function isCatalogue(value: unknown): value is Both {
  return typeof value === 'object' && value !== null && 'zhCn' in value && 'en' in value;
}

/** All words that are said without figures. */
function plainWords(words: unknown): readonly string[] {
  if (typeof words === 'string') return [words];
  if (typeof words !== 'object' || words === null) return [];
  return Object.values(words).flatMap(plainWords);
}

describe.each(both)('$name', ({ catalogues }) => {
  test('has no Latin words on the Chinese screen', () => {
    const latin = catalogues
      .flatMap(({ zhCn }) => plainWords(zhCn))
      .filter((words) => /[A-Za-z]{2,}/.test(words.replace(WRITTEN_SO, '')));
    expect(latin).toEqual([]);
  });

  test('has no empty words, and as many in English as in Chinese', () => {
    for (const { zhCn, en } of catalogues) {
      expect(plainWords(en)).toHaveLength(plainWords(zhCn).length);
      expect([...plainWords(zhCn), ...plainWords(en)].filter((words) => words === '')).toEqual([]);
    }
  });
});

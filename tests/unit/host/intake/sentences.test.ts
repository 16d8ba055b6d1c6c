import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import sentences from '#templates/sentences/sentences.json' with { type: 'json' };

const HOST = join(import.meta.dirname, '../../../../host');

test('every reason that intake can give is a sentence in both languages', () => {
  const known: Readonly<Record<string, readonly string[]>> = sentences;
  const sources = ['intake', 'inbox'].flatMap((folder) =>
    readdirSync(join(HOST, folder)).map((name) => readFileSync(join(HOST, folder, name), 'utf8')),
  );
  const codes = sources.join('\n').match(/(?<=')(draft|inbox)-[a-z-]+(?=')/gu) ?? [];
  expect(new Set(codes).size).toBeGreaterThan(25);
  for (const code of new Set(codes)) expect([code, known[code]?.length]).toEqual([code, 2]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDraft } from '#host/intake/read-draft.ts';
import {
  attachment,
  letter,
  mailOf,
  oldWordFile,
  wordFile,
  wordParagraph,
  zipOf,
} from '#tests/unit/host/intake/draft-files.ts';

/** Lines as people write them: Han, rare Han, marks, figures, Latin; no control characters. */
const letters = fc.constantFrom(...'湘潭经开区党史学习教育，。“”（）、—…·1234５６abcXYZ%㙟𠮷〇·');
const line = fc
  .string({ unit: letters, minLength: 4, maxLength: 40 })
  .map((text) => `本报讯${text}`);
const lines = fc.array(line, { minLength: 1, maxLength: 12 });

async function read(name: string, bytes: Uint8Array): Promise<readonly string[]> {
  const draft = await readDraft({ name, bytes });
  if (!draft.ok) throw new Error(JSON.stringify(draft.failure));
  return draft.reading.matter.parts.map((part) => (part.kind === 'paragraph' ? part.text : ''));
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Each way of packing the same lines into a file. */
const WAYS: readonly (readonly [string, (lines: readonly string[]) => Uint8Array])[] = [
  ['a.docx', (all) => wordFile(all.map((text) => wordParagraph(escaped(text))).join(''))],
  ['a.doc', (all) => oldWordFile(all.map((text) => `${text}\r`).join(''))],
  ['a.html', (all) => Buffer.from(all.map((text) => `<p>${escaped(text)}</p>`).join('\n'))],
  ['a.txt', (all) => Buffer.from(all.join('\r\n'))],
  ['b.txt', (all) => Buffer.from(`\uFEFF${all.join('\n')}`, 'utf16le')],
  ['a.eml', (all) => mailOf([letter(all.join('\r\n'))])],
  ['b.eml', (all) => mailOf([attachment('稿.txt', Buffer.from(all.join('\n')))])],
  ['a.zip', (all) => zipOf({ '稿.txt': all.join('\n') })],
];

test.each(WAYS)('no letter is lost or doubled on the way through %s', async (name, pack) => {
  await fc.assert(
    fc.asyncProperty(lines, async (all) => {
      const found = await read(name, pack(all));
      expect(found.filter((text) => text !== '')).toEqual(all);
    }),
    { numRuns: 60 },
  );
});

test('any bytes whatever are answered and never throw', async () => {
  const names = fc.constantFrom('a.docx', 'a.txt', 'a.eml', 'a.html', 'a.md');
  const heads = fc.constantFrom(
    '',
    'PK\x03\x04',
    '<html>',
    'Subject: x\r\nDate: y\r\n\r\n',
    '# x\n',
  );
  await fc.assert(
    fc.asyncProperty(names, heads, fc.uint8Array({ maxLength: 3000 }), async (name, head, tail) => {
      const bytes = Buffer.concat([Buffer.from(head, 'latin1'), tail]);
      expect(await readDraft({ name, bytes })).toHaveProperty('ok');
    }),
    { numRuns: 300 },
  );
});

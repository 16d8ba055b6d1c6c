import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DoorTrouble } from '#host/door/door-trouble.ts';
import { boundaryOf, type FormPart, readMultipart } from '#host/door/read-multipart.ts';

type ReadPart = FormPart & { readonly words: string };

async function partsOf(chunks: readonly Uint8Array[], boundary = 'XX'): Promise<ReadPart[]> {
  const parts: ReadPart[] = [];
  let open: { part: FormPart; bytes: Uint8Array[] } | undefined;
  async function* body() {
    yield* chunks;
  }
  for await (const news of readMultipart(body(), boundary)) {
    if (news.kind === 'part') open = { part: news.part, bytes: [] };
    else if (news.kind === 'bytes') open?.bytes.push(Uint8Array.from(news.bytes));
    else if (open)
      parts.push({ ...open.part, words: Buffer.concat(open.bytes).toString('latin1') });
  }
  return parts;
}

const HEAD = 'Content-Disposition: form-data; name="story"';
const FORM = Buffer.from(
  `--XX\r\n${HEAD}\r\n\r\n正文\r\n--X\r\n--XX\r\nContent-Disposition: form-data; name="file"; ` +
    'filename="稿%22件.docx"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--XX--\r\n',
);

const latin1 = (words: string) => Buffer.from(words).toString('latin1');
const WHOLE = [
  { name: 'story', fileName: undefined, words: latin1('正文\r\n--X') },
  { name: 'file', fileName: '稿"件.docx', words: '' },
];

test('reads the same parts wherever the network cuts the form', async () => {
  for (let cut = 0; cut <= FORM.length; cut += 1) {
    expect(await partsOf([FORM.subarray(0, cut), FORM.subarray(cut)])).toEqual(WHOLE);
  }
  expect(await partsOf([...FORM].map((byte) => Uint8Array.of(byte)))).toEqual(WHOLE);
});

test('gives back any bytes of any parts, cut anyhow', async () => {
  const bytes = fc.uint8Array({ maxLength: 300 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(bytes, { minLength: 1, maxLength: 5 }),
      fc.nat(60),
      async (all, step) => {
        const parts = all.map((one, at) =>
          Buffer.concat([
            Buffer.from(`--frontier-q\r\nContent-Disposition: form-data; name="p${at}"\r\n\r\n`),
            one,
            Buffer.from('\r\n'),
          ]),
        );
        const form = Buffer.concat([...parts, Buffer.from('--frontier-q--')]);
        const chunks: Uint8Array[] = [];
        for (let at = 0; at < form.length; at += step + 1) {
          chunks.push(form.subarray(at, at + step + 1));
        }
        const read = await partsOf(chunks, 'frontier-q');
        expect(read.map(({ words }) => words)).toEqual(
          all.map((one) => Buffer.from(one).toString('latin1')),
        );
      },
    ),
    { numRuns: 100 },
  );
});

test.each([
  ['nothing', ''],
  ['words before the first boundary', `hello\r\n--XX\r\n${HEAD}\r\n\r\na\r\n--XX--`],
  ['no end', `--XX\r\n${HEAD}\r\n\r\na`],
  ['no end behind the last boundary', `--XX\r\n${HEAD}\r\n\r\na\r\n--XX`],
  ['a head without end', `--XX\r\n${HEAD}${'x'.repeat(10_000)}`],
  ['a part without a name', '--XX\r\nContent-Disposition: form-data\r\n\r\na\r\n--XX--'],
  ['a part without a head', '--XX\r\n\r\n\r\na\r\n--XX--'],
  ['two names', `--XX\r\n${HEAD}; name="b"\r\n\r\na\r\n--XX--`],
  ['two heads', `--XX\r\n${HEAD}\r\n${HEAD}\r\n\r\na\r\n--XX--`],
  ['a boundary with a tail', `--XX\r\n${HEAD}\r\n\r\na\r\n--XXyz`],
  ['more parts than any form', `--XX\r\n${HEAD}\r\n\r\na\r\n`.repeat(101).concat('--XX--')],
])('refuses a form with %s', async (_, form) => {
  await expect(partsOf([Buffer.from(form)])).rejects.toBeInstanceOf(DoorTrouble);
});

test('ends well or in a refusal whatever is sent', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(FORM.length - 1), fc.nat(255)), { maxLength: 6 }),
      async (spots) => {
        const spoilt = Uint8Array.from(FORM);
        for (const [at, byte] of spots) spoilt[at] = byte;
        const end = await partsOf([spoilt]).then(
          () => true,
          (trouble: unknown) => trouble instanceof DoorTrouble,
        );
        expect(end).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

test('knows the boundary of a form, and no other body', () => {
  expect(boundaryOf('multipart/form-data; boundary=----WebKitFormBoundaryAb12')).toBe(
    '----WebKitFormBoundaryAb12',
  );
  expect(boundaryOf('multipart/form-data; boundary="a b"')).toBe('a b');
  expect(boundaryOf('application/x-www-form-urlencoded')).toBeUndefined();
  expect(boundaryOf(`multipart/form-data; boundary=${'x'.repeat(71)}`)).toBeUndefined();
  expect(boundaryOf(undefined)).toBeUndefined();
});

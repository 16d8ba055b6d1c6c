import { readFileSync } from 'node:fs';

/** A press of another paper than ours: CGATS TR 003, grade 3 coated, 300 % ink. */
export const COATED_ICC = new Uint8Array(
  readFileSync('tests/fixtures/press-profiles/swop3-tr003-tac300.icc'),
);

/** Content of a tag; undefined takes the tag out. */
export type TagChange = (name: string, content: Uint8Array) => Uint8Array | undefined;

/** The coated profile put together anew with other tags, and other bytes in its head. */
export function rebuiltIcc(
  change: TagChange,
  head: Readonly<Record<number, number>> = {},
): Uint8Array {
  const view = new DataView(COATED_ICC.buffer, COATED_ICC.byteOffset);
  const tags = Array.from({ length: view.getUint32(128) }, (_, place) => {
    const at = 132 + 12 * place;
    const name = String.fromCharCode(...COATED_ICC.subarray(at, at + 4));
    const start = view.getUint32(at + 4);
    const content = change(name, COATED_ICC.slice(start, start + view.getUint32(at + 8)));
    return content === undefined ? [] : [{ name, content }];
  }).flat();
  const parts: number[] = [];
  const first = 132 + 12 * tags.length;
  const table = tags.flatMap(({ name, content }) => {
    while ((first + parts.length) % 4 !== 0) parts.push(0);
    const start = first + parts.length;
    for (const byte of content) parts.push(byte);
    return [...Buffer.from(name, 'latin1'), ...number(start), ...number(content.length)];
  });
  const bytes = Uint8Array.from([
    ...COATED_ICC.subarray(0, 128),
    ...number(tags.length),
    ...table,
    ...parts,
  ]);
  bytes.set(number(bytes.length));
  for (const [at, byte] of Object.entries(head)) bytes[Number(at)] = byte;
  return bytes;
}

/** A name in Chinese and English as version 4 has it. */
export function namedInTwoLanguages(zh: string, en: string): Uint8Array {
  const wide = (text: string) => [...text].flatMap((one) => number(one.charCodeAt(0)).slice(2));
  const [chinese, english] = [wide(zh), wide(en)];
  const start = 16 + 2 * 12;
  return Uint8Array.from([
    ...Buffer.from('mluc\0\0\0\0', 'latin1'),
    ...number(2),
    ...number(12),
    ...Buffer.from('enUS', 'latin1'),
    ...number(english.length),
    ...number(start),
    ...Buffer.from('zhCN', 'latin1'),
    ...number(chinese.length),
    ...number(start + english.length),
    ...english,
    ...chinese,
  ]);
}

function number(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

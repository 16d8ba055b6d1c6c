import { zlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fontBytesOf } from '#engine/fonts/font-bytes.ts';
import { faceCount, openFontTables, writeSfnt } from '#engine/fonts/sfnt.ts';
import { allTables, fixtureFace, programOf } from './real-faces.ts';

const tables = allTables(fixtureFace('name-keyed.otf').program.tables);
const OPENTYPE_CFF = 0x4f54544f;

describe('a font file', () => {
  test('comes back table by table as it was written', () => {
    const read = openFontTables({
      bytes: fontBytesOf(writeSfnt(OPENTYPE_CFF, tables)),
      faceIndex: 0,
    });
    expect(new Set(read.tags)).toEqual(new Set(tables.keys()));
    for (const [tag, table] of tables) {
      if (tag !== 'head') expect(read.table(tag)).toEqual(table);
    }
  });

  test('sums to the constant that font readers check', () => {
    const bytes = writeSfnt(OPENTYPE_CFF, tables);
    const view = new DataView(bytes.buffer);
    let sum = 0;
    for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
  });

  test('gives a table whole or by range, and nothing beyond its end', () => {
    const read = openFontTables({ bytes: fontBytesOf(writeSfnt(0x10000, tables)), faceIndex: 0 });
    expect(read.range('maxp', 4, 2)).toEqual(tables.get('maxp')?.subarray(4, 6));
    expect(() => read.range('maxp', 4, 2000)).toThrow('cut short in maxp');
    expect(() => read.range('GSUB', 0, 2)).toThrow('missing table GSUB');
    expect(read.table('GSUB')).toBeUndefined();
  });
});

describe('a collection', () => {
  test('opens each of its faces', () => {
    const collection = collectionOf(tables);
    expect(faceCount(fontBytesOf(collection))).toBe(2);
    expect(programOf(collection, 1).glyphCount).toBe(4);
    expect(() => programOf(collection, 2)).toThrow('no such face');
  });
});

describe('a web font', () => {
  test('is unpacked, tables stored plain included', () => {
    const read = openFontTables({ bytes: fontBytesOf(woffOf(tables)), faceIndex: 0 });
    for (const [tag, table] of tables) expect(read.table(tag)).toEqual(table);
    expect(read.range('hmtx', 0, 2)).toEqual(tables.get('hmtx')?.subarray(0, 2));
  });

  test('with damaged compression is told as such', () => {
    const bytes = woffOf(tables);
    bytes.fill(0xff, bytes.length - 40);
    const read = openFontTables({ bytes: fontBytesOf(bytes), faceIndex: 0 });
    expect(() => [...tables.keys()].map((tag) => read.table(tag))).toThrow('damaged compression');
  });
});

describe('a file that is no good', () => {
  test.each([
    ['an empty file', new Uint8Array(), 'not a font'],
    ['a text file', new TextEncoder().encode('本报讯(通讯员 王墨)'), 'not a font'],
    ['a WOFF 2', new TextEncoder().encode('wOF2xxxxxxxxxxxxxxxx'), 'woff2 is not read'],
    ['half a font', writeSfnt(OPENTYPE_CFF, tables).slice(0, 400), 'cut short'],
    ['a font without outlines', withoutOutlines(), 'no outlines'],
  ])('%s is refused with the reason', (_, bytes, reason) => {
    expect(() => programOf(bytes)).toThrow(`unreadable font: ${reason}`);
  });
});

function withoutOutlines(): Uint8Array {
  return writeSfnt(OPENTYPE_CFF, new Map([...tables].filter(([tag]) => tag !== 'CFF ')));
}

/** Two faces that share one directory, as collections may. */
function collectionOf(faces: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const face = writeSfnt(OPENTYPE_CFF, faces);
  const header = 20;
  const bytes = new Uint8Array(header + face.length);
  bytes.set(new TextEncoder().encode('ttcf'));
  bytes.set(face, header);
  const view = new DataView(bytes.buffer);
  view.setUint32(8, 2);
  view.setUint32(12, header);
  view.setUint32(16, header);
  for (let index = 0; index < faces.size; index += 1) {
    const at = header + 12 + 16 * index + 8;
    view.setUint32(at, view.getUint32(at) + header);
  }
  return bytes;
}

function woffOf(faces: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const packed = [...faces].map(([tag, table]) => {
    const small = zlibSync(table);
    return { tag, length: table.length, bytes: small.length < table.length ? small : table };
  });
  const start = 44 + 20 * packed.length;
  const bytes = new Uint8Array(
    start + packed.reduce((sum, { bytes: part }) => sum + part.length, 0),
  );
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('wOFF'));
  view.setUint16(12, packed.length);
  let offset = start;
  packed.forEach((part, index) => {
    const at = 44 + 20 * index;
    bytes.set(new TextEncoder().encode(part.tag), at);
    view.setUint32(at + 4, offset);
    view.setUint32(at + 8, part.bytes.length);
    view.setUint32(at + 12, part.length);
    bytes.set(part.bytes, offset);
    offset += part.bytes.length;
  });
  return bytes;
}

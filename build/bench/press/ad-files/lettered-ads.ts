import { readdirSync, readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { readCharacterMaps } from '#engine/read-back/character-maps.ts';
import type { AdCase } from './ad-case.ts';
import { type AdObject, adFile } from './ad-file.ts';

/** Fonts of every kind that ads bring along; those of Latin letters come with Ghostscript. */
const TYPE_1 = '/usr/share/fonts/type1/urw-base35/NimbusRoman-Italic.t1';
const OPEN_TYPE = '/usr/share/fonts/opentype/urw-base35/NimbusRoman-Bold.otf';
const TRUE_TYPE = 'node_modules/@expo-google-fonts/noto-sans-sc/400Regular';
const BY_CID = 'tests/fixtures/fonts/cid-keyed.otf';

const WORDS = '/F 18 Tf 10 60 Td (Quality fifty-one, \\306ther & 2021) Tj';
const SMALL = '/F 7 Tf 0 -20 Td 0 1 1 0 k [(offices f)-20(rom 80 m) 60 (\\262 on)] TJ';
const TURNED = '/F 30 Tf 0.8 0.3 -0.2 0.7 130 10 Tm 1 0 0 0 k (Rg) Tj';
const DRAWN = '1 Tr 0.8 w 0 1 0 0 K /F 30 Tf 1 0 0 1 12 8 Tm (Ok8) Tj';
const LETTERS = `BT 0 0 0 1 k ${WORDS} ${SMALL} ${TURNED} ${DRAWN} ET`;

/** Type as a window: stripes show through it. */
const WINDOW = [
  'q BT 7 Tr /F 40 Tf 10 30 Td (Window) Tj ET',
  ...Array.from({ length: 20 }, (_, at) => `1 ${at / 20} 0 0 k 0 ${at * 5} 200 4 re f`),
  'Q',
].join('\n');

function packed(entries: string, bytes: Uint8Array): AdObject {
  return { entries: `/Filter/FlateDecode${entries}`, bytes: deflateSync(bytes) };
}

/** Widths as wide as nothing in particular: letters keep apart and nothing depends on the font. */
const WIDTHS = `/FirstChar 32/LastChar 255/Widths[${'520 '.repeat(224)}]`;
const LATIN =
  '/Encoding<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[178/twosuperior]>>';

function fontOf(subtype: string): string {
  const head = `<</Type/Font/Subtype/${subtype}/BaseFont/ABCDEF+Test`;
  return `${head}${WIDTHS}${LATIN}/FontDescriptor 11 0 R>>`;
}

function simpleFont(subtype: string, flags: number, key: string, file: AdObject) {
  return adFile({
    resources: '/Font<</F 10 0 R>>',
    contents: [LETTERS],
    objects: [fontOf(subtype), descriptor(flags, key), file],
  });
}

function descriptor(flags: number, key: string): string {
  return (
    `<</Type/FontDescriptor/FontName/ABCDEF+Test/Flags ${flags}/FontBBox[-200 -300 1100 1000]` +
    `/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80/${key} 12 0 R>>`
  );
}

const NOT_SYMBOLIC = 32;
const SYMBOLIC = 4;

function type1(): Uint8Array {
  const program = readFileSync(TYPE_1);
  const lead = program.indexOf('eexec') + 'eexec'.length + 1;
  const lengths = `/Length1 ${lead}/Length2 ${program.length - lead}/Length3 0`;
  return simpleFont('Type1', NOT_SYMBOLIC, 'FontFile', packed(lengths, program));
}

/** The table of that name of a font file. */
function tableOf(file: Buffer, name: string): Buffer {
  for (let at = 12; at < 12 + 16 * file.readUInt16BE(4); at += 16) {
    if (file.toString('latin1', at, at + 4) !== name) continue;
    const offset = file.readUInt32BE(at + 8);
    return file.subarray(offset, offset + file.readUInt32BE(at + 12));
  }
  throw new Error(`the font has no table ${name}`);
}

function type1c(): Uint8Array {
  const cff = tableOf(readFileSync(OPEN_TYPE), 'CFF ');
  return simpleFont('Type1', NOT_SYMBOLIC, 'FontFile3', packed('/Subtype/Type1C', cff));
}

function trueType(): Uint8Array {
  const name = readdirSync(TRUE_TYPE).find((file) => file.endsWith('.ttf')) ?? '';
  const program = withLatinOnly(readFileSync(`${TRUE_TYPE}/${name}`));
  return simpleFont('TrueType', NOT_SYMBOLIC, 'FontFile2', packed('', program));
}

const KEPT_TABLES = ['cmap', 'head', 'hhea', 'hmtx', 'loca', 'maxp'];
const LATIN_END = 0x180;

/** A face without its thousands of Han characters: the glyphs of the others are blank. */
function withLatinOnly(file: Buffer): Buffer {
  const maps = readCharacterMaps(viewOf(tableOf(file, 'cmap')));
  const kept = new Set(
    [...(maps.unicode ?? [])].flatMap(([at, one]) => (at < LATIN_END ? one : [])),
  );
  const [loca, glyf] = [Buffer.from(tableOf(file, 'loca')), tableOf(file, 'glyf')];
  const glyphs: Buffer[] = [];
  let length = 0;
  for (let glyph = 0, start = loca.readUInt32BE(0); glyph < loca.length / 4 - 1; glyph += 1) {
    const end = loca.readUInt32BE(4 * glyph + 4);
    loca.writeUInt32BE(length, 4 * glyph);
    if (kept.has(glyph)) {
      glyphs.push(glyf.subarray(start, end));
      length += end - start;
    }
    loca.writeUInt32BE(length, 4 * glyph + 4);
    start = end;
  }
  const tables = KEPT_TABLES.map((name): [string, Buffer] => [
    name,
    name === 'loca' ? loca : tableOf(file, name),
  ]);
  return fontFile([...tables, ['glyf', Buffer.concat(glyphs)]]);
}

function viewOf(bytes: Buffer): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

function fontFile(tables: readonly (readonly [string, Buffer])[]): Buffer {
  const head = Buffer.alloc(12 + 16 * tables.length);
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt16BE(tables.length, 4);
  let offset = head.length;
  tables.forEach(([name, bytes], index) => {
    const at = 12 + 16 * index;
    head.write(name, at, 'latin1');
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(bytes.length, at + 12);
    offset += bytes.length;
  });
  return Buffer.concat([head, ...tables.map(([, bytes]) => bytes)]);
}

/** Numbers of characters that the face has: a Latin letter, and Han characters. */
const CIDS = ['0022', '2b89', '2d70', '3355'];

/** Set by the numbers of characters, across and down. */
function byCid(path: string, encoding: 'Identity-H' | 'Identity-V'): Uint8Array {
  const cff = tableOf(readFileSync(path), 'CFF ');
  return adFile({
    resources: '/Font<</F 10 0 R>>',
    contents: [
      `BT 0 0 0 1 k /F 40 Tf 30 ${encoding === 'Identity-V' ? 98 : 40} Td <${CIDS.join('')}> Tj ET`,
    ],
    objects: [
      `<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Test/Encoding/${encoding}` +
        '/DescendantFonts[13 0 R]>>',
      descriptor(SYMBOLIC, 'FontFile3'),
      packed('/Subtype/CIDFontType0C', cff),
      '<</Type/Font/Subtype/CIDFontType0/BaseFont/ABCDEF+Test/DW 1000/FontDescriptor 11 0 R' +
        '/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>',
    ],
  });
}

/** Ads that are all letters, in every kind of font that may be placed. */
export const LETTERED_ADS: readonly AdCase[] = [
  ...(
    [
      ['letters in Type 1', type1],
      ['letters in CFF by name', type1c],
      ['letters in TrueType by code', trueType],
      ['letters in CFF by number', () => byCid(BY_CID, 'Identity-H')],
      ['letters in CFF by number, downwards', () => byCid(BY_CID, 'Identity-V')],
    ] as const
  ).map(([name, make]) => ({ name, wants: 'right' as const, make })),
  {
    name: 'type as a window',
    wants: 'right',
    make: () => {
      const cff = tableOf(readFileSync(OPEN_TYPE), 'CFF ');
      return adFile({
        resources: '/Font<</F 10 0 R>>',
        contents: [WINDOW],
        objects: [
          fontOf('Type1'),
          descriptor(NOT_SYMBOLIC, 'FontFile3'),
          packed('/Subtype/Type1C', cff),
        ],
      });
    },
  },
];

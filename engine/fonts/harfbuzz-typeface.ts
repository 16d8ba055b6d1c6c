import { Blob, Buffer, Direction, DrawFuncs, Face, Feature, Font, shape } from 'harfbuzzjs';
import { type FontBytes, fontBytesOf, type Inflate } from './font-bytes.ts';
import { type FontProgram, openFontProgram } from './font-program.ts';
import { glyfOutline, type OutlineSegment } from './outline.ts';
import { writeSfnt } from './sfnt.ts';
import type { FaceId, InkBox, ShapedGlyph, ShapeOptions, Typeface } from './typeface.ts';

/** What a typeface is opened from. */
export interface TypefaceSource {
  readonly id: FaceId;
  /** The font file (TTF, OTF, TTC or WOFF), in memory or read by range. */
  readonly bytes: FontBytes | Uint8Array;
  /** Which face of a collection; 0 for a file with one face. */
  readonly faceIndex: number;
  /** Faster unpacking of WOFF tables where the host has one. */
  readonly inflate?: Inflate | undefined;
}

/** A typeface with the font program behind it, from which press and painter take outlines. */
export interface ProgramTypeface extends Typeface {
  readonly program: FontProgram;
  /** Outline of a glyph in em, y upwards, to be filled by nonzero winding; empty when blank. */
  outline(glyphId: number): readonly OutlineSegment[];
}

/**
 * What HarfBuzz is given: characters, substitution, positioning and widths. Outlines stay outside:
 * they are 95 % of a Chinese face and shaping never looks at them.
 */
export const SHAPING_TABLES = [
  'GDEF',
  'GPOS',
  'GSUB',
  'OS/2',
  'cmap',
  'head',
  'hhea',
  'hmtx',
  'maxp',
];
const PLAIN_SFNT = 0x00010000;

/**
 * Han text: ligatures such as the two-em `——` stay on, kerning is off, for our own glue model sets
 * the distance of Chinese marks. The spacing features (chws, halt, palt and their vertical kin) are
 * off in HarfBuzz unless asked for.
 */
const HAN_FEATURES = [new Feature('kern', 0)];
const VERTICAL_FEATURES = [new Feature('kern', 0), new Feature('vert', 1)];

/** Western words: kerning on, and proportional forms: Chinese faces draw ’ and “ one em wide. */
const WESTERN_FEATURES = [new Feature('kern', 1), new Feature('pwid', 1)];

/** Height of the vertical origin where the face does not tell: top of the ideographic box. */
const USUAL_VERTICAL_ORIGIN = 0.88;

/** Opens a face for shaping; throws UnreadableFont when the file does not hold together. */
export function openTypeface(source: TypefaceSource): ProgramTypeface {
  const bytes = source.bytes instanceof Uint8Array ? fontBytesOf(source.bytes) : source.bytes;
  const { faceIndex, inflate } = source;
  return typefaceOf(source.id, openFontProgram({ bytes, faceIndex, inflate }));
}

/** A typeface over a font program that is already open. */
export function typefaceOf(id: FaceId, program: FontProgram): ProgramTypeface {
  const font = shapingFont(program);
  const horizontal = new Map<string, readonly ShapedGlyph[]>();
  const vertical = new Map<string, readonly ShapedGlyph[]>();

  return {
    id,
    program,
    hasGlyph: (codePoint) => program.characters.glyphOf(codePoint) !== 0,
    shape(text, options) {
      const cache = options.vertical ? vertical : horizontal;
      const known = cache.get(text);
      if (known) return known;
      const glyphs = shapeText(font, program.unitsPerEm, text, options);
      cache.set(text, glyphs);
      return glyphs;
    },
    inkBox: (glyphId) => inkBoxOf(font, program, glyphId),
    verticalOriginY: (glyphId) => verticalOriginOf(program, glyphId),
    outline: (glyphId) => outlineOf(font, program, glyphId),
  };
}

/** True when a text is shaped as Western: Latin letters, digits or ASCII marks, and no Han. */
export function isWesternText(text: string): boolean {
  let hasWestern = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // From the Kangxi radicals on, everything is East Asian (surrogates included).
    if (unit >= 0x2e80) return false;
    if (unit < 0x7f || (unit >= 0xc0 && unit < 0x2000)) hasWestern = true;
  }
  return hasWestern;
}

function shapingFont(program: FontProgram): Font {
  const tables = new Map<string, Uint8Array>();
  const outlines = program.outlines === 'cff' ? ['CFF ', 'CFF2'] : [];
  for (const tag of [...SHAPING_TABLES, ...outlines]) {
    const table = program.tables.table(tag);
    if (table) tables.set(tag, table);
  }
  return new Font(new Face(new Blob(writeSfnt(PLAIN_SFNT, tables)), 0));
}

// One buffer serves all faces: shaping is synchronous and the buffer is emptied before each use.
const buffer = new Buffer();

function shapeText(
  font: Font,
  unitsPerEm: number,
  text: string,
  options: ShapeOptions,
): readonly ShapedGlyph[] {
  const western = isWesternText(text);
  buffer.clearContents();
  buffer.setDirection(Direction.LTR);
  buffer.setScript(western ? 'Latn' : 'Hani');
  buffer.setLanguage(western ? 'en' : 'zh-Hans');
  buffer.addText(text);
  shape(font, buffer, featuresFor(western, options.vertical));
  return readGlyphs(text.length, unitsPerEm);
}

function featuresFor(western: boolean, vertical: boolean): Feature[] {
  if (western) return WESTERN_FEATURES;
  return vertical ? VERTICAL_FEATURES : HAN_FEATURES;
}

function readGlyphs(textLength: number, unitsPerEm: number): readonly ShapedGlyph[] {
  const infos = buffer.getGlyphInfos();
  const positions = buffer.getGlyphPositions();
  const ends = clusterEnds(infos, textLength);
  return infos.map((info, index) => {
    const isLater = infos[index - 1]?.cluster === info.cluster;
    const end = ends[index] ?? textLength;
    const position = positions[index];
    return {
      id: info.codepoint,
      advance: (position?.xAdvance ?? 0) / unitsPerEm,
      xOffset: (position?.xOffset ?? 0) / unitsPerEm,
      yOffset: (position?.yOffset ?? 0) / unitsPerEm,
      start: isLater ? end : info.cluster,
      end,
    };
  });
}

/** Where the cluster of each glyph ends: where the next one begins. */
function clusterEnds(
  infos: readonly { readonly cluster: number }[],
  textLength: number,
): readonly number[] {
  const ends: number[] = new Array(infos.length);
  let end = textLength;
  for (let index = infos.length - 1; index >= 0; index--) {
    const next = infos[index + 1]?.cluster;
    if (next !== undefined && next !== infos[index]?.cluster) end = next;
    ends[index] = end;
  }
  return ends;
}

function inkBoxOf(font: Font, program: FontProgram, glyphId: number): InkBox | undefined {
  const em = program.unitsPerEm;
  if (program.outlines !== 'cff') {
    const box = program.boxOf(glyphId);
    if (!box) return undefined;
    return {
      left: box.left / em,
      bottom: box.bottom / em,
      right: box.right / em,
      top: box.top / em,
    };
  }
  const extents = font.glyphExtents(glyphId);
  if (!extents || extents.width === 0 || extents.height === 0) return undefined;
  return {
    left: extents.xBearing / em,
    bottom: (extents.yBearing + extents.height) / em,
    right: (extents.xBearing + extents.width) / em,
    top: extents.yBearing / em,
  };
}

function verticalOriginOf(program: FontProgram, glyphId: number): number {
  const origin = program.verticalOriginOf(glyphId);
  return origin === undefined ? USUAL_VERTICAL_ORIGIN : origin / program.unitsPerEm;
}

function outlineOf(font: Font, program: FontProgram, glyphId: number): readonly OutlineSegment[] {
  if (program.outlines !== 'cff') return glyfOutline(program, glyphId);
  drawn = [];
  font.drawGlyph(glyphId, drawFuncs, program.unitsPerEm);
  return drawn;
}

// HarfBuzz draws PostScript outlines into this list; one pen serves all faces.
let drawn: OutlineSegment[] = [];
const drawFuncs = createPen();

function createPen(): DrawFuncs {
  const pen = new DrawFuncs();
  pen.setMoveToFunc((x, y, em) => {
    drawn.push({ kind: 'move', x: x / Number(em), y: y / Number(em) });
  });
  pen.setLineToFunc((x, y, em) => {
    drawn.push({ kind: 'line', x: x / Number(em), y: y / Number(em) });
  });
  pen.setCubicToFunc((...[x1, y1, x2, y2, x, y, unitsPerEm]) => {
    const em = Number(unitsPerEm);
    const ends = { x1: x1 / em, y1: y1 / em, x2: x2 / em, y2: y2 / em };
    drawn.push({ kind: 'curve', ...ends, x: x / em, y: y / em });
  });
  pen.setClosePathFunc(() => {
    drawn.push({ kind: 'close' });
  });
  return pen;
}

import { readFileSync } from 'node:fs';
import type { DisplayItem, PlacedGlyph, TextItem } from '#engine/display/display-list.ts';
import type { FaceId } from '#engine/fonts/typeface.ts';
import type { PressJob } from '#engine/press/press-pdf.ts';
import type { PressProfile } from '#engine/press/press-profile.ts';
import { type Ink, K_ONLY } from '#engine/units/ink.ts';
import { mmToPt } from '#engine/units/units.ts';
import { openFontBook } from '#host/fonts/open-font-book.ts';

/** The profile of the tests: a small page on paper 5 mm higher, with all marks. */
export const SMALL_PROFILE: PressProfile = {
  id: 'small',
  name: '小样',
  standard: 'x4',
  trim: { widthMm: 120, heightMm: 85 },
  bleedMm: 0,
  slugMm: 14,
  marks: { crop: true, slug: true, controlStrip: true },
  inkLimitPercent: 240,
  pictureTargetPpi: 200,
  pictureQuality: 80,
  outputCondition: {
    identifier: 'CGATS TR 002',
    registryName: 'http://www.color.org',
    description: 'Newsprint, coldset web offset',
  },
};

const ICC = new Uint8Array(readFileSync('templates/press-profiles/newsprint-tr002-tac220.icc'));

export const { book: FONTS } = openFontBook({ faces: [] });

const METADATA: PressJob['metadata'] = {
  title: '湘潭日报 园区周刊 2021-06-18 A06',
  language: 'zh-CN',
  creator: 'Banxin 0.1.0',
  producer: 'Banxin 0.1.0',
  date: '2021-06-18T03:20:00+08:00',
  documentId: '0123456789abcdef0123456789abcdef',
  versionId: 'fedcba9876543210fedcba9876543210',
};

/** A job for a page of 120 × 80 mm with these items. */
export function jobOf(
  items: readonly DisplayItem[],
  change: Partial<Omit<PressJob, 'list'>> = {},
): PressJob {
  return {
    list: { widthPt: mmToPt(120), heightPt: mmToPt(80), items },
    fonts: FONTS,
    pictures: new Map(),
    profile: SMALL_PROFILE,
    icc: ICC,
    marks: { slugLine: '湘潭日报 / 园区周刊 / A06', slugFace: 'hei-400', controlStrip: undefined },
    metadata: METADATA,
    ...change,
  };
}

/** How a line of type differs from 10 pt black Song. */
export interface LineLook {
  readonly x?: number;
  readonly y?: number;
  readonly face?: FaceId;
  readonly sizePt?: number;
  readonly horizontalScale?: number;
  readonly ink?: Ink;
  readonly vertical?: boolean;
  /** Extra distance after each character, in points. */
  readonly tracking?: number;
}

/** A line of real type, shaped character by character; ASCII words are shaped as words. */
export function typeLine(text: string, look: LineLook = {}): TextItem {
  const { face = 'song-400', sizePt = 10, vertical = false } = look;
  const { horizontalScale = 1, tracking = 0 } = look;
  const glyphs: PlacedGlyph[] = [];
  let along = 0;
  for (const match of text.matchAll(/[!-~]+|—+|./gsu)) {
    for (const glyph of FONTS.face(face).shape(match[0], { vertical })) {
      const advance = vertical ? sizePt : glyph.advance * sizePt * horizontalScale;
      const x = vertical ? (-glyph.advance * sizePt) / 2 : along;
      const y = vertical ? along + 0.88 * sizePt : 0;
      const range = { start: match.index + glyph.start, end: match.index + glyph.end };
      glyphs.push({ id: glyph.id, x, y, boxStart: along, advance, ...range, turn: 0 });
      along += advance + tracking;
    }
  }
  return {
    kind: 'text',
    x: look.x ?? 20,
    y: look.y ?? 30,
    run: {
      face,
      sizePt,
      vertical,
      horizontalScale,
      ink: look.ink ?? K_ONLY,
      text,
      source: undefined,
      glyphs,
    },
  };
}

/** A group that shifts its members. */
export function groupAt(x: number, y: number, ...items: readonly DisplayItem[]): DisplayItem {
  return { kind: 'group', id: 'block', x, y, items };
}

import type { DisplayItem, DisplayList, TextItem } from '#engine/display/display-list.ts';
import { glyphAddressedFont } from '#engine/fonts/glyph-addressed-font.ts';
import type { ProgramTypeface } from '#engine/fonts/harfbuzz-typeface.ts';
import { openTypeface } from '#engine/fonts/harfbuzz-typeface.ts';
import { K_ONLY } from '#engine/units/ink.ts';
import type { Answer, Host } from '#host/contract.ts';
import { bundledFaces } from '#host/fonts/catalogue.ts';
import { openFontFile } from '#host/fonts/font-file.ts';

/** A page of 400 × 300 pt whose places the tests know. */
export const PLANTED = {
  black: { x: 40, y: 200, width: 60, height: 40 },
  red: { x: 140, y: 200, width: 60, height: 40 },
  headline: { text: '学史力行', x: 40, baseline: 100, sizePt: 60 },
} as const;

/** A host with one hand-made page set in real glyphs, and a second page that cannot be had. */
export function plantedHost(): Host {
  const song = openSong();
  return {
    openIssue: async () => {
      const pages = [
        { number: 'A06', name: '园区' },
        { number: 'A07', name: '缺版' },
      ];
      const value = { paper: '湘潭日报', supplement: '园区周刊', date: '2021-06-18', pages };
      return { ok: true, value };
    },
    composePage: async ({ page }) => {
      if (page === 0) return { ok: true, value: { list: plantedPage(song), findings: [] } };
      return { ok: false, failure: { code: 'no-such-page', values: { page } } };
    },
    paintFont: async () => ({ ok: true, value: glyphAddressedFont(song.program) }),
    pictureFile: async ({ asset }): Promise<Answer<Uint8Array>> => {
      return { ok: false, failure: { code: 'missing asset', values: { asset } } };
    },
  };
}

function openSong(): ProgramTypeface {
  const face = bundledFaces().find((one) => one.id === 'song-700');
  if (face === undefined) throw new Error('the catalogue lacks song-700');
  return openTypeface({ id: face.id, bytes: openFontFile(face.file), faceIndex: 0 });
}

function plantedPage(song: ProgramTypeface): DisplayList {
  const red = { c: 0, m: 1, y: 1, k: 0 };
  const headline = setLine(song);
  const items: DisplayItem[] = [
    {
      kind: 'group',
      id: 'lead',
      x: PLANTED.headline.x,
      y: PLANTED.headline.baseline,
      items: [headline],
    },
    {
      kind: 'shape',
      outline: { kind: 'rect', rect: PLANTED.black },
      fill: K_ONLY,
      stroke: undefined,
    },
    { kind: 'shape', outline: { kind: 'rect', rect: PLANTED.red }, fill: red, stroke: undefined },
  ];
  return { widthPt: 400, heightPt: 300, items };
}

function setLine(song: ProgramTypeface): TextItem {
  const { text, sizePt } = PLANTED.headline;
  const glyphs = song.shape(text, { vertical: false }).map((glyph, index) => ({
    id: glyph.id,
    x: index * sizePt,
    y: 0,
    boxStart: index * sizePt,
    advance: sizePt,
    start: glyph.start,
    end: glyph.end,
    turn: 0 as const,
  }));
  const look = { face: song.id, sizePt, vertical: false, horizontalScale: 1, ink: K_ONLY };
  const source = { text: 'article:lead/headline', start: 0 };
  return { kind: 'text', x: 0, y: 0, run: { ...look, text, source, glyphs } };
}

import { describe, expect, test } from 'vitest';
import { prepareText } from '#engine/compose/prepare-text.ts';
import type { Cluster } from '#engine/compose/prepared-text.ts';
import { setNaturalLine } from '#engine/compose/set-lines.ts';
import { openFontBook } from '#host/fonts/open-font-book.ts';
import { ALL_STAGES, round } from './marked-text.ts';

const FACES = ['song-400', 'song-700', 'song-900', 'hei-400', 'hei-700', 'kai-500'];
const { book } = openFontBook({ faces: [], cacheFolder: 'node_modules/.cache/unpacked-faces' });

function prepareIn(face: string, text: string, vertical = false) {
  const options = { fonts: book, gaps: ALL_STAGES, vertical };
  return prepareText([{ text, face, keepTogether: false }], options);
}

function widthIn(face: string, text: string, vertical = false): number {
  return round(setNaturalLine(prepareIn(face, text, vertical), 0).width);
}

/** Ink of a cluster along the line, from the left edge (vertical: top) of its body, in em. */
function inkOf(cluster: Cluster, vertical: boolean): { from: number; to: number } | undefined {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const glyph of cluster.glyphs) {
    const ink = book.face(glyph.face).inkBox(glyph.id);
    if (ink === undefined) continue;
    from = Math.min(from, glyph.x + (vertical ? -ink.top : ink.left));
    to = Math.max(to, glyph.x + (vertical ? -ink.bottom : ink.right));
  }
  return from < to ? { from, to } : undefined;
}

const HALVES = [...'“”‘’（）《》〈〉【】〔〕［］「」『』，、。；：？！'];

describe.each(FACES)('%s', (face) => {
  test.each([
    ['——', 2],
    ['……', 2],
    ['·', 0.5],
    ['–', 0.5],
    ['/', 0.5],
    ['—', 1],
    ['～', 1],
    ['？！', 1],
    ['！！！', 2],
    ['国', 1],
  ])('sets %s %f em wide', (text, width) => {
    expect(widthIn(face, `国${text}国`)).toBe(width + 2);
    expect(widthIn(face, text)).toBe(width);
  });

  test.each(HALVES)('sets %s half a square wide, with its ink inside', (mark) => {
    expect(widthIn(face, mark)).toBe(0.5);
    expect(widthIn(face, `国${mark}国`)).toBe(3);
    const [cluster] = prepareIn(face, mark).clusters;
    const ink = cluster && inkOf(cluster, false);
    expect(ink?.from).toBeGreaterThanOrEqual(-0.061);
    expect(ink?.to).toBeLessThanOrEqual(0.561);
  });

  test('leaves a mark of a full square where its designer put it in the square', () => {
    for (const mark of '“（《「，。”）') {
      const glyph = prepareIn(face, mark).clusters[0]?.glyphs[0];
      const typeface = book.face(glyph?.face ?? face);
      const advance = typeface.shape(mark, { vertical: false })[0]?.advance ?? 0;
      // Opening marks end where their body ends, the others begin where it begins.
      const wanted = '“（《「'.includes(mark) ? 0.5 - advance : 0;
      expect(glyph?.x, mark).toBeCloseTo(wanted, 6);
    }
  });

  test.each(['——', '……', '·', '–', '/', '—', '～', '？！', '！！！'])(
    'keeps the ink of %s within its box',
    (mark) => {
      const [cluster] = prepareIn(face, mark).clusters;
      const ink = cluster && inkOf(cluster, false);
      expect(ink?.from).toBeGreaterThanOrEqual(-0.061);
      expect(ink?.to).toBeLessThanOrEqual((cluster?.body ?? 0) + 0.061);
    },
  );

  test('draws —— without a hole in the middle', () => {
    const [cluster] = prepareIn(face, '——').clusters;
    const inks = (cluster?.glyphs ?? []).map((glyph) => {
      const ink = book.face(glyph.face).inkBox(glyph.id);
      return { from: glyph.x + (ink?.left ?? 0), to: glyph.x + (ink?.right ?? 0) };
    });
    for (const [index, ink] of inks.entries()) {
      const next = inks[index + 1];
      if (next !== undefined) expect(next.from - ink.to).toBeLessThan(0.13);
    }
    expect(inks.length).toBeGreaterThan(0);
  });

  test.each([...'，。、；：？！“”‘’（）《》「」'])('keeps %s in its body down a column', (mark) => {
    const [cluster] = prepareIn(face, mark, true).clusters;
    const ink = cluster && inkOf(cluster, true);
    expect(ink?.from).toBeGreaterThanOrEqual(-0.061);
    expect(ink?.to).toBeLessThanOrEqual((cluster?.body ?? 0) + 0.061);
  });

  test('sets —— and …… two squares long down a column', () => {
    expect(widthIn(face, '——', true)).toBe(2);
    expect(widthIn(face, '……', true)).toBe(2);
  });

  test('takes the vertical forms of brackets and ，。', () => {
    const upright = (text: string) => prepareIn(face, text).clusters[0]?.glyphs[0]?.id;
    const vertical = (text: string) => prepareIn(face, text, true).clusters[0]?.glyphs[0]?.id;
    for (const mark of '（《，。') expect(vertical(mark), mark).not.toBe(upright(mark));
    expect(vertical('“')).toBe(vertical('﹃'));
  });

  test('gives every character of the source to one glyph', () => {
    const text = '“讲——安”，共ABB 2683.56亿元……e\u0301 葛\u{e0100}';
    const { clusters } = prepareIn(face, text);
    const covered = clusters.flatMap((cluster) =>
      cluster.glyphs.map((glyph) =>
        text.slice(cluster.start + glyph.start, cluster.start + glyph.end),
      ),
    );
    expect(covered.join('')).toBe(text.replaceAll(' ', ''));
  });

  test('sets words with the advances of the face', () => {
    const word = widthIn(face, 'Xiangtan');
    expect(word).toBeGreaterThan(2.5);
    expect(word).toBeLessThan(5.5);
  });
});

test('a rare character is taken from another face and reported, never blank', () => {
  const prepared = prepareIn('kai-500', '国𠮷国');
  for (const { text, taken } of prepared.substitutions) {
    expect(text).toBe('𠮷');
    expect(taken === undefined || taken !== 'kai-500').toBe(true);
  }
  const glyph = prepared.clusters[1]?.glyphs[0];
  expect(glyph?.id !== 0 || prepared.substitutions[0]?.taken === undefined).toBe(true);
});

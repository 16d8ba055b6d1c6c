import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { DisplayItem } from '#engine/display/display-list.ts';
import { paintPageProof } from '#host/page-proof/paint-page-proof.ts';
import { loadPressProfile } from '#host/press/load-press-profile.ts';
import { FONTS, jobOf, typeLine } from '#tests/unit/press/planted-job.ts';

const loaded = await loadPressProfile('templates/press-profiles/newsprint-390x540.json');
if (!loaded.ok) throw new Error(loaded.failure.code);
const { icc, inkTable } = loaded.value;

const photo = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#20c040' } })
  .png()
  .toBuffer();

async function proofOf(items: readonly DisplayItem[], paper: 'newsprint' | 'white' = 'white') {
  const painted = await paintPageProof({
    list: jobOf(items).list,
    fonts: FONTS,
    readAsset: () => Promise.resolve({ ok: true, value: new Uint8Array(photo) }),
    icc,
    inkTable,
    inkLimitPercent: 240,
    ppi: 72,
    paper,
  });
  if (!painted.ok) throw new Error(painted.failure.code);
  const { data, info } = await sharp(painted.value).raw().toBuffer({ resolveWithObject: true });
  return {
    width: info.width,
    height: info.height,
    at: (x: number, y: number) => [
      ...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3),
    ],
    darkest: (x: number, y: number, side: number) => {
      let darkest = 255;
      for (let row = y; row < y + side; row += 1) {
        for (let column = x; column < x + side; column += 1) {
          darkest = Math.min(darkest, data[(row * info.width + column) * 3] ?? 255);
        }
      }
      return darkest;
    },
  };
}

function bar(k: number): DisplayItem {
  const outline = { kind: 'rect', rect: { x: 10, y: 10, width: 50, height: 30 } } as const;
  return { kind: 'shape', outline, fill: { c: 0, m: 0, y: 0, k }, stroke: undefined };
}

describe('a page proof', () => {
  it('has the size of the page at its resolution', async () => {
    const proof = await proofOf([]);
    // 120 × 80 mm at 72 ppi.
    expect([proof.width, proof.height]).toEqual([340, 227]);
  });

  it('shows white paper white, and newsprint grey with a weaker black', async () => {
    const white = await proofOf([bar(1)]);
    const newsprint = await proofOf([bar(1)], 'newsprint');
    expect(white.at(200, 200)).toEqual([255, 255, 255]);
    const [red = 0, green = 0, blue = 0] = newsprint.at(200, 200);
    expect(Math.max(red, green, blue)).toBeLessThan(215);
    expect(red).toBeGreaterThan(blue);
    expect(newsprint.at(30, 25)[0]).toBeGreaterThan((white.at(30, 25)[0] ?? 0) + 20);
  });

  it('draws glyphs where the display list puts them, upright and turned', async () => {
    const line = typeLine('国', { x: 100, y: 100, sizePt: 40 });
    const proof = await proofOf([{ kind: 'group', id: 'g', x: 20, y: 10, items: [line] }]);
    expect(proof.darkest(122, 75, 34)).toBeLessThan(120);
    expect(proof.darkest(60, 75, 34)).toBe(255);
    const glyphs = line.run.glyphs.map((glyph) => ({ ...glyph, turn: 90 as const }));
    const turned = await proofOf([{ ...line, run: { ...line.run, glyphs } }]);
    expect(turned.darkest(104, 104, 34)).toBeLessThan(120);
    expect(turned.darkest(60, 60, 34)).toBe(255);
  });

  it('draws narrow type narrow', async () => {
    const look = { x: 20, y: 60, sizePt: 40 };
    const wide = await proofOf([typeLine('国', look)]);
    const narrow = await proofOf([typeLine('国', { ...look, horizontalScale: 0.5 })]);
    expect(wide.darkest(44, 25, 30)).toBeLessThan(150);
    expect(narrow.darkest(44, 25, 30)).toBe(255);
    expect(narrow.darkest(20, 25, 20)).toBeLessThan(150);
  });

  it('shows pictures in the inks they will have', async () => {
    const frame = { x: 100, y: 100, width: 60, height: 40 };
    const crop = { x: 0, y: 0, width: 1, height: 1 };
    const item = {
      kind: 'picture',
      picture: 'p',
      asset: 'a.png',
      frame,
      crop,
      greyscale: false,
    } as const;
    const [red = 0, green = 0, blue = 0] = (await proofOf([item])).at(130, 120);
    expect(green).toBeGreaterThan(red + 40);
    expect(green).toBeGreaterThan(blue + 40);
    const [greyRed = 0, greyGreen = 0] = (await proofOf([{ ...item, greyscale: true }])).at(
      130,
      120,
    );
    expect(Math.abs(greyRed - greyGreen)).toBeLessThan(12);
  });

  it('draws rules, dashes and curves', async () => {
    const stroke = { ink: { c: 0, m: 0, y: 0, k: 1 }, widthPt: 2, dash: [10, 10] };
    const outline = { kind: 'line', x1: 10, y1: 50, x2: 300, y2: 50 } as const;
    const proof = await proofOf([{ kind: 'shape', outline, fill: undefined, stroke }]);
    expect(proof.at(15, 50)[0]).toBeLessThan(90);
    expect(proof.at(25, 50)).toEqual([255, 255, 255]);
    const segments = [
      { kind: 'move', x: 100, y: 150 },
      { kind: 'curve', x1: 100, y1: 100, x2: 160, y2: 100, x: 160, y: 150 },
      { kind: 'close' },
    ] as const;
    const leaf = {
      kind: 'shape',
      outline: { kind: 'path', segments },
      fill: stroke.ink,
      stroke: undefined,
    } as const;
    const filled = await proofOf([leaf]);
    expect(filled.at(130, 140)[0]).toBeLessThan(90);
    expect(filled.at(102, 115)).toEqual([255, 255, 255]);
  });
});

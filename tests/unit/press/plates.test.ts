import { describe, expect, it } from 'vitest';
import type { DisplayItem } from '#engine/display/display-list.ts';
import { pressPdf } from '#engine/press/press-pdf.ts';
import { type Ink, K_ONLY, PAPER } from '#engine/units/ink.ts';
import { jobOf, SMALL_PROFILE, typeLine } from './planted-job.ts';
import { type Plates, platesOf } from './read-pdf.ts';

const BLUE: Ink = { c: 1, m: 0.4, y: 0, k: 0 };
const RED: Ink = { c: 0, m: 1, y: 1, k: 0 };

/** A bar of ink from 20 to 220 pt across and 20 to 60 pt down the page. */
function bar(fill: Ink): DisplayItem {
  const outline = { kind: 'rect', rect: { x: 20, y: 20, width: 200, height: 40 } } as const;
  return { kind: 'shape', outline, fill, stroke: undefined };
}

function platesWith(...items: readonly DisplayItem[]): Plates {
  const profile = { ...SMALL_PROFILE, marks: { crop: false, slug: false, controlStrip: false } };
  return platesOf(pressPdf(jobOf(items, { profile })), 144);
}

function most(plate: Uint8Array): number {
  return plate.reduce((greatest, ink) => Math.max(greatest, ink), 0);
}

function inked(plate: Uint8Array): number {
  return plate.filter((ink) => ink > 0).length;
}

describe('black text', () => {
  it('stands on the black plate alone', () => {
    const plates = platesWith(typeLine('安全生产工作无小事'));
    expect(most(plates.black)).toBe(255);
    expect([plates.cyan, plates.magenta, plates.yellow].map(most)).toEqual([0, 0, 0]);
  });

  it('prints over colour and leaves no hole in it', () => {
    const bare = platesWith(bar(BLUE));
    const printed = platesWith(bar(BLUE), typeLine('黑字压蓝底', { x: 40, y: 50, sizePt: 20 }));
    expect(most(printed.black)).toBe(255);
    expect(printed.cyan).toEqual(bare.cyan);
    expect(printed.magenta).toEqual(bare.magenta);
  });
});

describe('coloured text', () => {
  it('knocks out of the colour beneath', () => {
    const bare = platesWith(bar(BLUE));
    const printed = platesWith(bar(BLUE), typeLine('红字', { x: 40, y: 55, sizePt: 30, ink: RED }));
    expect(inked(printed.cyan)).toBeLessThan(inked(bare.cyan) - 100);
    expect(inked(printed.yellow)).toBeGreaterThan(100);
  });

  it('leaves bare paper where it is white', () => {
    const bare = platesWith(bar(BLUE));
    const look = { x: 40, y: 55, sizePt: 30, ink: PAPER };
    const printed = platesWith(bar(BLUE), typeLine('白字', look));
    expect(inked(printed.cyan)).toBeLessThan(inked(bare.cyan) - 100);
    expect(inked(printed.magenta)).toBeLessThan(inked(bare.magenta) - 100);
  });

  it('never overprints after black text did', () => {
    const plates = platesWith(
      bar(BLUE),
      typeLine('黑', { x: 30, y: 50 }),
      typeLine('白', { x: 60, y: 55, sizePt: 30, ink: PAPER }),
    );
    expect(inked(plates.cyan)).toBeLessThan(inked(platesWith(bar(BLUE)).cyan) - 100);
  });
});

describe('shapes', () => {
  it('overprint as black rules and knock out as black areas', () => {
    const rule = { kind: 'line', x1: 20, y1: 40, x2: 220, y2: 40 } as const;
    const stroke = { ink: K_ONLY, widthPt: 1, dash: [] };
    const ruled = platesWith(bar(BLUE), { kind: 'shape', outline: rule, fill: undefined, stroke });
    expect(ruled.cyan).toEqual(platesWith(bar(BLUE)).cyan);
    expect(most(ruled.black)).toBe(255);
    const covered = platesWith(bar(BLUE), bar(K_ONLY));
    expect(most(covered.cyan)).toBe(0);
  });

  it('print a thin black bar like the rule it is', () => {
    const outline = { kind: 'rect', rect: { x: 20, y: 40, width: 200, height: 1 } } as const;
    const thin = { kind: 'shape', outline, fill: K_ONLY, stroke: undefined } as const;
    expect(platesWith(bar(BLUE), thin).cyan).toEqual(platesWith(bar(BLUE)).cyan);
  });

  it('are clipped at the edge of the paper', () => {
    const outline = { kind: 'rect', rect: { x: -50, y: -50, width: 900, height: 900 } } as const;
    const plates = platesWith({ kind: 'shape', outline, fill: BLUE, stroke: undefined });
    // 14 mm of slug at 144 ppi are 79 pixels on each side.
    expect(plates.cyan[70 * plates.widthPx + 300]).toBe(0);
    expect(plates.cyan[90 * plates.widthPx + 300]).toBe(255);
  });

  it('follow curves, dashes and groups', () => {
    const segments = [
      { kind: 'move', x: 20, y: 60 },
      { kind: 'curve', x1: 20, y1: 0, x2: 80, y2: 0, x: 80, y: 60 },
      { kind: 'line', x: 50, y: 80 },
      { kind: 'close' },
    ] as const;
    const leaf = { kind: 'shape', outline: { kind: 'path', segments } } as const;
    const filled = platesWith({ ...leaf, fill: BLUE, stroke: undefined });
    expect(inked(filled.cyan)).toBeGreaterThan(9000);
    const solid = { ...leaf, fill: undefined, stroke: { ink: K_ONLY, widthPt: 1, dash: [] } };
    const dashed = { ...solid, stroke: { ...solid.stroke, dash: [3, 3] } };
    expect(inked(platesWith(dashed).black)).toBeLessThan(inked(platesWith(solid).black) * 0.75);
    const moved = platesWith({ kind: 'group', id: 'g', x: 10, y: 0, items: [solid] });
    expect(inked(moved.black)).toBeGreaterThan(0);
    expect(moved.black).not.toEqual(platesWith(solid).black);
  });
});

describe('marks', () => {
  const marked = platesOf(
    pressPdf(
      jobOf([], {
        marks: {
          slugLine: '湘潭日报 A06',
          slugFace: 'song-400',
          controlStrip: { widthPt: 20, heightPt: 10, items: [stripPatch()] },
        },
      }),
    ),
    144,
  );

  function stripPatch(): DisplayItem {
    const outline = { kind: 'rect', rect: { x: 0, y: 0, width: 20, height: 10 } } as const;
    return { kind: 'shape', outline, fill: { c: 0, m: 0, y: 1, k: 0 }, stroke: undefined };
  }

  it('show the corners on every plate', () => {
    for (const plate of [marked.cyan, marked.magenta, marked.yellow, marked.black]) {
      expect(inked(plate)).toBeGreaterThan(200);
    }
  });

  it('stay outside the trim', () => {
    const edge = 78;
    for (let y = edge + 2; y < marked.heightPx - edge - 2; y += 1) {
      const row = marked.black.subarray(
        y * marked.widthPx + edge + 2,
        (y + 1) * marked.widthPx - edge - 2,
      );
      expect(most(row)).toBe(0);
    }
  });

  it('keep three millimetres from the corner they point at', () => {
    // 14 mm of slug are 79 pixels at 144 ppi, 3 mm are 17.
    const corner = 79;
    for (let away = -15; away < 60; away += 1) {
      const row = marked.black.subarray((corner + away) * marked.widthPx).subarray(0, corner + 60);
      expect(most(row.subarray(corner - 3, corner + 4))).toBe(0);
    }
    expect(most(marked.black.subarray(corner * marked.widthPx - 60, corner * marked.widthPx))).toBe(
      0,
    );
    const above = marked.black.subarray((corner - 30) * marked.widthPx).subarray(0, corner + 60);
    expect(most(above.subarray(corner - 3, corner + 4))).toBeGreaterThan(100);
  });

  it('carry the control strip of the print shop', () => {
    expect(inked(marked.yellow)).toBeGreaterThan(inked(marked.cyan) + 600);
  });
});

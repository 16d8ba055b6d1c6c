import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPen, type PenTravel } from '#engine/press/pen.ts';

const glyphAt = (id: number, x: number) => ({
  id,
  x,
  y: 0,
  boxStart: x,
  advance: 0,
  start: 0,
  end: 1,
  turn: 0 as const,
});

function travelOf(unitPt: number, adjustment: PenTravel['adjustment']): PenTravel {
  return {
    startPt: 0,
    unitPt,
    adjustment,
    cidOf: (glyphId) => glyphId,
    stepOf: (glyphId) => 250 + (glyphId % 4) * 250,
    placeOf: (glyph) => glyph.x,
  };
}

/** Where a viewer puts the glyphs that an operator shows (ISO 32000-1, 9.4.4). */
function viewerPlaces(operator: string, travel: PenTravel): readonly number[] {
  const sign = travel.adjustment === 'backwards' ? -1 : 1;
  const places: number[] = [];
  let place = travel.startPt;
  for (const [, hex, number] of operator.matchAll(/<([0-9A-F]+)>|(-?[\d.]+)/gu)) {
    if (number !== undefined) place += sign * Number(number) * travel.unitPt;
    for (const [cid] of (hex ?? '').matchAll(/.{4}/gu)) {
      places.push(place);
      place += travel.stepOf(Number.parseInt(cid, 16)) * travel.unitPt;
    }
  }
  return places;
}

describe('the pen', () => {
  it('puts every glyph within a hundredth of a point, at any length and size', () => {
    const places = fc.array(fc.double({ min: -30, max: 90, noNaN: true }), {
      minLength: 1,
      maxLength: 200,
    });
    const size = fc.double({ min: 4, max: 400, noNaN: true });
    const adjustment = fc.constantFrom('backwards' as const, 'forwards' as const);
    fc.assert(
      fc.property(places, size, adjustment, (steps, sizePt, direction) => {
        const travel = travelOf(sizePt / 1000, direction);
        const pen = createPen(travel);
        let x = 0;
        const wanted = steps.map((step) => {
          x += step;
          return x;
        });
        wanted.forEach((place, at) => {
          pen.put(glyphAt(at + 1, place));
        });
        const seen = viewerPlaces(pen.take() ?? '', travel);
        wanted.forEach((place, at) => {
          expect(Math.abs((seen[at] ?? Number.NaN) - place)).toBeLessThanOrEqual(0.01);
        });
      }),
    );
  });

  it('shows glyphs that follow each other naturally without adjustments', () => {
    const travel = travelOf(0.01, 'backwards');
    const pen = createPen(travel);
    pen.put(glyphAt(0x4e00, 0));
    pen.put(glyphAt(0x4e01, 2.5));
    expect(pen.take()).toBe('<4E004E01>Tj');
    expect(pen.take()).toBeUndefined();
  });
});

import { describe, expect, test } from 'vitest';
import { glyfOutline, type OutlineSegment } from '#engine/fonts/outline.ts';
import { bundledFace, fixtureFace, set } from './real-faces.ts';

function pointsOf(segments: readonly OutlineSegment[]): readonly { x: number; y: number }[] {
  return segments.flatMap((segment) => (segment.kind === 'close' ? [] : [segment]));
}

/** Area by the shoelace rule over the ends of the segments: positive when counter-clockwise. */
function signedArea(segments: readonly OutlineSegment[]): number {
  const points = pointsOf(segments);
  return points.reduce((sum, point, index) => {
    const next = points[(index + 1) % points.length] ?? point;
    return sum + (point.x * next.y - next.x * point.y) / 2;
  }, 0);
}

describe('the outline of a glyph', () => {
  test.each(['song-400', 'hei-700', 'kai-500'])('of %s stays within its ink box', (id) => {
    const face = bundledFace(id);
    for (let glyphId = 1; glyphId < face.program.glyphCount; glyphId += 211) {
      const box = face.inkBox(glyphId);
      const points = pointsOf(face.outline(glyphId));
      if (!box) expect(points).toEqual([]);
      const xs = points.map((point) => point.x);
      const ys = points.map((point) => point.y);
      if (!box || xs.length === 0) continue;
      expect(Math.min(...xs)).toBeGreaterThanOrEqual(box.left - 1e-9);
      expect(Math.max(...xs)).toBeLessThanOrEqual(box.right + 1e-9);
      expect(Math.min(...ys)).toBeGreaterThanOrEqual(box.bottom - 1e-9);
      expect(Math.max(...ys)).toBeLessThanOrEqual(box.top + 1e-9);
    }
  });

  test('of a dash is one straight bar of two em', () => {
    const song = bundledFace('song-400');
    const outline = song.outline(set(song, '——')[0]?.id ?? 0);
    expect(outline.filter((segment) => segment.kind === 'curve')).toEqual([]);
    expect(Math.abs(signedArea(outline))).toBeCloseTo((1.929 - 0.071) * 0.04, 6);
  });

  test('starts each contour with a move and closes it', () => {
    const kai = bundledFace('kai-500');
    const kinds = kai.outline(set(kai, '回')[0]?.id ?? 0).map((segment) => segment.kind);
    const moves = kinds.filter((kind) => kind === 'move');
    expect(kinds[0]).toBe('move');
    expect(moves.length).toBeGreaterThan(1);
    expect(kinds.filter((kind) => kind === 'close')).toHaveLength(moves.length);
  });

  test('has a point half way between two control points', () => {
    // A round of four control points and no point on the curve, 100 units to the em.
    const round = [0, 1, ...new Array(8).fill(0), 0, 3, 0, 0];
    const flags = [0x36, 0x36, 0x36, 0x26];
    const bytes = new Uint8Array([...round, ...flags, 0, 100, 0, 100, 0, 0, 100, 0]);
    const song = bundledFace('song-400');
    const program = { ...song.program, unitsPerEm: 100, outlineBytes: () => bytes };
    const ends = glyfOutline(program, 1).flatMap((segment) =>
      segment.kind === 'close' ? [] : [[segment.kind, segment.x, segment.y]],
    );
    expect(ends).toEqual([
      ['move', 0, 0.5],
      ['curve', 0.5, 0],
      ['curve', 1, 0.5],
      ['curve', 0.5, 1],
      ['curve', 0, 0.5],
    ]);
    // Control points of the same curve in cubic form: two thirds of the way to (0, 0).
    const [, first] = glyfOutline(program, 1);
    const thirds = { x1: 0, x2: (0.5 + 2 * 0) / 3, y1: 0.5 / 3, y2: 0 };
    for (const [name, value] of Object.entries(thirds)) {
      expect(first?.[name as keyof typeof first]).toBeCloseTo(value, 9);
    }
  });

  test('of a blank is empty', () => {
    const song = bundledFace('song-400');
    expect(song.outline(set(song, '　')[0]?.id ?? 0)).toEqual([]);
  });

  test('of a CFF face comes with its curves', () => {
    const face = fixtureFace('name-keyed.otf');
    expect(face.outline(set(face, 'A')[0]?.id ?? 0)).toEqual([
      { kind: 'move', x: 0.05, y: 0 },
      { kind: 'line', x: 0.05, y: 0.7 },
      { kind: 'line', x: 0.55, y: 0.7 },
      { kind: 'curve', x1: 0.58, y1: 0.5, x2: 0.58, y2: 0.2, x: 0.55, y: 0 },
      { kind: 'line', x: 0.05, y: 0 },
      { kind: 'close' },
    ]);
  });
});

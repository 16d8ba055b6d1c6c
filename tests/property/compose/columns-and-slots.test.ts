import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { innerColumns } from '#engine/compose/inner-columns.ts';
import { columnSlots } from '#engine/compose/slots.ts';

const TOLERANCE = 1e-3;
const half = (least: number, most: number) =>
  fc.integer({ min: least * 2, max: most * 2 }).map((steps) => steps / 2);

const division = fc.record({
  widthChars: half(1, 100),
  count: fc.integer({ min: 1, max: 9 }),
  gutter: half(0, 4),
});

const isWhole = (value: number) => Math.abs(value - Math.round(value)) < TOLERANCE;

describe('inner columns of any block', () => {
  it('fill its width from edge to edge without overlap', () => {
    const modes = fc.constantFrom('absolute', 'relative', 'free', 'automatic');
    fc.assert(
      fc.property(division, modes, (request, mode) => {
        const columns = innerColumns({ ...request, mode } as Parameters<typeof innerColumns>[0]);
        let edge = 0;
        for (const [index, { x, width }] of columns.entries()) {
          expect(width).toBeGreaterThan(0);
          if (index === 0) expect(x).toBe(0);
          else expect(x - edge).toBeGreaterThan(request.gutter - TOLERANCE);
          edge = x + width;
        }
        expect(edge).toBeCloseTo(request.widthChars, 6);
      }),
    );
  });

  it('are equal and whole in absolute mode', () => {
    fc.assert(
      fc.property(division, (request) => {
        const columns = innerColumns({ ...request, mode: 'absolute' });
        if (columns.length === 1) return;
        for (const { width } of columns) {
          expect(isWhole(width)).toBe(true);
          expect(width).toBe(columns[0]?.width);
        }
        // The gutters take less than one more character for each column.
        const [first, second] = columns;
        const gutter = (second?.x ?? 0) - (first?.width ?? 0);
        expect((gutter - request.gutter) * (columns.length - 1)).toBeLessThan(columns.length);
      }),
    );
  });

  it('are whole with exact gutters in relative mode, one character apart at most', () => {
    const whole = fc.record({
      widthChars: fc.integer({ min: 1, max: 100 }),
      count: fc.integer({ min: 1, max: 9 }),
      gutter: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(whole, (request) => {
        const columns = innerColumns({ ...request, mode: 'relative' });
        const widths = columns.map(({ width }) => width);
        expect(widths.every(isWhole)).toBe(true);
        expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(1 + TOLERANCE);
        expect(widths.toSorted((a, b) => a - b)).toEqual(widths);
        for (const [index, { x }] of columns.entries()) {
          const before = columns[index - 1];
          if (before === undefined) continue;
          expect(x - before.x - before.width).toBeCloseTo(request.gutter, 6);
        }
      }),
    );
  });

  it('are equal with exact gutters in free mode', () => {
    fc.assert(
      fc.property(division, (request) => {
        const columns = innerColumns({ ...request, mode: 'free' });
        for (const [index, { x, width }] of columns.entries()) {
          expect(width).toBeCloseTo(columns[0]?.width ?? 0, 6);
          const before = columns[index - 1];
          if (before === undefined) continue;
          expect(x - before.x - before.width).toBeCloseTo(request.gutter, 6);
        }
      }),
    );
  });
});

describe('lines around any obstacles', () => {
  const room = fc.record({
    column: half(0, 60),
    line: fc.integer({ min: 0, max: 30 }),
    columns: half(0, 40),
    lines: fc.integer({ min: 0, max: 20 }),
  });
  const obstacles = fc.array(
    fc.record({ area: room, gap: fc.double({ min: 0, max: 2, noNaN: true }), gapLines: fc.nat(2) }),
    { maxLength: 4 },
  );

  it('touch no obstacle, keep to their column, and are whole or half characters when cut', () => {
    fc.assert(
      fc.property(room, division, obstacles, (area, request, around) => {
        const columns = innerColumns({ ...request, widthChars: area.columns || 1, mode: 'free' });
        for (const column of columnSlots({ area, columns, obstacles: around })) {
          let before = { line: -1, edge: 0 };
          for (const { line, x, width } of column.slots) {
            expect(line > before.line || (line === before.line && x >= before.edge)).toBe(true);
            before = { line, edge: x + width };
            expect(x).toBeGreaterThan(column.x - TOLERANCE);
            expect(x + width).toBeLessThan(column.x + column.width + TOLERANCE);
            if (Math.abs(width - column.width) > TOLERANCE) {
              expect(width).toBeGreaterThan(6 - TOLERANCE);
              expect(isWhole(width * 2)).toBe(true);
            }
            for (const { area: taken, gap, gapLines } of around) {
              if (taken.columns === 0 || taken.lines === 0) continue;
              const top = taken.line - area.line - gapLines;
              const left = taken.column - area.column - gap;
              const isBeside =
                line + 1 <= top ||
                line >= top + taken.lines + 2 * gapLines ||
                x + width <= left + TOLERANCE ||
                x >= left + taken.columns + 2 * gap - TOLERANCE;
              expect(isBeside).toBe(true);
            }
          }
        }
      }),
    );
  });
});

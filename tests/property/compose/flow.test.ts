import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FlowRequest, FlowResult } from '#engine/compose/flow.ts';
import { flowPieces } from '#engine/compose/flow.ts';
import type { FlowFrame, FlowPiece, Looseness } from '#engine/compose/flow-piece.ts';
import { linedParagraph, slab, typedParagraph } from '#tests/unit/compose/fake-pieces.ts';

const cost = fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined });

/** Paragraphs whose number of lines does not depend on the measure. */
const lined: fc.Arbitrary<FlowPiece> = fc
  .record({
    lines: fc.integer({ min: 0, max: 9 }),
    tight: cost,
    loose: cost,
    looseness: fc.constantFrom<Looseness>(0, 0, 0, -1, 1),
    keep: fc.constantFrom(0, 0, 0, 2),
  })
  .map(({ lines, tight, loose, looseness, keep }) => {
    const costs = {
      ...(tight === undefined || lines < 2 ? {} : { [-1]: tight }),
      ...(loose === undefined || lines < 2 ? {} : { 1: loose }),
    };
    return linedParagraph({ lines, costs, looseness, keep: keep === 0 ? 0 : keep });
  });

const headline: fc.Arbitrary<FlowPiece> = fc
  .record({ lines: fc.integer({ min: 0, max: 5 }), keep: fc.constantFrom(0, 2) })
  .map(({ lines, keep }) => slab(lines, keep));

const typed: fc.Arbitrary<FlowPiece> = fc
  .integer({ min: 0, max: 160 })
  .map((characters) => typedParagraph(characters));

const pieces = fc.array(fc.oneof({ weight: 5, arbitrary: lined }, headline), { maxLength: 14 });
const mixed = fc.array(fc.oneof(typed, typed, lined, headline), { maxLength: 12 });

/** Columns of one width, or of as many widths as they have slots. */
function frameOf(width: fc.Arbitrary<number>): fc.Arbitrary<FlowFrame> {
  const column = fc
    .record({ top: fc.nat(4), widths: fc.array(width, { maxLength: 14 }) })
    .map(({ top, widths }) => ({
      width: Math.max(20, ...widths),
      slots: widths.map((slotWidth, index) => ({ line: top + index, x: 0, width: slotWidth })),
    }));
  return fc.record({ columns: fc.array(column, { maxLength: 4 }), balance: fc.boolean() });
}

const evenFrames = fc.array(frameOf(fc.constant(20)), { maxLength: 3 });
const unevenFrames = fc.array(frameOf(fc.integer({ min: 6, max: 20 })), { maxLength: 3 });

function fill(request: FlowRequest): FlowResult {
  return flowPieces(request);
}

function linesOf(piece: FlowPiece, index: number, result: FlowResult): number {
  return piece.kind === 'slab' ? piece.lines : (result.settings[index]?.broken.lineCount ?? -1);
}

/** Every line of every piece once and in order, each in a slot of its own, none lost. */
function expectAllLinesOnce(request: FlowRequest, result: FlowResult): void {
  const placed = new Map<number, number>();
  const taken = new Set<string>();
  let last = -1;
  for (const part of [...result.placed, ...result.leftovers]) {
    expect(part.lineFrom).toBe(placed.get(part.piece) ?? 0);
    expect(part.lineTo).toBeGreaterThan(part.lineFrom);
    placed.set(part.piece, part.lineTo);
  }
  for (const { frame, column, firstSlot, lineFrom, lineTo } of result.placed) {
    const slots = request.frames[frame]?.columns[column]?.slots ?? [];
    for (let line = lineFrom; line < lineTo; line++) {
      const slot = firstSlot + line - lineFrom;
      expect(slot).toBeLessThan(slots.length);
      const place = (frame * 100 + column) * 100 + slot;
      expect(place).toBeGreaterThan(last);
      last = place;
      taken.add(`${frame}/${column}/${slot}`);
    }
  }
  for (const [index, piece] of request.pieces.entries()) {
    expect(placed.get(index) ?? 0).toBe(linesOf(piece, index, result));
  }
  const free = result.freeLines.flat().reduce((sum, lines) => sum + lines, 0);
  const slots = request.frames.flatMap(({ columns }) => columns.map((one) => one.slots.length));
  expect(free + taken.size).toBe(slots.reduce((sum, lines) => sum + lines, 0));
  const over = result.leftovers.reduce((sum, part) => sum + part.lineTo - part.lineFrom, 0);
  expect(result.oversetLines).toBe(over);
}

/** Nothing is placed after something that is overset. */
function expectOversetAtTheEnd(result: FlowResult): void {
  const from = result.oversetFrom;
  if (from === undefined) return;
  for (const { piece, lineTo } of result.placed) {
    expect(piece < from.piece || (piece === from.piece && lineTo <= from.line)).toBe(true);
  }
}

describe('any thread', () => {
  it('loses no line and doubles none', () => {
    fc.assert(
      fc.property(mixed, unevenFrames, fc.boolean(), (matter, frames, closeExactly) => {
        const request = { pieces: matter, frames, closeExactly };
        const result = fill(request);
        expectAllLinesOnce(request, result);
        expectOversetAtTheEnd(result);
      }),
      { numRuns: 400 },
    );
  });

  it('sets every line to the measure of the slot it stands in', () => {
    fc.assert(
      fc.property(mixed, unevenFrames, fc.boolean(), (matter, frames, closeExactly) => {
        const result = fill({ pieces: matter, frames, closeExactly });
        for (const { piece, frame, column, firstSlot, lineFrom, lineTo } of result.placed) {
          const setting = result.settings[piece];
          if (setting === undefined) continue;
          for (let line = lineFrom; line < lineTo; line++) {
            const slot = frames[frame]?.columns[column]?.slots[firstSlot + line - lineFrom];
            const measure = setting.measures[Math.min(line, setting.measures.length - 1)];
            expect(measure).toBe(slot?.width);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  /** Two headlines of five lines in a row, with a line under them, fit any column of these. */
  it('never has more overset in a taller frame', () => {
    const isHeading = (piece: FlowPiece | undefined) =>
      piece !== undefined && (piece.kind === 'slab' || piece.keepWithNextLines > 0);
    const story = fc
      .array(fc.oneof({ weight: 4, arbitrary: lined }, headline), { minLength: 6, maxLength: 24 })
      .filter((matter) =>
        matter.every(
          (piece, at) =>
            !(isHeading(piece) && isHeading(matter[at + 1]) && isHeading(matter[at + 2])),
        ),
      );
    const shape = fc.record({
      columns: fc.integer({ min: 1, max: 5 }),
      lines: fc.integer({ min: 11, max: 24 }),
      balance: fc.boolean(),
      closeExactly: fc.boolean(),
    });
    fc.assert(
      fc.property(story, shape, (matter, { columns, lines, balance, closeExactly }) => {
        const overset = [lines, lines + 1, lines + 2].map((height) => {
          const slots = Array.from({ length: height }, (_, line) => ({ line, x: 0, width: 20 }));
          const frame = { balance, columns: Array(columns).fill({ width: 20, slots }) };
          return fill({ pieces: matter, frames: [frame], closeExactly }).oversetLines;
        });
        expect(overset.toSorted((a, b) => b - a)).toEqual(overset);
      }),
      { numRuns: 2000 },
    );
  });

  it('is filled the same every time', () => {
    fc.assert(
      fc.property(mixed, unevenFrames, fc.boolean(), (matter, frames, closeExactly) => {
        const request = { pieces: matter, frames, closeExactly };
        expect(JSON.stringify(fill(request))).toBe(JSON.stringify(fill(request)));
      }),
      { numRuns: 100 },
    );
  });

  it('leaves at most one slot empty at a column foot of running text', () => {
    const plainText = fc.array(
      lined.filter((piece) => piece.keepWithNextLines === 0),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(plainText, evenFrames, fc.boolean(), (matter, frames, closeExactly) => {
        const { findings } = fill({ pieces: matter, frames, closeExactly });
        for (const { code, values } of findings) {
          if (code === 'column-foot-empty') expect(values.lines).toBe(1);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('has nothing free before the overset but what it reports', () => {
    fc.assert(
      fc.property(pieces, evenFrames, fc.boolean(), (matter, frames, closeExactly) => {
        const result = fill({ pieces: matter, frames, closeExactly });
        if (result.oversetLines === 0) return;
        const first = result.oversetFrom?.piece ?? 0;
        if (matter[first]?.kind === 'slab' || (matter[first]?.keepWithNextLines ?? 0) > 0) return;
        const free = result.freeLines.flat().reduce((sum, lines) => sum + lines, 0);
        const told = result.findings
          .filter(({ code }) => code === 'column-foot-empty')
          .reduce((sum, { values }) => sum + Number(values.lines), 0);
        expect(free).toBe(told);
      }),
      { numRuns: 400 },
    );
  });
});

describe('levelled columns', () => {
  it('hold ceil(lines / columns) each, and only the last is short', () => {
    const lines = fc.array(fc.constant(linedParagraph({ lines: 1 })), { maxLength: 60 });
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 6 }), (matter, count) => {
        const slots = Array.from({ length: 70 }, (_, line) => ({ line, x: 0, width: 20 }));
        const frame = { balance: true, columns: Array(count).fill({ width: 20, slots }) };
        const result = fill({ pieces: matter, frames: [frame], closeExactly: false });
        const each = Math.ceil(matter.length / count);
        let left = matter.length;
        for (const free of result.freeLines[0] ?? []) {
          expect(70 - free).toBe(Math.min(each, left));
          left -= 70 - free;
        }
      }),
    );
  });

  it('are as deep as their lines need, whatever was cured', () => {
    const text = fc.array(
      lined.filter((piece) => piece.keepWithNextLines === 0),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 5 }), (matter, count) => {
        const slots = Array.from({ length: 150 }, (_, line) => ({ line, x: 0, width: 20 }));
        const frame = { balance: true, columns: Array(count).fill({ width: 20, slots }) };
        const result = fill({ pieces: matter, frames: [frame], closeExactly: false });
        const used = (result.freeLines[0] ?? []).map((free) => 150 - free);
        const total = used.reduce((sum, lines) => sum + lines, 0);
        expect(Math.max(0, ...used)).toBe(Math.ceil(total / count));
      }),
      { numRuns: 400 },
    );
  });
});

describe('the choice of looser and tighter paragraphs', () => {
  const text = fc.array(
    fc.record({ lines: fc.integer({ min: 1, max: 7 }), tight: cost, loose: cost }),
    { minLength: 1, maxLength: 4 },
  );
  const heights = fc.array(fc.integer({ min: 2, max: 9 }), { minLength: 1, maxLength: 5 });

  /** Faults of lines set one after the other, counted without any of the engine's means. */
  function faultsOf(lineCounts: readonly number[], columns: readonly number[]): number {
    const feet = new Set<number>();
    let foot = 0;
    for (const lines of columns.slice(0, -1)) {
      foot += lines;
      feet.add(foot);
    }
    let faults = 0;
    let start = 0;
    for (const lines of lineCounts) {
      if (lines > 1 && feet.has(start + 1)) faults += 3;
      if (lines > 1 && feet.has(start + lines - 1)) faults += 4;
      start += lines;
    }
    return faults;
  }

  /** Least faults and least cost over every combination. */
  function bestOfAll(
    plans: readonly { lines: number; tight: number | undefined; loose: number | undefined }[],
    columns: readonly number[],
    accepts: (lines: number) => boolean,
  ): { faults: number; cost: number } {
    let best = { faults: Number.POSITIVE_INFINITY, cost: Number.POSITIVE_INFINITY };
    const visit = (at: number, counts: readonly number[], spent: number) => {
      const plan = plans[at];
      if (plan === undefined) {
        if (!accepts(counts.reduce((sum, lines) => sum + lines, 0))) return;
        const faults = faultsOf(counts, columns);
        const isBetter = faults < best.faults || (faults === best.faults && spent < best.cost);
        if (isBetter) best = { faults, cost: spent };
        return;
      }
      visit(at + 1, [...counts, plan.lines], spent);
      if (plan.tight !== undefined)
        visit(at + 1, [...counts, plan.lines - 1], spent + plan.tight + 1);
      if (plan.loose !== undefined)
        visit(at + 1, [...counts, plan.lines + 1], spent + plan.loose + 1);
    };
    visit(0, [], 0);
    return best;
  }

  function spentOn(result: FlowResult): number {
    return result.settings.reduce((sum, setting) => {
      const departure = setting === undefined || setting.looseness === 0 ? 0 : 1;
      return sum + (setting?.broken.cost ?? 0) + departure;
    }, 0);
  }

  function faultsIn(result: FlowResult): number {
    const weights: Record<string, number> = { 'orphan-line': 3, 'widow-line': 4 };
    return result.findings.reduce(
      (sum, { code, values }) => sum + (weights[code] ?? Number(values.lines)),
      0,
    );
  }

  it('is never worse than the best of all combinations', () => {
    fc.assert(
      fc.property(text, heights, (plans, columns) => {
        const slots = columns.reduce((sum, lines) => sum + lines, 0);
        const natural = plans.reduce((sum, { lines }) => sum + lines, 0);
        const matter = plans.map(({ lines, tight, loose }) =>
          linedParagraph({
            lines,
            costs: {
              ...(tight === undefined || lines < 2 ? {} : { [-1]: tight }),
              ...(loose === undefined ? {} : { 1: loose }),
            },
          }),
        );
        const possible = plans.map((plan) =>
          plan.lines < 2 ? { ...plan, tight: undefined } : plan,
        );
        const best = bestOfAll(possible, columns, (lines) =>
          natural > slots ? lines === natural : lines <= slots,
        );
        const result = fill({
          pieces: matter,
          frames: [
            {
              balance: false,
              columns: columns.map((lines) => ({
                width: 20,
                slots: Array.from({ length: lines }, (_, line) => ({ line, x: 0, width: 20 })),
              })),
            },
          ],
          closeExactly: false,
        });
        const faults = faultsIn(result);
        expect(faults).toBeLessThanOrEqual(best.faults);
        const hasEmpty = result.findings.some(({ code }) => code === 'column-foot-empty');
        if (faults === best.faults && !hasEmpty) expect(spentOn(result)).toBe(best.cost);
      }),
      { numRuns: 1500 },
    );
  });

  it('closes a frame exactly whenever any combination does', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 24 }), (plans, lines) => {
        const possible = plans.map((plan) =>
          plan.lines < 2 ? { ...plan, tight: undefined } : plan,
        );
        const matter = possible.map((plan) =>
          linedParagraph({
            lines: plan.lines,
            costs: {
              ...(plan.tight === undefined ? {} : { [-1]: plan.tight }),
              ...(plan.loose === undefined ? {} : { 1: plan.loose }),
            },
          }),
        );
        const best = bestOfAll(possible, [lines], (total) => total === lines);
        const slots = Array.from({ length: lines }, (_, line) => ({ line, x: 0, width: 20 }));
        const frames = [{ balance: true, columns: [{ width: 20, slots }] }];
        const result = fill({ pieces: matter, frames, closeExactly: true });
        const isClosed = result.oversetLines === 0 && result.freeLines[0]?.[0] === 0;
        expect(isClosed).toBe(best.cost < Number.POSITIVE_INFINITY);
        if (isClosed) expect(spentOn(result)).toBe(best.cost);
      }),
      { numRuns: 800 },
    );
  });
});

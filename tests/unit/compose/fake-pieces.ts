import type {
  FlowColumn,
  FlowFrame,
  FlowParagraph,
  FlowSlab,
  Looseness,
} from '#engine/compose/flow-piece.ts';

/** A paragraph of characters one em wide: every line holds as many as its measure. */
export function typedParagraph(characters: number, looseness: Looseness = 0): FlowParagraph {
  return {
    kind: 'paragraph',
    looseness,
    keepWithNextLines: 0,
    breakTo(measures, wanted) {
      if (wanted !== 0) return undefined;
      const lines: { start: number; end: number }[] = [];
      let start = 0;
      while (start < characters) {
        const measure = measures[Math.min(lines.length, measures.length - 1)] ?? 1;
        const end = Math.min(characters, start + Math.max(1, Math.floor(measure)));
        lines.push({ start, end });
        start = end;
      }
      return { lineCount: lines.length, cost: 0, lines };
    },
  };
}

/** What a paragraph of a given number of lines can do. */
export interface LinePlan {
  readonly lines: number;
  /** Departures that can be had, and what each costs. */
  readonly costs?: Partial<Record<Looseness, number>>;
  readonly looseness?: Looseness;
  readonly keep?: number;
}

/** A paragraph that takes its lines at any measure. */
export function linedParagraph(plan: LinePlan): FlowParagraph {
  return {
    kind: 'paragraph',
    looseness: plan.looseness ?? 0,
    keepWithNextLines: plan.keep ?? 0,
    breakTo(_measures, wanted) {
      const cost = wanted === 0 ? (plan.costs?.[0] ?? 0) : plan.costs?.[wanted];
      const lineCount = plan.lines + wanted;
      if (cost === undefined || lineCount < 0) return undefined;
      const lines = Array.from({ length: lineCount }, (_, at) => ({ start: at, end: at + 1 }));
      return { lineCount, cost, lines };
    },
  };
}

/** Paragraphs of these many lines, none of which can be set tighter or looser. */
export function stiff(...lines: readonly number[]): readonly FlowParagraph[] {
  return lines.map((count) => linedParagraph({ lines: count }));
}

/** A paragraph that can save or gain a line. */
export function supple(lines: number, cost = 10): FlowParagraph {
  return linedParagraph({ lines, costs: { [-1]: cost, 1: cost } });
}

/** A headline in a column. */
export function slab(lines: number, keepWithNextLines = 0): FlowSlab {
  return { kind: 'slab', lines, keepWithNextLines };
}

/** A column of full lines. */
export function fullColumn(lines: number, width = 20): FlowColumn {
  const slots = Array.from({ length: lines }, (_, line) => ({ line, x: 0, width }));
  return { width, slots };
}

/** A frame of equal columns. */
export function plainFrame(heights: readonly number[], balance = false): FlowFrame {
  return { balance, columns: heights.map((lines) => fullColumn(lines)) };
}

import type { FlowFrame } from './flow-piece.ts';

/** All slots of a thread in reading order, column after column. Slots are named by their number. */
export interface SlotRow {
  readonly count: number;
  /** Length of each slot, in em. */
  readonly widths: readonly number[];
  /** Body line of each slot in its block. */
  readonly lines: readonly number[];
  /** Number of the column each slot belongs to; `columns` tells which one that is. */
  readonly columnOf: readonly number[];
  /** By slot: the first slot after its column. */
  readonly columnEnd: readonly number[];
  /** By slot: the first slot after it of another width; infinite when there is none. */
  readonly sameWidthUntil: readonly number[];
  readonly columns: readonly RowColumn[];
  /** Length of lines that have no slot. */
  readonly oversetWidth: number;
}

/** A column that takes part in a row. */
export interface RowColumn {
  readonly frame: number;
  readonly column: number;
  readonly firstSlot: number;
}

/** Lays the slots of frames end to end; the last frame only above line `depth` of its block. */
export function slotRow(frames: readonly FlowFrame[], depth = Number.POSITIVE_INFINITY): SlotRow {
  const widths: number[] = [];
  const lines: number[] = [];
  const columnOf: number[] = [];
  const columnEnd: number[] = [];
  const columns: RowColumn[] = [];
  for (const [frame, { columns: own }] of frames.entries()) {
    const foot = frame === frames.length - 1 ? depth : Number.POSITIVE_INFINITY;
    for (const [column, { slots }] of own.entries()) {
      const firstSlot = widths.length;
      for (const slot of slots) {
        if (slot.line >= foot) continue;
        widths.push(slot.width);
        lines.push(slot.line);
        columnOf.push(columns.length);
      }
      while (columnEnd.length < widths.length) columnEnd.push(widths.length);
      columns.push({ frame, column, firstSlot });
    }
  }
  const oversetWidth = frames.at(-1)?.columns.at(-1)?.width ?? 0;
  const sameWidthUntil = equalRuns(widths, oversetWidth);
  const count = widths.length;
  return { count, widths, lines, columnOf, columnEnd, sameWidthUntil, columns, oversetWidth };
}

function equalRuns(widths: readonly number[], oversetWidth: number): readonly number[] {
  const until: number[] = new Array(widths.length);
  let next = oversetWidth;
  let end = Number.POSITIVE_INFINITY;
  for (let slot = widths.length - 1; slot >= 0; slot--) {
    const width = widths[slot] ?? 0;
    if (width !== next) end = slot + 1;
    next = width;
    until[slot] = end;
  }
  return until;
}

/** Length of a slot; lines after the last slot are as long as the last column is wide. */
export function widthAt(row: SlotRow, slot: number): number {
  return row.widths[slot] ?? row.oversetWidth;
}

/** The first slot after the column of a slot; past the end of the thread, the slot itself. */
export function columnEndAt(row: SlotRow, slot: number): number {
  return row.columnEnd[slot] ?? slot;
}

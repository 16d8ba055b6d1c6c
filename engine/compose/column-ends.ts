import type { Finding } from '#engine/units/finding.ts';
import type { FlowPath } from './choose-looseness.ts';
import type { ColumnPart, FlowMatter } from './place-piece.ts';
import { columnPartsOf, linesWantedUnder } from './place-piece.ts';
import type { SlotRow } from './slot-row.ts';
import { columnEndAt } from './slot-row.ts';

/**
 * What is not as it should be where columns end and begin. Values name the piece, the frame and the
 * column; the composer knows their page, block and text. Matter that is overset anyway has no
 * findings of this kind: the cut that it waits for moves everything.
 */
export function reviewColumnEnds(matter: FlowMatter, path: FlowPath): readonly Finding[] {
  const { row } = matter;
  const findings: Finding[] = [];
  let expected = 0;
  for (const [piece, placement] of path.placements.entries()) {
    const parts = columnPartsOf(row, placement);
    for (const part of parts) {
      const lines = part.slot - expected;
      if (lines > 0 && part.slot < row.count) findings.push(emptyFoot(row, expected, lines));
      expected = part.slot + part.to - part.from;
    }
    findings.push(...partingFindings(row, piece, parts));
    if (parts.length === 0) continue;
    findings.push(...headingFindings(matter, piece, { slot: placement.start, end: expected }));
  }
  return findings;
}

function emptyFoot(row: SlotRow, slot: number, lines: number): Finding {
  const severity = lines > 1 ? 'warns' : 'informs';
  return {
    code: 'column-foot-empty',
    severity,
    where: {},
    values: { ...columnAt(row, slot), lines },
  };
}

/** A line that stands alone at a column top (widow) or a column foot (orphan). */
function partingFindings(
  row: SlotRow,
  piece: number,
  parts: readonly ColumnPart[],
): readonly Finding[] {
  const [first, second] = parts;
  const last = parts.at(-1);
  if (first === undefined || second === undefined || last === undefined) return [];
  const findings: Finding[] = [];
  const isAlone = (part: ColumnPart) => part.to - part.from === 1;
  const note = (code: string, { slot, from: line }: ColumnPart) => {
    const values = { piece, ...columnAt(row, slot), line };
    findings.push({ code, severity: 'warns', where: {}, values });
  };
  if (isAlone(first) && second.slot < row.count) note('orphan-line', first);
  if (isAlone(last) && last.slot < row.count) note('widow-line', last);
  return findings;
}

function headingFindings(
  matter: FlowMatter,
  piece: number,
  at: { readonly slot: number; readonly end: number },
): readonly Finding[] {
  const { row } = matter;
  const wanted = linesWantedUnder(matter, piece, at.slot);
  if (wanted === 0 || at.end > row.count) return [];
  const foot = columnEndAt(row, at.end - 1);
  const under = foot - at.end;
  if (under >= wanted || foot >= row.count) return [];
  const values = { piece, ...columnAt(row, at.end - 1), under, wanted };
  return [{ code: 'heading-at-column-foot', severity: 'warns', where: {}, values }];
}

function columnAt(row: SlotRow, slot: number): { frame: number; column: number } {
  const place = row.columns[row.columnOf[slot] ?? -1];
  return { frame: place?.frame ?? 0, column: place?.column ?? 0 };
}

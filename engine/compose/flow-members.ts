import type { FlowResult } from './flow.ts';
import { flowPieces } from './flow.ts';
import type { FlowColumn, FlowFrame, FlowPiece } from './flow-piece.ts';

/** Pieces of the members of a group, each member with a column of its own. */
export interface MemberFlow {
  /** By member: its headline and paragraphs. */
  readonly members: readonly (readonly FlowPiece[])[];
  readonly columns: readonly FlowColumn[];
}

/**
 * Fills the columns of one frame with one member each; members beyond the columns share the last.
 * The result counts pieces and columns as if all members ran through the frame.
 */
export function flowMembers(flow: MemberFlow): FlowResult {
  const shares = shareColumns(flow);
  const results: FlowResult[] = [];
  let firstPiece = 0;
  for (const { pieces, column, index } of shares) {
    const frame: FlowFrame = { columns: [column], balance: false };
    const own = flowPieces({ pieces, frames: [frame], closeExactly: true });
    results.push(moved(own, firstPiece, index));
    firstPiece += pieces.length;
  }
  return joined(results);
}

interface Share {
  readonly pieces: readonly FlowPiece[];
  readonly column: FlowColumn;
  readonly index: number;
}

function shareColumns({ members, columns }: MemberFlow): readonly Share[] {
  return columns.map((column, index) => {
    const isLast = index === columns.length - 1;
    const own = isLast ? members.slice(index) : members.slice(index, index + 1);
    return { pieces: own.flat(), column, index };
  });
}

/** The result of one column with its pieces and column renumbered. */
function moved(result: FlowResult, firstPiece: number, column: number): FlowResult {
  const from = result.oversetFrom;
  return {
    ...result,
    placed: result.placed.map((placed) => ({
      ...placed,
      piece: placed.piece + firstPiece,
      column,
    })),
    leftovers: result.leftovers.map((part) => ({ ...part, piece: part.piece + firstPiece })),
    oversetFrom: from && { ...from, piece: from.piece + firstPiece },
    findings: result.findings.map((finding) => {
      const { piece } = finding.values;
      const moved = typeof piece === 'number' ? { piece: piece + firstPiece } : {};
      return { ...finding, values: { ...finding.values, ...moved, column } };
    }),
  };
}

function joined(results: readonly FlowResult[]): FlowResult {
  return {
    placed: results.flatMap((result) => result.placed),
    settings: results.flatMap((result) => result.settings),
    leftovers: results.flatMap((result) => result.leftovers),
    oversetLines: results.reduce((sum, result) => sum + result.oversetLines, 0),
    oversetFrom: results.find((result) => result.oversetFrom !== undefined)?.oversetFrom,
    freeLines: [results.flatMap((result) => result.freeLines[0] ?? [])],
    columnsUsed: results.reduce((sum, result) => sum + result.columnsUsed, 0),
    findings: results.flatMap((result) => result.findings),
  };
}

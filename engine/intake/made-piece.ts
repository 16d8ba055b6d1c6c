import type { DraftPiece } from './draft.ts';
import type { MarkedCopy } from './marked-copy.ts';

/** A piece with the copies it was made of, which hold its repairs. */
export interface MadePiece<P extends DraftPiece = DraftPiece> {
  readonly piece: P;
  readonly copies: readonly MarkedCopy[];
}

/** Where a copy stands in the source. */
export function stretchOf({ start, end }: MarkedCopy): { start: number; end: number } {
  return { start, end };
}

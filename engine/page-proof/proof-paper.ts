/** Paper of the office printer. */
export type ProofPaper = 'a3' | 'a4';

/** Lengths of paper, in millimetres. */
export interface PaperSize {
  readonly width: number;
  readonly height: number;
}

/** ISO 216, upright. */
const PAPERS: Readonly<Record<ProofPaper, PaperSize>> = {
  a3: { width: 297, height: 420 },
  a4: { width: 210, height: 297 },
};

/** Printers leave 4 to 6 mm white; corner marks and the head of a proof need the rest. */
export const PROOF_MARGIN_MM = 10;

/** What of the paper is printed on. */
export function printablePart(paper: ProofPaper): PaperSize {
  const { width, height } = PAPERS[paper];
  return { width: width - 2 * PROOF_MARGIN_MM, height: height - 2 * PROOF_MARGIN_MM };
}

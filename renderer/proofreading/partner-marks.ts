import type { ProofMark } from '#engine/proofreading/proof-mark.ts';

/** Marks as their lists want them. */
export interface PartedMarks {
  /** Those that proofreading lists. */
  readonly listed: readonly ProofMark[];
  /** Those on hotlines and on the mark 广告, which preflight tells of as well. */
  readonly ofPartners: readonly ProofMark[];
}

const HOTLINE = /^adGrid:.+\/(?:label|number)$/u;

/**
 * Parts the marks on data of partners from the others: what is wrong with them is told in one
 * place, with the findings, where it is mended and answered for. They count in the score all the
 * same.
 */
export function partedMarks(marks: readonly ProofMark[]): PartedMarks {
  const ofPartners = marks.filter(isOfPartners);
  if (ofPartners.length === 0) return { listed: marks, ofPartners };
  return { listed: marks.filter((mark) => !ofPartners.includes(mark)), ofPartners };
}

function isOfPartners({ rule, where }: ProofMark): boolean {
  return rule === 'ad-mark' || HOTLINE.test(where.text);
}

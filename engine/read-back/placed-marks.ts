import type { Finding } from '#engine/units/finding.ts';

/**
 * Rules on which the house is stricter with its own pages than the trade is with ads (GWG 2022,
 * NewspaperAds: warnings), and rules on what we can read of fonts that others have made. What a
 * page draws by a form is a placed ad: nothing of ours is a form.
 */
const EASED: ReadonlySet<string> = new Set([
  ...['R0010', 'R0012', 'R0015', 'R0016', 'R0017', 'R0018', 'R0019', 'H-HAIRLINE', 'H-COLOUR'],
  ...['X-FONT-WIDTH', 'X-FONT-GLYPH'],
]);
const EASED_CODES: ReadonlySet<string> = new Set(['pdf-font-encoding']);

/** The finding as it counts for a mark of a placed ad, or for one of our own. */
export function asPlaced(finding: Finding, isPlaced: boolean): Finding {
  const isEased = EASED.has(String(finding.values.rule)) || EASED_CODES.has(finding.code);
  return isPlaced && isEased ? { ...finding, severity: 'warns' } : finding;
}

import type { Stretch } from '#engine/intake/draft.ts';
import type { Repair } from '#engine/intake/repair.ts';

/** A part of a stretch of a draft: words as they came, or a place that is repaired. */
export type RepairedPart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'repair'; readonly repair: Repair };

/** The words of a stretch with the repairs in it apart, outermost ones only. */
export function repairedParts(
  source: string,
  { start, end }: Stretch,
  repairs: readonly Repair[],
): readonly RepairedPart[] {
  const parts: RepairedPart[] = [];
  let at = start;
  for (const repair of repairs) {
    if (repair.start < at || repair.end > end) continue;
    if (repair.start > at) parts.push({ kind: 'words', text: source.slice(at, repair.start) });
    parts.push({ kind: 'repair', repair });
    at = repair.end;
  }
  if (at < end) parts.push({ kind: 'words', text: source.slice(at, end) });
  return parts;
}

/** Words of which some cannot be seen, so that they can be: blanks, tabs and line ends. */
export function visible(words: string): string {
  return words
    .replaceAll('\n', '↵')
    .replaceAll('\t', '→')
    .replaceAll(/[\u3000]/gu, '□')
    .replaceAll(/[ \u00a0]/gu, '·')
    .replaceAll(/\p{Cf}/gu, '¤');
}

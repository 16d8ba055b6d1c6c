/** What a repair does to the words of a draft or of a paste. */
export type RepairKind =
  | 'indents'
  | 'spaces'
  | 'softReturns'
  | 'marks'
  | 'quotes'
  | 'fullWidthFigures'
  | 'entities'
  | 'tags'
  | 'invisibles'
  | 'brokenLines'
  | 'joinedParagraphs'
  | 'continuations'
  | 'bullets'
  | 'labels'
  | 'headlineSpaces'
  | 'duplicates';

/** Every kind of repair, in the order in which they are told. */
export const REPAIR_KINDS: readonly RepairKind[] = [
  'indents',
  'spaces',
  'softReturns',
  'marks',
  'quotes',
  'fullWidthFigures',
  'entities',
  'tags',
  'invisibles',
  'brokenLines',
  'joinedParagraphs',
  'continuations',
  'bullets',
  'labels',
  'headlineSpaces',
  'duplicates',
];

/** One place where the words differ from those that came. Repairs of one draft never overlap. */
export interface Repair {
  /** Kind and place in the source: the same draft read again gives the same ids. */
  readonly id: string;
  readonly kind: RepairKind;
  /** First character in the source. */
  readonly start: number;
  /** Character behind the last one in the source. */
  readonly end: number;
  readonly before: string;
  readonly after: string;
  /**
   * True for what only an editor can decide, such as taking out a paragraph that stands twice. It
   * is shown, and left undone until somebody agrees. It may lie around other repairs.
   */
  readonly isOffered: boolean;
}

/** The words between two places of the source with these repairs done. */
export function repairedWords(
  source: string,
  { start, end }: { readonly start: number; readonly end: number },
  repairs: readonly Repair[],
): string {
  const words: string[] = [];
  let at = start;
  for (const repair of repairs) {
    if (repair.start < at || repair.end > end) continue;
    words.push(source.slice(at, repair.start), repair.after);
    at = repair.end;
  }
  words.push(source.slice(at, end));
  return words.join('');
}

import type { DisplayItem, GroupItem } from '#engine/display/display-list.ts';

/** A headline as it is set: its article and the type it got, after fitting. */
export interface SetHeadline {
  readonly article: string;
  readonly face: string;
  readonly sizePt: number;
}

interface SetType {
  readonly largestPt: number;
  readonly headlines: readonly SetHeadline[];
}

/** Size of the largest type in a block, in points; 0 for none. */
export function largestType(block: GroupItem): number {
  return typeOf(block).largestPt;
}

/** The main headlines of a block, in the size that they are set in. */
export function setHeadlines(block: GroupItem): readonly SetHeadline[] {
  return typeOf(block).headlines;
}

const KNOWN = new WeakMap<GroupItem, SetType>();

function typeOf(block: GroupItem): SetType {
  const known = KNOWN.get(block) ?? measured(block);
  KNOWN.set(block, known);
  return known;
}

const HEADLINE = /^article:(.+)\/headline$/u;

function measured(block: GroupItem): SetType {
  let largestPt = 0;
  const headlines = new Map<string, SetHeadline>();
  const look = (item: DisplayItem): void => {
    if (item.kind === 'group') item.items.forEach(look);
    if (item.kind !== 'text') return;
    const { face, sizePt, source } = item.run;
    largestPt = Math.max(largestPt, sizePt);
    const article = HEADLINE.exec(source?.text ?? '')?.[1];
    if (article === undefined) return;
    if (sizePt > (headlines.get(article)?.sizePt ?? 0)) {
      headlines.set(article, { article, face, sizePt });
    }
  };
  look(block);
  return { largestPt, headlines: [...headlines.values()] };
}

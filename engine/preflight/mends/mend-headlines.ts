import type { HeadlineLayout, Issue } from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';
import { blockOf } from './block-of.ts';
import type { HeadlineChange, Mend } from './mend.ts';

const PART = /^article:(.+)\/(kicker|headline|deck)$/u;

/** The part of a headline in the size that newsprint holds; other type has that of its style. */
export function largeEnough(issue: Issue, finding: Finding): Mend | undefined {
  const sizePt = Number(finding.values.limit);
  const { size = '' } = finding.values;
  return mendBy(issue, finding, (part) => {
    return { set: { part, sizePt }, code: 'mend-type-size', values: { size, wanted: sizePt } };
  });
}

/** A headline with one more line of room (占行). */
export function moreRoom(issue: Issue, finding: Finding): Mend | undefined {
  return mendBy(issue, finding, (_part, { extent, placement }) => {
    if (placement !== 'above') return undefined;
    const wanted = extent + 1;
    return { set: { extent: wanted }, code: 'mend-headline-room', values: { extent, wanted } };
  });
}

/** How a headline is laid out in the block of a finding. */
function layoutOf(issue: Issue, block: string, article: string): HeadlineLayout | undefined {
  const own = blockOf(issue, { where: { block } });
  if (own?.kind === 'article') return own.article === article ? own.headline : undefined;
  if (own?.kind !== 'group') return undefined;
  return own.members.find((member) => member.article === article)?.headline;
}

type Part = 'kicker' | 'headline' | 'deck';

interface Wanted {
  readonly set: HeadlineChange;
  readonly code: string;
  readonly values: Finding['values'];
}

function mendBy(
  issue: Issue,
  { where }: Finding,
  wanted: (part: Part, layout: HeadlineLayout) => Wanted | undefined,
): Mend | undefined {
  const [, article, named] = PART.exec(where.text ?? '') ?? [];
  const part = PARTS.find((one) => one === named);
  const { block } = where;
  if (article === undefined || part === undefined || block === undefined) return undefined;
  const layout = layoutOf(issue, block, article);
  const one = layout && wanted(part, layout);
  if (one === undefined) return undefined;
  const { code, set, values } = one;
  return { code, values, isSafe: false, change: { kind: 'headline', block, article, set } };
}

const PARTS: readonly Part[] = ['kicker', 'headline', 'deck'];

import { blockGroups, type CheckedPage } from '#engine/preflight/checked-page.ts';
import type { Finding } from '#engine/units/finding.ts';
import { type SetHeadline, setHeadlines } from './largest-type.ts';

/** Stories that begin this close to the highest one stand at the head of the page. */
const HEAD_LINES = 4;

/** Less larger than this is no other rank. */
const RANK_SHARE = 1.05;

/**
 * The lead (头条) has the largest headline of its page: it is the largest at the head of it, on
 * whichever side. A larger one further down (倒头条) may be meant, so it is only told.
 */
export function checkHeadlineRank(checked: CheckedPage): readonly Finding[] {
  const lines = new Map(checked.page.blocks.map(({ area, id }) => [id, area.line]));
  const headlines = blockGroups(checked).flatMap((group) =>
    setHeadlines(group).map((set) => ({ ...set, block: group.id, line: lines.get(group.id) ?? 0 })),
  );
  const head = Math.min(...headlines.map(({ line }) => line)) + HEAD_LINES;
  const lead = largest(headlines.filter(({ line }) => line <= head));
  const below = largest(headlines.filter(({ line }) => line > head));
  if (lead === undefined || below === undefined) return [];
  if (below.sizePt <= lead.sizePt * RANK_SHARE) return [];
  const where = { block: below.block, text: `article:${below.article}/headline` };
  const values = { size: Math.round(below.sizePt), lead: Math.round(lead.sizePt) };
  return [{ code: 'headline-over-lead', severity: 'informs', where, values }];
}

function largest<S extends SetHeadline>(headlines: readonly S[]): S | undefined {
  return headlines.toSorted((one, other) => other.sizePt - one.sizePt)[0];
}

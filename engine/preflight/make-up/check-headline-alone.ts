import { paragraphText } from '#engine/model/story-text.ts';
import type { CheckedPage } from '#engine/preflight/checked-page.ts';
import type { Finding } from '#engine/units/finding.ts';

/** 题文脱节: a headline in whose block not one line of its story has room. */
export function checkHeadlineAlone({ composed, issue, page }: CheckedPage): readonly Finding[] {
  return page.blocks.flatMap((block): readonly Finding[] => {
    if (block.kind !== 'article' || block.headline === undefined) return [];
    if (composed.fits[block.id]?.setLines !== 0) return [];
    const story = issue.articles[block.article]?.story.paragraphs ?? [];
    if (!story.some((paragraph) => paragraphText(paragraph) !== '')) return [];
    const where = { block: block.id, text: `article:${block.article}/headline` };
    return [{ code: 'headline-without-text', severity: 'warns', where, values: {} }];
  });
}

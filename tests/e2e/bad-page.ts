import type { Block } from '#engine/model/issue.ts';
import { assert } from '#engine/units/assert.ts';

interface SampleJson {
  readonly pages: { readonly blocks: Block[] }[];
  readonly articles: Record<string, { story: { paragraphs: { runs: { text: string }[] }[] } }>;
  readonly pictures: Record<string, { credit: string; caption: string }>;
}

/** The sample spoilt in many ways at once, so that the panel of findings is full. */
export function spoiltSample(json: string): string {
  const issue: SampleJson = JSON.parse(json);
  const [page] = issue.pages;
  assert(page !== undefined, 'the sample has a page');
  const spoilt = page.blocks.map((block) => spoiltBlock(block));
  page.blocks.splice(0, page.blocks.length, ...spoilt);
  for (const picture of Object.values(issue.pictures)) picture.credit = '(李灿晖 摄)';
  const [first, second] = Object.values(issue.articles);
  first?.story.paragraphs.splice(1, 0, { ...first.story.paragraphs[0], runs: [] });
  const run = second?.story.paragraphs[0]?.runs.at(-1);
  if (run !== undefined) run.text += '（下转A08版）';
  return JSON.stringify(issue);
}

/** Blocks pushed aside, cut short, tinted, and an imprint of last week. */
function spoiltBlock(block: Block): Block {
  switch (block.id) {
    case 'cooperation':
      return { ...block, area: { ...block.area, lines: block.area.lines - 2 }, tint: 'accent' };
    case 'reception-day':
      return { ...block, area: { ...block.area, column: 64 } };
    case 'safety':
      return { ...block, area: { ...block.area, lines: 24 }, tint: 'standingHeadGround' };
    default:
      return block.kind === 'imprint'
        ? { ...block, text: `${block.text}　2021年6月11日　星期五` }
        : block;
  }
}

import type { DisplayItem } from '#engine/display/display-list.ts';
import type { ArticleBlock, ArticleGroup } from '#engine/model/issue.ts';
import { K_ONLY } from '#engine/units/ink.ts';
import type { Rect } from '#engine/units/rect.ts';
import { ruleLine } from './decorations.ts';
import type { Typesetter } from './typesetter.ts';

const RULE_PT = 0.5;
/** Part of the headline's room that lies above the rule; the headline is centred in the room. */
const SHARE_ABOVE = 1 / 8;

/** The line that parts a filler of text from the matter above it; nothing for other blocks. */
export function fillerRule(
  { grid }: Typesetter,
  block: ArticleBlock | ArticleGroup,
  { width }: Rect,
): readonly DisplayItem[] {
  if (block.kind === 'group' || block.filler === undefined) return [];
  const { headline } = block;
  if (headline?.placement !== 'above' || block.border !== undefined) return [];
  const y = headline.extent * grid.leadingPt * SHARE_ABOVE;
  return [ruleLine({ x: 0, y }, { x: width, y }, { ink: K_ONLY, widthPt: RULE_PT })];
}

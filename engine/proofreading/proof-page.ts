import type { Block, GridArea, Issue, Page } from '#engine/model/issue.ts';
import type { ProofPage } from './page-rule.ts';
import { textsOfPage } from './proof-text.ts';

/** What a page of the issue gives to proofreading. */
export function proofPageOf(issue: Issue, page: Page): ProofPage {
  return {
    texts: textsOfPage(issue, page),
    unmarkedAds: page.blocks.flatMap((block) => unmarkedAd(issue, block)),
    characters: countedCharacters(page),
  };
}

/** The name of the first partner of a grid that is paid matter and does not say so. */
function unmarkedAd(issue: Issue, block: Block): readonly string[] {
  const grid = block.kind === 'adGrid' ? issue.adGrids[block.adGrid] : undefined;
  if (grid === undefined || grid.mark !== 'none') return [];
  const cell = grid.cells.findIndex((one) => one.kind === 'partner' && one.hotline !== undefined);
  return cell < 0 ? [] : [`adGrid:${grid.id}/cell:${cell}/name`];
}

// 报纸编校差错率计算方法: a page counts by its area, characters of a line × lines; photographs
// count for four fifths, ornaments for three tenths of theirs.
const PHOTOGRAPH = 0.8;
const ORNAMENT = 0.3;

/** Characters of a page as the regulator counts them, by area and not by what stands there. */
export function countedCharacters(page: Page): number {
  const count = page.blocks.reduce((sum, block) => sum + countedArea(block), 0);
  return Math.round(count);
}

function countedArea(block: Block): number {
  const own = sizeOf(block.area) - block.cutouts.reduce((sum, area) => sum + sizeOf(area), 0);
  switch (block.kind) {
    case 'picture':
      return own * PHOTOGRAPH;
    case 'rule':
      return own * ORNAMENT;
    case 'article': {
      const insets = block.pictures.reduce((sum, { area }) => sum + sizeOf(area), 0);
      return own - insets * (1 - PHOTOGRAPH);
    }
    default:
      return own;
  }
}

function sizeOf({ columns, lines }: GridArea): number {
  return columns * lines;
}

import type { DisplayItem, DisplayList } from '#engine/display/display-list.ts';
import type { Block, Issue, Page } from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';
import { checkAd } from './ad-checks.ts';
import { checkAdInks } from './check-ad-inks.ts';
import { checkFiller } from './check-fillers.ts';
import { checkOverlappingBlocks } from './check-overlapping-blocks.ts';
import { checkForm } from './form-checks.ts';
import { checkMakeUp } from './make-up-checks.ts';
import { checkNewsprint } from './newsprint-checks.ts';
import { checkPartners } from './partner-checks.ts';
import { effectivePpi, resolutionOf } from './picture-resolution.ts';

/**
 * What composing a page does not see by itself: resolution of pictures, the partners' data, what
 * newsprint cannot hold, the form of a page and its make-up. Runs after each edit.
 */
export function preflightPage(issue: Issue, page: Page, list: DisplayList): readonly Finding[] {
  const groups = new Map(list.items.map((item) => [item.kind === 'group' ? item.id : '', item]));
  const ofBlocks = page.blocks.flatMap((block) => {
    const where = { page: page.id, block: block.id };
    const group = groups.get(block.id);
    const found = [
      ...partnerFindings(issue, block),
      ...pictureFindings(issue, block, list),
      ...checkAd(issue, page, block),
      ...checkFiller(issue, block),
      ...(group === undefined ? [] : [...checkNewsprint(group), ...checkAdInks(page, group)]),
    ];
    return found.map((finding) => ({ ...finding, where: { ...finding.where, ...where } }));
  });
  const found = [...checkForm(issue, page), ...checkMakeUp(page), ...checkOverlappingBlocks(page)];
  const ofPage = found.map((finding) => {
    return { ...finding, where: { ...finding.where, page: page.id } };
  });
  return [...ofBlocks, ...ofPage];
}

function partnerFindings(issue: Issue, block: Block): readonly Finding[] {
  const grid = block.kind === 'adGrid' ? issue.adGrids[block.adGrid] : undefined;
  return grid === undefined ? [] : checkPartners(grid, issue.date);
}

function pictureFindings(issue: Issue, block: Block, list: DisplayList): readonly Finding[] {
  const own = list.items.filter((item) => item.kind === 'group' && item.id === block.id);
  return own.flatMap((item) => lowPictures(issue, item));
}

function lowPictures(issue: Issue, item: DisplayItem): readonly Finding[] {
  if (item.kind === 'group') return item.items.flatMap((member) => lowPictures(issue, member));
  if (item.kind !== 'picture') return [];
  const picture = issue.pictures[item.picture];
  if (picture === undefined) return [];
  const ppi = effectivePpi(item, picture.widthPx);
  const resolution = resolutionOf(ppi);
  if (resolution === 'good') return [];
  const isTooLow = resolution === 'too low';
  return [
    {
      code: isTooLow ? 'picture-ppi-too-low' : 'picture-ppi-low',
      severity: isTooLow ? 'blocks press' : 'warns',
      where: { text: `picture:${picture.id}` },
      values: { ppi: Math.floor(ppi) },
    },
  ];
}

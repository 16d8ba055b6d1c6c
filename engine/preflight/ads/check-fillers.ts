import { fillerInForce } from '#engine/model/filler-in-force.ts';
import type { Block, Issue, PictureBlock } from '#engine/model/issue.ts';
import { placedAt, told } from '#engine/preflight/checked-page.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { PageOfAds } from './ad-slots.ts';
import { slotsOfBooking } from './slots-of-booking.ts';

/** Fillers past their last day, and those that stand in for an ad that has come. */
export function checkFillers({ issue, page }: PageOfAds): readonly Finding[] {
  return page.blocks.flatMap((block) => placedAt({ block: block.id }, fillerOf(issue, block)));
}

function fillerOf(issue: Issue, block: Block): readonly Finding[] {
  if (block.kind !== 'article' && block.kind !== 'picture') return [];
  const { filler } = block;
  if (filler === undefined) return [];
  const { name, until } = filler;
  if (block.kind === 'picture' && hasGivenWay(issue, block)) {
    return [told('filler-gave-way', 'informs', { name })];
  }
  // ISO dates stand in the order of their letters.
  const isOver = until !== undefined && until < issue.date;
  return [
    ...(isOver ? [told('filler-ended', 'warns', { name, until })] : []),
    ...(block.kind === 'picture' ? adThatCame(issue, block, name) : []),
  ];
}

/** Another file is printed in its place. */
function hasGivenWay({ pictures }: Issue, block: PictureBlock): boolean {
  const picture = pictures[block.picture];
  return picture?.asset !== undefined && fillerInForce(block, picture) === undefined;
}

/** The booking of this slot has its ad in another one. */
function adThatCame(issue: Issue, { ad, id }: PictureBlock, name: string): readonly Finding[] {
  const number = ad?.booking;
  if (number === undefined) return [];
  const others = slotsOfBooking(issue, number).filter(({ block }) => block.id !== id);
  const hasCome = others.some(({ block }) => {
    const picture = issue.pictures[block.picture];
    return picture?.asset !== undefined && fillerInForce(block, picture) === undefined;
  });
  return hasCome ? [told('filler-ad-came', 'warns', { number, name })] : [];
}

import { blockGroups, type CheckedPage } from '#engine/preflight/checked-page.ts';
import { largestType } from '#engine/preflight/make-up/largest-type.ts';
import type { Finding } from '#engine/units/finding.ts';
import { isFrontPage } from './front-page.ts';

/** On page one the name of the paper is larger than any other type (报纸出版形式规范). */
export function checkFlagSize(checked: CheckedPage): readonly Finding[] {
  const { page } = checked;
  const flag = page.blocks.find(({ kind }) => kind === 'sectionFlag');
  if (flag === undefined || !isFrontPage(page.number)) return [];
  const sizes = blockGroups(checked).map((group) => ({ id: group.id, sizePt: largestType(group) }));
  const name = sizes.find(({ id }) => id === flag.id)?.sizePt ?? 0;
  const other = sizes.filter(({ id }) => id !== flag.id).map(({ sizePt }) => sizePt);
  const largest = Math.max(0, ...other);
  if (name === 0 || largest < name) return [];
  const values = { size: Math.round(name), largest: Math.round(largest) };
  return [{ code: 'name-not-largest', severity: 'warns', where: { block: flag.id }, values }];
}

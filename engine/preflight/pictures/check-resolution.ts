import { type CheckedPage, placedAt } from '#engine/preflight/checked-page.ts';
import { lowResolution } from '#engine/preflight/picture-resolution.ts';
import type { Finding } from '#engine/units/finding.ts';
import { printedPictures } from './printed-pictures.ts';

/** Pictures that have too few pixels for the size and crop that they are printed at. */
export function checkResolution(checked: CheckedPage): readonly Finding[] {
  return printedPictures(checked).flatMap(({ block, item, picture }) => {
    const finding = lowResolution(item, picture);
    return finding === undefined ? [] : placedAt({ block }, [finding]);
  });
}

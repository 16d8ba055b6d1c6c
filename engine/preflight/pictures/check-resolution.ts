import type { PictureItem } from '#engine/display/display-list.ts';
import type { Picture } from '#engine/model/issue.ts';
import { type CheckedPage, placedAt } from '#engine/preflight/checked-page.ts';
import { effectivePpi, resolutionOf } from '#engine/preflight/picture-resolution.ts';
import type { Finding } from '#engine/units/finding.ts';
import { printedPictures } from './printed-pictures.ts';

/** Pictures that have too few pixels for the size and crop that they are printed at. */
export function checkResolution(checked: CheckedPage): readonly Finding[] {
  return printedPictures(checked).flatMap(({ block, item, picture }) => {
    const finding = lowResolution(item, picture);
    return finding === undefined ? [] : placedAt({ block }, [finding]);
  });
}

const LOW = { photograph: 'picture-ppi-low', lineArt: 'line-art-ppi-low' };
const TOO_LOW = { photograph: 'picture-ppi-too-low', lineArt: 'line-art-ppi-too-low' };

/** What there is to say of a picture of the page that has too few pixels; undefined for none. */
export function lowResolution(
  item: Pick<PictureItem, 'frame' | 'crop'>,
  { id, lineArt, widthPx }: Pick<Picture, 'id' | 'widthPx' | 'lineArt'>,
): Finding | undefined {
  const ppi = effectivePpi(item, widthPx);
  const resolution = resolutionOf(ppi, lineArt);
  if (resolution === 'good') return undefined;
  const isTooLow = resolution === 'too low';
  return {
    code: (isTooLow ? TOO_LOW : LOW)[lineArt === undefined ? 'photograph' : 'lineArt'],
    severity: isTooLow ? 'blocks press' : 'warns',
    where: { text: `picture:${id}` },
    values: { ppi: Math.floor(ppi) },
  };
}

import type { PressPicture } from '#engine/press/image.ts';
import { packJpeg } from '#engine/press/jpeg.ts';
import { packStream } from '#engine/press/pack.ts';
import type { PictureDemands, SeparatedPicture } from './separate-picture.ts';

/** Packs a separated picture for the PDF: photographs as JPEG, drawings without loss. */
export function packPicture(picture: SeparatedPicture, demands: PictureDemands): PressPicture {
  return picture.inks === 'cmyk' ? fourPlates(picture, demands) : blackPlate(picture, demands);
}

function fourPlates(picture: SeparatedPicture, demands: PictureDemands): PressPicture {
  const { heightPx, isDrawn, samples, widthPx } = picture;
  const look = { widthPx, heightPx, inks: 'cmyk', fullSample: 'ink' } as const;
  if (isDrawn) return { ...look, packing: 'flate', bytes: packStream(samples) };
  const greatestSum = (demands.inkLimitPercent / 100) * 255;
  const quality = demands.pictureQuality;
  const bytes = packJpeg({ widthPx, heightPx, channels: 4, samples, quality, greatestSum });
  return { ...look, packing: 'dct', bytes };
}

/** DeviceGray counts light, not ink. */
function blackPlate(picture: SeparatedPicture, demands: PictureDemands): PressPicture {
  const { heightPx, isDrawn, widthPx } = picture;
  const samples = picture.samples.map((black) => 255 - black);
  const look = { widthPx, heightPx, inks: 'k', fullSample: 'paper' } as const;
  if (isDrawn) return { ...look, packing: 'flate', bytes: packStream(samples) };
  const quality = demands.pictureQuality;
  const request = { widthPx, heightPx, channels: 1, samples, quality } as const;
  return { ...look, packing: 'dct', bytes: packJpeg({ ...request, greatestSum: undefined }) };
}

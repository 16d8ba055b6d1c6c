import type { PressPicture } from '#engine/press/image.ts';
import { packJpeg } from '#engine/press/jpeg.ts';
import { packStream } from '#engine/press/pack.ts';
import type {
  PictureDemands,
  SeparatedLineArt,
  SeparatedPicture,
  TonedPicture,
} from './separate-picture.ts';

/** Packs a separated picture for the PDF: photographs as JPEG, drawings without loss. */
export function packPicture(picture: SeparatedPicture, demands: PictureDemands): PressPicture {
  switch (picture.inks) {
    case 'cmyk':
      return fourPlates(picture, demands);
    case 'k':
      return blackPlate(picture, demands);
    case 'line art':
      return solidBlack(picture);
  }
}

function fourPlates(picture: TonedPicture, demands: PictureDemands): PressPicture {
  const { heightPx, isDrawn, samples, widthPx } = picture;
  const look = { widthPx, heightPx, inks: 'cmyk', bits: 8, fullSample: 'ink' } as const;
  if (isDrawn) return { ...look, packing: 'flate', bytes: packStream(samples) };
  const greatestSum = (demands.inkLimitPercent / 100) * 255;
  const quality = demands.pictureQuality;
  const bytes = packJpeg({ widthPx, heightPx, channels: 4, samples, quality, greatestSum });
  return { ...look, packing: 'dct', bytes };
}

/** DeviceGray counts light, not ink. */
function blackPlate(picture: TonedPicture, demands: PictureDemands): PressPicture {
  const { heightPx, isDrawn, widthPx } = picture;
  const samples = picture.samples.map((black) => 255 - black);
  const look = { widthPx, heightPx, inks: 'k', bits: 8, fullSample: 'paper' } as const;
  if (isDrawn) return { ...look, packing: 'flate', bytes: packStream(samples) };
  const quality = demands.pictureQuality;
  const request = { widthPx, heightPx, channels: 1, samples, quality } as const;
  return { ...look, packing: 'dct', bytes: packJpeg({ ...request, greatestSum: undefined }) };
}

function solidBlack(picture: SeparatedLineArt): PressPicture {
  const { repeat } = picture;
  const [widthPx, heightPx] = [picture.widthPx * repeat, picture.heightPx * repeat];
  const bytes = packStream(lightBits(picture));
  const look = { widthPx, heightPx, inks: 'k', bits: 1, fullSample: 'paper' } as const;
  return { ...look, packing: 'flate', bytes };
}

/** Eight pixels a byte, the leftmost in the highest bit, each row from a byte of its own. */
function lightBits({ heightPx, light, repeat, widthPx }: SeparatedLineArt): Uint8Array {
  const across = widthPx * repeat;
  const rowBytes = Math.ceil(across / 8);
  const bits = new Uint8Array(rowBytes * heightPx * repeat);
  for (let row = 0; row < heightPx; row += 1) {
    const from = row * repeat * rowBytes;
    for (let byte = 0; byte < rowBytes; byte += 1) {
      let eight = 0;
      const end = Math.min(across, byte * 8 + 8);
      for (let x = byte * 8; x < end; x += 1) {
        const pixel = repeat === 1 ? x : Math.floor(x / repeat);
        if ((light[row * widthPx + pixel] ?? 0) >= 128) eight |= 128 >> (x & 7);
      }
      bits[from + byte] = eight;
    }
    for (let copy = 1; copy < repeat; copy += 1) {
      bits.copyWithin(from + copy * rowBytes, from, from + rowBytes);
    }
  }
  return bits;
}

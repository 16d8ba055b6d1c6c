import sharp from 'sharp';
import { platePixels, withPlatesBehind } from '#engine/press/plates-behind.ts';

/** Amounts of four inks, 0 to 255, pixel by pixel. */
interface InkedPicture {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly inks: Uint8Array;
}

/** A picture file for the screen with the plates behind it that it was made of. */
export async function withPlates(
  shown: Uint8Array,
  { heightPx, inks, widthPx }: InkedPicture,
): Promise<Uint8Array> {
  const raw = { width: widthPx, height: heightPx * 2, channels: 3 } as const;
  const plates = await sharp(platePixels(inks), { raw }).png({ compressionLevel: 3 }).toBuffer();
  return withPlatesBehind(shown, plates);
}

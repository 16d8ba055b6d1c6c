import sharp from 'sharp';
import type { SoftProof } from './soft-proof.ts';

/** Amounts of four inks, pixel by pixel, as a PNG picture of how the print will look. */
export async function inkPicture(
  picture: { readonly widthPx: number; readonly heightPx: number; readonly inks: Uint8Array },
  proof: SoftProof,
): Promise<Uint8Array> {
  const raw = { width: picture.widthPx, height: picture.heightPx, channels: 3 } as const;
  const pixels = proof.pixelsOf(picture.inks);
  return new Uint8Array(await sharp(pixels, { raw }).png({ compressionLevel: 1 }).toBuffer());
}

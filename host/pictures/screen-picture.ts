import sharp from 'sharp';
import { MOST_PIXELS } from './decode-picture.ts';

/** Formats that no browser shows. */
const NOT_FOR_SCREENS = /[.]tiff?$/u;

/**
 * The file of a picture as a browser can show it. All but TIFF go as they are; that is turned
 * upright and into a JPEG of a quality in which nobody finds a difference on a screen.
 */
export async function screenPicture(asset: string, bytes: Uint8Array): Promise<Uint8Array> {
  if (!NOT_FOR_SCREENS.test(asset)) return bytes;
  return sharp(bytes, { limitInputPixels: MOST_PIXELS })
    .autoOrient()
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
    .toBuffer();
}

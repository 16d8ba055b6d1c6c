import sharp, { type Sharp } from 'sharp';
import { blackOnly, limitInks } from '#engine/press/limit-inks.ts';
import { decodePicture, inLight, MOST_PIXELS } from './decode-picture.ts';
import { inksAsLight } from './inks-as-light.ts';
import { inksForPress } from './other-press.ts';
import { withPlates } from './with-plates.ts';

/** The press by which inks are shown. */
export interface ScreenPress {
  readonly icc: Uint8Array;
  readonly inkLimitPercent: number;
}

/** Formats that no browser shows. */
const NOT_FOR_SCREENS = /[.]tiff?$/u;
/** Formats that may hold four inks. */
const MAY_BE_INKED = /[.](jpe?g|tiff?)$/u;

/** Pixels a side: as many as the screen's plates have, and as newsprint holds on 200 mm. */
const MOST_SIDE_PX = 1600;

/**
 * The file of a picture as a browser can show it. TIFF is turned upright and into a JPEG of a
 * quality in which nobody finds a difference on a screen. A picture of four inks becomes light as
 * the press prints it, with its plates behind; without a press it is shown by its own profile. All
 * others go as they are.
 */
export async function screenPicture(
  asset: string,
  bytes: Uint8Array,
  press?: () => Promise<ScreenPress | undefined>,
): Promise<Uint8Array> {
  const hasInks = MAY_BE_INKED.test(asset) && (await isInked(bytes));
  const inked = hasInks ? await screenInks(bytes, await press?.()) : undefined;
  if (inked !== undefined) return inked;
  if (!hasInks && !NOT_FOR_SCREENS.test(asset)) return bytes;
  const file = sharp(bytes, { limitInputPixels: MOST_PIXELS });
  return asJpeg(inLight(file.clone().autoOrient(), await file.metadata()));
}

async function isInked(bytes: Uint8Array): Promise<boolean> {
  try {
    const { space } = await sharp(bytes, { limitInputPixels: MOST_PIXELS }).metadata();
    return space === 'cmyk';
  } catch {
    // A torn file goes as it is: whoever shows it says so.
    return false;
  }
}

async function screenInks(
  bytes: Uint8Array,
  press: ScreenPress | undefined,
): Promise<Uint8Array | undefined> {
  if (press === undefined) return undefined;
  const crop = { x: 0, y: 0, width: 1, height: 1 };
  const size = { widthPx: MOST_SIDE_PX, heightPx: MOST_SIDE_PX };
  const decoding = await decodePicture({ bytes, crop, ...size });
  if (!decoding.ok || decoding.picture.kind !== 'inks') return undefined;
  const { heightPx, widthPx } = decoding.picture;
  const inks = limitInks(await inksForPress(decoding.picture, press), press.inkLimitPercent);
  const rgb = await inksAsLight(press.icc, inks);
  const shown = sharp(rgb, { raw: { width: widthPx, height: heightPx, channels: 3 } });
  // Black alone is shown neutral, as the screen shows type.
  const light = await asJpeg(blackOnly(inks) ? shown.greyscale() : shown);
  return withPlates(light, { widthPx, heightPx, inks });
}

function asJpeg(picture: Sharp): Promise<Uint8Array> {
  return picture.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).toBuffer();
}

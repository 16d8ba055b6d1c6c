import sharp from 'sharp';
import type { Failure } from '#host/contract.ts';
import { MOST_PIXELS } from '#host/pictures/decode-picture.ts';
import { takePicture } from '#host/pictures/import-picture.ts';
import type { Allowance } from './allowance.ts';
import type { TakenPart } from './gathered.ts';

/** Takes the pictures of a draft and gives each a name of its own. */
export interface PictureBox {
  /** The picture with the name for its mark, or why it is left out. */
  take(name: string, bytes: Uint8Array): Promise<TakenPart | Failure>;
}

/** Smaller than this it is a spacer or a tracking picture, of which nobody need hear. */
export const SMALL_PICTURE = 'picture-too-small';

/** A box for one draft: names are told apart across all its files. */
export function createPictureBox(allowance: Allowance): PictureBox {
  const taken = new Set<string>();
  function freeName(name: string): string {
    const [, stem = name, suffix = ''] = /^(.*?)([.][^.]*)?$/su.exec(name) ?? [];
    let free = name;
    for (let count = 2; taken.has(free); count += 1) free = `${stem}-${count}${suffix}`;
    taken.add(free);
    return free;
  }
  return {
    async take(path, bytes) {
      const name = path.replace(/^.*[\\/]/su, '').slice(-120) || 'picture';
      if (!allowance.takePixels(await pixelsOf(bytes))) {
        return { code: 'picture-has-too-many-pixels', values: { name } };
      }
      const picture = await takePicture({ name, bytes });
      if ('code' in picture) return picture;
      const { caption, credit, suffix } = picture;
      return { picture: { name: freeName(name), caption, credit }, file: { suffix, bytes } };
    },
  };
}

/** By the head of the file; nothing is decoded. Zero when that says nothing. */
async function pixelsOf(bytes: Uint8Array): Promise<number> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: MOST_PIXELS }).metadata();
    return width * height;
  } catch {
    return 0;
  }
}

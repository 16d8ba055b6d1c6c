/** Pictures that were separated before they came, by what shows of them; see `platesBehind`. */
const GIVEN = new WeakMap<ImageBitmap, ImageBitmap>();

/** Remembers the plates of a picture, in all widths that show it. */
export function keepPlates(shown: readonly ImageBitmap[], plates: ImageBitmap): void {
  for (const bitmap of shown) GIVEN.set(bitmap, plates);
}

/** The plates of a picture that came as four inks: colours above, black below. */
export function givenPlates(shown: ImageBitmap): ImageBitmap | undefined {
  return GIVEN.get(shown);
}

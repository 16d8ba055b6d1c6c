/*
 * A browser cannot show a picture of four inks, and what it makes of one has lost them. So such a
 * picture goes to the screen as two picture files in one: first the one that shows, which readers
 * take for the whole, then its plates, their length, and a sign.
 */

const SIGN = Uint8Array.from('banxin plates', (letter) => letter.charCodeAt(0));
const LENGTH_BYTES = 4;

/** A picture file that shows, with the picture file of its plates behind it. */
export function withPlatesBehind(shown: Uint8Array, plates: Uint8Array): Uint8Array {
  const file = new Uint8Array(shown.length + plates.length + LENGTH_BYTES + SIGN.length);
  file.set(shown);
  file.set(plates, shown.length);
  const end = shown.length + plates.length;
  new DataView(file.buffer).setUint32(end, plates.length);
  file.set(SIGN, end + LENGTH_BYTES);
  return file;
}

/** The picture file of the plates behind another; undefined when there is none. */
export function platesBehind(file: Uint8Array): Uint8Array | undefined {
  const signAt = file.length - SIGN.length;
  const end = signAt - LENGTH_BYTES;
  if (end < 0 || SIGN.some((byte, at) => file[signAt + at] !== byte)) return undefined;
  const length = new DataView(file.buffer, file.byteOffset + end).getUint32(0);
  return length <= end ? file.subarray(end - length, end) : undefined;
}

/**
 * Pixels of four inks as a picture twice as high, three bytes a pixel, each as light: 255 is bare
 * paper. Above stand cyan, magenta and yellow as red, green and blue, below black as a grey.
 */
export function platePixels(inks: Uint8Array): Uint8Array {
  const count = inks.length / 4;
  const pixels = new Uint8Array(count * 6);
  for (let pixel = 0; pixel < count; pixel += 1) {
    const black = 255 - (inks[pixel * 4 + 3] ?? 0);
    for (let ink = 0; ink < 3; ink += 1) {
      pixels[pixel * 3 + ink] = 255 - (inks[pixel * 4 + ink] ?? 0);
      pixels[(count + pixel) * 3 + ink] = black;
    }
  }
  return pixels;
}

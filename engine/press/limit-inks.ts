/** Inks of a file may have been through JPEG: what is left of a blank plate is no colour. */
const BLANK_INK = 2;

/** The black of each pixel, four bytes each, when there is no colour anywhere. */
export function blackOnly(inks: Uint8Array): Uint8Array | undefined {
  const blacks = new Uint8Array(Math.floor(inks.length / 4));
  for (let from = 0, to = 0; to < blacks.length; from += 4, to += 1) {
    const [c = 0, m = 0, y = 0] = [inks[from], inks[from + 1], inks[from + 2]];
    if (c > BLANK_INK || m > BLANK_INK || y > BLANK_INK) return undefined;
    blacks[to] = inks[from + 3] ?? 0;
  }
  return blacks;
}

/**
 * Pixels of four inks, four bytes each, none above the limit. Where there is too much, the grey
 * that three colours make together goes to the black plate, which holds as dark a grey with a third
 * of the ink; what is too much after that, black being solid, is taken from the colours in equal
 * shares. Pixels within the limit stay as they are.
 */
export function limitInks(inks: Uint8Array, limitPercent: number): Uint8Array {
  const most = Math.floor((limitPercent / 100) * 255);
  const limited = inks.slice();
  for (let at = 0; at < limited.length; at += 4) {
    const [c = 0, m = 0] = [limited[at], limited[at + 1]];
    const [y = 0, k = 0] = [limited[at + 2], limited[at + 3]];
    const over = c + m + y + k - most;
    if (over <= 0) continue;
    const grey = Math.min(c, m, y, 255 - k, Math.ceil(over / 2));
    const black = k + grey;
    const colours = c + m + y - 3 * grey;
    const share = Math.min(1, Math.max(0, most - black) / Math.max(1, colours));
    limited[at] = Math.floor((c - grey) * share);
    limited[at + 1] = Math.floor((m - grey) * share);
    limited[at + 2] = Math.floor((y - grey) * share);
    limited[at + 3] = black;
  }
  return limited;
}

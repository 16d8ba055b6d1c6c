import type { DisplayList } from '#engine/display/display-list.ts';
import { placedRuns } from '#engine/display/placed-runs.ts';
import { judge } from '#tests/unit/press/read-pdf.ts';

/** A character and where the pen stands for it, in points from the top left of the trimmed page. */
export interface PlacedCharacter {
  readonly character: string;
  readonly x: number;
  readonly y: number;
}

const SPAN =
  /<fill_text [^>]*transform="([^"]+)">|<span [^>]*trm="([^"]+)"|<g unicode="(.)" [^>]*x="([^"]+)" y="([^"]+)"/gu;

/** The characters of a plate as MuPDF finds them. */
export function charactersOfPlate(pdf: Uint8Array): readonly PlacedCharacter[] {
  const { left, top } = trimOf(pdf);
  const placed: PlacedCharacter[] = [];
  let [a, b, c, d, e, f] = [1, 0, 0, 1, 0, 0];
  for (const [, transform, , character, x, y] of judge(pdf, 'mutool', 'trace').matchAll(SPAN)) {
    if (transform !== undefined) {
      [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform.split(' ').map(Number);
    }
    if (character === undefined) continue;
    const [along, across] = [Number(x), Number(y)];
    placed.push({
      character,
      x: a * along + c * across + e - left,
      y: b * along + d * across + f - top,
    });
  }
  return placed;
}

/** The characters of a text as the display list places them. */
export function charactersOfList(list: DisplayList, text: string): readonly PlacedCharacter[] {
  return placedRuns(list).flatMap(({ x, y, run }) =>
    run.source?.text.startsWith(text)
      ? run.glyphs
          .filter(({ start, end }) => end > start)
          .map((glyph) => ({
            character: run.text.slice(glyph.start, glyph.end),
            x: x + glyph.x,
            y: y + glyph.y,
          }))
      : [],
  );
}

/** MuPDF counts from the top left of the media box, boxes from the bottom left. */
function trimOf(pdf: Uint8Array): { readonly left: number; readonly top: number } {
  const boxes = judge(pdf, 'pdfinfo', '-box');
  const box = (name: string) =>
    (new RegExp(`${name}:\\s+(.*)`).exec(boxes)?.[1] ?? '').split(/\s+/).map(Number);
  const [left = 0, , , trimTop = 0] = box('TrimBox');
  const [mediaLeft = 0, , , mediaTop = 0] = box('MediaBox');
  return { left: left - mediaLeft, top: mediaTop - trimTop };
}

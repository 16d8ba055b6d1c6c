import type { RunTone, TileTone, Tone } from './marks.ts';
import { inverse, type Matrix } from './matrix.ts';
import { createSideSheet, type Sheet, type ToneInks } from './sheet.ts';

/** What a pattern paints, place by place. */
export function inksOfTone(sheet: Sheet, tone: Tone): ToneInks {
  const known = sheet.tones.get(tone);
  if (known !== undefined) return known;
  const found = tone.kind === 'run' ? inksOfRun(tone) : inksOfTile(sheet, tone);
  sheet.tones.set(tone, found);
  return found;
}

const NOTHING: ToneInks = () => undefined;
const INKS = 4;

function inksOfRun({ goesOn, inks, matrix, places }: RunTone): ToneInks {
  const back = inverse(matrix);
  if (back === undefined) return NOTHING;
  const [a, b, c, d, e, f] = back;
  const wayAt = places.length === 4 ? alongLine(places) : betweenCircles(places, goesOn);
  const last = inks.length / INKS - 1;
  return (x, y) => {
    const way = wayAt(a * x + c * y + e, b * x + d * y + f);
    if (way === undefined || (way < 0 && !goesOn[0]) || (way > 1 && !goesOn[1])) return undefined;
    const at = Math.round(Math.min(1, Math.max(0, way)) * last) * INKS;
    const ink = (index: number) => (inks[at + index] ?? 0) / 255;
    return { inks: [ink(0), ink(1), ink(2), ink(3)], alpha: 1 };
  };
}

type Way = (x: number, y: number) => number | undefined;

function alongLine([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[]): Way {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const square = dx * dx + dy * dy;
  return (x, y) => (square === 0 ? undefined : ((x - x0) * dx + (y - y0) * dy) / square);
}

/** The last of the circles that run through a point (ISO 32000-1, 8.7.4.5.4). */
function betweenCircles(
  [x0 = 0, y0 = 0, r0 = 0, x1 = 0, y1 = 0, r1 = 0]: readonly number[],
  goesOn: readonly [boolean, boolean],
): Way {
  const [dx, dy, dr] = [x1 - x0, y1 - y0, r1 - r0];
  const square = dx * dx + dy * dy - dr * dr;
  const isOpen = (way: number) =>
    r0 + way * dr >= 0 && (way >= 0 || goesOn[0]) && (way <= 1 || goesOn[1]);
  return (x, y) => {
    const half = (x - x0) * dx + (y - y0) * dy + r0 * dr;
    const rest = (x - x0) ** 2 + (y - y0) ** 2 - r0 * r0;
    if (Math.abs(square) < 1e-9) {
      const way = half === 0 ? Number.NaN : rest / (2 * half);
      return isOpen(way) ? way : undefined;
    }
    const root = half * half - square * rest;
    if (root < 0) return undefined;
    const ways = [(half + Math.sqrt(root)) / square, (half - Math.sqrt(root)) / square];
    return ways.sort((one, other) => other - one).find(isOpen);
  };
}

/** Places along the side of a cell at which a tile is looked at. */
const LOOKS = 3;

function inksOfTile(sheet: Sheet, tile: TileTone): ToneInks {
  const back = inverse(tile.matrix);
  if (back === undefined) return NOTHING;
  const { box, scale } = tile;
  const [right, top] = [(box.right - box.left) * scale, (box.top - box.bottom) * scale];
  const inner = createSideSheet(sheet, { left: 0, bottom: 0, right, top });
  inner.lay(inner, tile.marks);
  const { cellPt, columns, covered, means, rows } = inner.raster;
  const cellAt = placeInTile(tile, back);
  return (x, y) => {
    const sums = [0, 0, 0, 0];
    let alpha = 0;
    for (let look = 0; look < LOOKS * LOOKS; look += 1) {
      const toX = ((look % LOOKS) + 0.5) / LOOKS - 0.5;
      const toY = (Math.floor(look / LOOKS) + 0.5) / LOOKS - 0.5;
      const place = cellAt(x + toX * cellPt, y + toY * cellPt);
      if (place === undefined) continue;
      const column = Math.min(columns - 1, Math.floor(place.x / cellPt));
      const cell = Math.min(rows - 1, Math.floor(place.y / cellPt)) * columns + column;
      const cover = covered?.[cell] ?? 0;
      alpha += cover;
      for (let ink = 0; ink < INKS; ink += 1) {
        sums[ink] = (sums[ink] ?? 0) + (means[cell * INKS + ink] ?? 0) * cover;
      }
    }
    if (alpha === 0) return undefined;
    const [c = 0, m = 0, yellow = 0, k = 0] = sums.map((sum) => sum / alpha);
    return { inks: [c, m, yellow, k], alpha: alpha / (LOOKS * LOOKS) };
  };
}

/** Where a place of the page lies in the tile as it was drawn; tiles may stand apart. */
function placeInTile({ box, scale, stepX, stepY }: TileTone, [a, b, c, d, e, f]: Matrix) {
  const within = (value: number, step: number) => value - Math.floor(value / step) * step;
  const [width, height] = [box.right - box.left, box.top - box.bottom];
  return (pageX: number, pageY: number) => {
    const x = within(a * pageX + c * pageY + e - box.left, stepX);
    const y = within(b * pageX + d * pageY + f - box.bottom, stepY);
    return x < width && y < height ? { x: x * scale, y: y * scale } : undefined;
  };
}

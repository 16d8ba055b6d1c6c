import type { DisplayItem, DisplayList } from '#engine/display/display-list.ts';
import { itemsInColours } from '#engine/display/page-colours.ts';
import { plainLine } from '#engine/display/plain-line.ts';
import type { ProgramFontBook } from '#engine/fonts/font-book.ts';
import type { FaceId } from '#engine/fonts/typeface.ts';
import { K_ONLY, type PageColours } from '#engine/units/ink.ts';
import { mmToPt } from '#engine/units/units.ts';
import type { PageBox, PageBoxes } from './page-boxes.ts';
import { pdfLength } from './pdf-syntax.ts';
import type { MarksChoice, PressProfile } from './press-profile.ts';

/** What is to be told outside the trim. */
export interface PageMarks {
  /** Paper, supplement, date, page, edition, plates and time, as one line. */
  readonly slugLine: string;
  readonly slugFace: FaceId;
  /** The print shop's control strip, to be replaced by its own; undefined for none. */
  readonly controlStrip: DisplayList | undefined;
}

/** Resource name of the colour that prints on every plate. */
const ALL_PLATES = 'all-plates';

/** Crop marks print on every plate, so that the plates can be laid on each other by them. */
export const ALL_PLATES_SPACE =
  `/${ALL_PLATES}[/Separation/All/DeviceCMYK` +
  '<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[1 1 1 1]/N 1>>]';

// Width, distance and length of corner marks: the usual ones of the trade (GWG 2022 R0024 lets
// Separation All stand outside the trim only).
const CROP_MARK_WIDTH_PT = 0.25;
const CROP_MARK_DISTANCE_MM = 3;
const CROP_MARK_LENGTH_MM = 8;
/** Clear of the bleed: a mark that touched it would count as its ink, of all plates at once. */
const CROP_MARK_OFF_BLEED_MM = 1;

const SLUG_SIZE_PT = 7;
const SLUG_BASELINE_BELOW_TRIM_MM = 8;
const STRIP_BELOW_TRIM_MM = 4;
/** Slug and strip stay this far inside the corners, clear of the crop marks. */
const INSET_MM = 5;

/** Marks on every plate that there is; Separation All would make the other plates as well. */
const PLATES: Readonly<Record<PageColours, string>> = { red: '0 1 1 1 K', black: '0 0 0 1 K' };

/** Two strokes at each corner of the trim, pointing at it from outside the bleed. */
export function cropMarks(
  boxes: PageBoxes,
  profile: PressProfile,
  colours: PageColours | undefined,
): string {
  if (!profile.marks.crop) return '';
  const { trim } = boxes;
  const offBleed = profile.bleedMm + CROP_MARK_OFF_BLEED_MM;
  const near = mmToPt(Math.max(CROP_MARK_DISTANCE_MM, offBleed));
  const far = Math.min(near + mmToPt(CROP_MARK_LENGTH_MM), mmToPt(profile.slugMm));
  if (far <= near) return '';
  const strokes = [];
  for (const y of [trim.bottom, trim.top]) {
    strokes.push(stroke({ left: trim.left - far, bottom: y, right: trim.left - near, top: y }));
    strokes.push(stroke({ left: trim.right + near, bottom: y, right: trim.right + far, top: y }));
  }
  for (const x of [trim.left, trim.right]) {
    strokes.push(stroke({ left: x, bottom: trim.bottom - far, right: x, top: trim.bottom - near }));
    strokes.push(stroke({ left: x, bottom: trim.top + near, right: x, top: trim.top + far }));
  }
  const ink = colours ? PLATES[colours] : `/${ALL_PLATES} CS 1 SCN`;
  const state = `${ink} ${pdfLength(CROP_MARK_WIDTH_PT)} w []0 d`;
  return `q ${state}\n${strokes.join('\n')}\nQ`;
}

/** Slug line and control strip, in the space of the display list but outside its trim. */
export function markItems(
  marks: PageMarks,
  boxes: PageBoxes,
  options: {
    readonly choice: MarksChoice;
    readonly fonts: ProgramFontBook;
    readonly colours: PageColours | undefined;
  },
): readonly DisplayItem[] {
  const { trim, origin } = boxes;
  const left = trim.left - origin.x;
  const right = trim.right - origin.x;
  const bottom = origin.y - trim.bottom;
  const items: DisplayItem[] = [];
  if (options.choice.slug && marks.slugLine !== '') {
    const at = { x: left + mmToPt(INSET_MM), y: bottom + mmToPt(SLUG_BASELINE_BELOW_TRIM_MM) };
    const style = { face: marks.slugFace, sizePt: SLUG_SIZE_PT, ink: K_ONLY };
    const { items: words } = plainLine(marks.slugLine, style, options.fonts);
    items.push({ kind: 'group', id: 'slug', ...at, items: words });
  }
  const strip = marks.controlStrip;
  if (options.choice.controlStrip && strip) {
    const x = right - mmToPt(INSET_MM) - strip.widthPt;
    const y = bottom + mmToPt(STRIP_BELOW_TRIM_MM);
    // Ink of a plate that is not made would make one.
    const { colours } = options;
    const patches = colours ? itemsInColours(strip.items, colours) : strip.items;
    items.push({ kind: 'group', id: 'control-strip', x, y, items: patches });
  }
  return items;
}

function stroke(line: PageBox): string {
  const { left, bottom, right, top } = line;
  return `${pdfLength(left)} ${pdfLength(bottom)} m ${pdfLength(right)} ${pdfLength(top)} l S`;
}

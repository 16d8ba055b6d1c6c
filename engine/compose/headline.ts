import type { DisplayItem, GroupItem } from '#engine/display/display-list.ts';
import type { Article, HeadlineLayout, HeadlinePartLayout } from '#engine/model/issue.ts';
import type { TextStyle } from '#engine/model/template.ts';
import type { Finding } from '#engine/units/finding.ts';
import { pointsOver } from './block-findings.ts';
import type {
  BrokenHeadlinePart,
  HeadlineLine,
  HeadlineMeasure,
  HeadlinePart,
} from './headline-lines.ts';
import { breakHeadlinePart } from './headline-lines.ts';
import { EM_BOX_ASCENT } from './page-grid.ts';
import type { Typesetter } from './typesetter.ts';

/** Room for the headline parts of an article, in points. */
export interface HeadlineBox {
  readonly widthPt: number;
  readonly heightPt: number;
  /** Prefix of group ids. */
  readonly id: string;
}

/** A headline with its parts in place. */
export interface ComposedHeadline {
  readonly items: readonly DisplayItem[];
  readonly findings: readonly Finding[];
}

/** Share of the spare height above the words: a headline belongs to the text below it. */
const SPACE_ABOVE = 0.58;

/** Kicker, headline and deck. */
export type PartName = 'kicker' | 'headline' | 'deck';

/** From top to bottom, or from right to left. */
export const PART_NAMES: readonly PartName[] = ['kicker', 'headline', 'deck'];

/** Line to line inside a part, and part to part, in em of the type above (own trial). */
const LINE_PITCH = 1.16;
const PART_GAP = 0.34;
/** Column to column of a vertical headline, in em. */
const COLUMN_PITCH = 1.22;

/** Sets kicker, headline and deck into their room, across or down the page. */
export function composeHeadline(
  typesetter: Typesetter,
  article: Article,
  layout: HeadlineLayout,
  box: HeadlineBox,
): ComposedHeadline {
  const vertical = layout.placement !== 'above';
  const measurePt = vertical ? box.heightPt : box.widthPt;
  const parts = PART_NAMES.flatMap((name): readonly BrokenPart[] => {
    const part = headlinePart(typesetter, article, layout, name);
    if (part === undefined) return [];
    const broken = breakHeadlinePart(typesetter, part, { measurePt, vertical });
    // An empty kicker or deck is none: it takes no room, but the caret finds a place for it.
    return [{ ...broken, takesRoom: name === 'headline' || part.text !== '' }];
  });
  const placed = vertical ? placeDown(typesetter, parts, box) : placeAcross(typesetter, parts, box);
  const { headline } = article;
  return { ...placed, findings: [...placed.findings, ...unwritten(article.id, headline)] };
}

/** A headline that is still to be written; nothing stands in for it. */
function unwritten(article: string, headline: string): readonly Finding[] {
  if (headline.trim() !== '') return [];
  const where = { text: `article:${article}/headline` };
  return [{ code: 'headline-empty', severity: 'warns', where, values: {} }];
}

/** A part of a headline with its style; undefined when the layout does not show it. */
export function headlinePart(
  typesetter: Typesetter,
  article: Article,
  layout: HeadlineLayout,
  name: PartName,
): HeadlinePart | undefined {
  const part = layout[name];
  if (part === undefined) return undefined;
  const source = `article:${article.id}/${name}`;
  const style = partStyle(typesetter, part);
  return { source, text: article[name] ?? '', layout: part, style };
}

function partStyle(typesetter: Typesetter, part: HeadlinePartLayout): TextStyle {
  const style = typesetter.template.styles[part.style] ?? typesetter.style('body');
  return part.sizePt === undefined ? style : { ...style, sizePt: part.sizePt };
}

interface BrokenPart {
  readonly part: HeadlinePart;
  readonly lines: readonly HeadlineLine[];
  readonly findings: readonly Finding[];
  readonly takesRoom: boolean;
}

/** A part with its place along the stack: down from the top, or from the right edge leftwards. */
interface StackedPart extends BrokenPart {
  readonly at: number;
  readonly sizePt: number;
}

interface Stack {
  readonly parts: readonly StackedPart[];
  readonly length: number;
}

interface StackRoom {
  readonly length: number;
  /** Line to line, in em. */
  readonly pitch: number;
  /** Share of the spare room before the first part. */
  readonly before: number;
}

/** Length of parts one after the other: down the page, or across it for an upright headline. */
export function stackedLengthPt(
  parts: readonly BrokenHeadlinePart[],
  { vertical }: Pick<HeadlineMeasure, 'vertical'>,
): number {
  const taking = parts.filter(({ part, lines }) => part.text !== '' && lines.length > 0);
  return stackLength(taking, vertical ? COLUMN_PITCH : LINE_PITCH);
}

/** Puts the parts one after the other; empty ones stand before or behind all others. */
function stackParts(parts: readonly BrokenPart[], room: StackRoom): Stack {
  const taking = parts.filter(({ takesRoom }) => takesRoom);
  const length = stackLength(taking, room.pitch);
  const start = (room.length - length) * room.before;
  const last = room.length - Math.max(0, ...parts.map(sizeOf));
  let at = start;
  const stacked = parts.map((part): StackedPart => {
    const sizePt = sizeOf(part);
    if (!part.takesRoom) {
      const away =
        at === start ? start - sizePt * (1 + PART_GAP) : start + length + sizePt * PART_GAP;
      return { ...part, sizePt, at: Math.max(0, Math.min(last, away)) };
    }
    const placed = { ...part, sizePt, at };
    at += sizePt + (part.lines.length - 1) * sizePt * room.pitch + sizePt * PART_GAP;
    return placed;
  });
  return { parts: stacked, length };
}

function sizeOf({ lines }: Pick<BrokenPart, 'lines'>): number {
  return Math.max(0, ...lines.map((line) => line.text.sizePt));
}

function stackLength(parts: readonly Pick<BrokenPart, 'lines'>[], pitch: number): number {
  let length = 0;
  for (const [index, part] of parts.entries()) {
    const size = sizeOf(part);
    length += size + (part.lines.length - 1) * size * pitch;
    if (index + 1 < parts.length) length += size * PART_GAP;
  }
  return length;
}

function placeAcross(
  typesetter: Typesetter,
  parts: readonly BrokenPart[],
  box: HeadlineBox,
): ComposedHeadline {
  const room = { length: box.heightPt, pitch: LINE_PITCH, before: SPACE_ABOVE };
  const stack = stackParts(parts, room);
  const items = stack.parts.flatMap(({ part, lines, at, sizePt }) =>
    lines.map((line, index) => {
      const x = startOf(part.layout.align, box.widthPt - line.lengthPt);
      const y = at + index * sizePt * LINE_PITCH + EM_BOX_ASCENT * sizePt;
      return lineGroup(typesetter, line, { id: `${box.id}/${part.source}:${index}`, x, y });
    }),
  );
  const excessPt = stack.length - box.heightPt;
  return { items, findings: [...partFindings(parts), ...tooMuch(parts, excessPt)] };
}

/** Columns run from right to left, the block of columns centred in its room. */
function placeDown(
  typesetter: Typesetter,
  parts: readonly BrokenPart[],
  box: HeadlineBox,
): ComposedHeadline {
  const stack = stackParts(parts, { length: box.widthPt, pitch: COLUMN_PITCH, before: 0.5 });
  const items = stack.parts.flatMap(({ part, lines, at, sizePt }) =>
    lines.map((line, index) => {
      const x = box.widthPt - at - index * sizePt * COLUMN_PITCH - sizePt / 2;
      const y = startOf(part.layout.align, box.heightPt - line.lengthPt);
      return lineGroup(typesetter, line, { id: `${box.id}/${part.source}:${index}`, x, y });
    }),
  );
  const excessPt = stack.length - box.widthPt;
  return { items, findings: [...partFindings(parts), ...tooMuch(parts, excessPt)] };
}

function startOf(align: HeadlinePartLayout['align'], spare: number): number {
  if (align === 'centre') return spare / 2;
  return align === 'right' ? spare : 0;
}

function lineGroup(
  typesetter: Typesetter,
  line: HeadlineLine,
  place: { readonly id: string; readonly x: number; readonly y: number },
): GroupItem {
  return { kind: 'group', ...place, items: typesetter.lineItems(line.text, line.line) };
}

function partFindings(parts: readonly BrokenPart[]): readonly Finding[] {
  return parts.flatMap((part) => part.findings);
}

/** A headline taller than its lines (占行) would run into the story. */
function tooMuch(parts: readonly BrokenPart[], excessPt: number): readonly Finding[] {
  const first = parts.find(({ takesRoom }) => takesRoom);
  if (first === undefined || excessPt <= 0.5) return [];
  const values = { excessPt: pointsOver(excessPt) };
  return [
    { code: 'headline-overset', severity: 'warns', where: { text: first.part.source }, values },
  ];
}

import type { DisplayItem, GroupItem } from '#engine/display/display-list.ts';
import type { Article, HeadlineLayout, HeadlinePartLayout } from '#engine/model/issue.ts';
import type { TextStyle } from '#engine/model/template.ts';
import type { Finding } from '#engine/units/finding.ts';
import { pointsOver } from './block-findings.ts';
import type { HeadlineLine, HeadlinePart } from './headline-lines.ts';
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

type PartName = 'kicker' | 'headline' | 'deck';

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
  const parts = headlineParts(typesetter, article, layout).map((part) =>
    breakHeadlinePart(typesetter, part, { measurePt, vertical }),
  );
  const placed = vertical ? placeDown(typesetter, parts, box) : placeAcross(typesetter, parts, box);
  return placed;
}

function headlineParts(
  typesetter: Typesetter,
  article: Article,
  layout: HeadlineLayout,
): readonly HeadlinePart[] {
  const names: readonly PartName[] = ['kicker', 'headline', 'deck'];
  return names.flatMap((name) => {
    const text = article[name];
    const part = layout[name];
    if (text === undefined || text === '' || part === undefined) return [];
    return [
      {
        source: `article:${article.id}/${name}`,
        text,
        layout: part,
        style: partStyle(typesetter, part),
      },
    ];
  });
}

function partStyle(typesetter: Typesetter, part: HeadlinePartLayout): TextStyle {
  const style = typesetter.template.styles[part.style] ?? typesetter.style('body');
  return part.sizePt === undefined ? style : { ...style, sizePt: part.sizePt };
}

interface BrokenPart {
  readonly part: HeadlinePart;
  readonly lines: readonly HeadlineLine[];
  readonly findings: readonly Finding[];
}

function stackHeight(parts: readonly BrokenPart[], pitch: number): number {
  let height = 0;
  for (const [index, { lines }] of parts.entries()) {
    const size = Math.max(0, ...lines.map((line) => line.text.sizePt));
    height += size + (lines.length - 1) * size * pitch;
    if (index + 1 < parts.length) height += size * PART_GAP;
  }
  return height;
}

function placeAcross(
  typesetter: Typesetter,
  parts: readonly BrokenPart[],
  box: HeadlineBox,
): ComposedHeadline {
  const height = stackHeight(parts, LINE_PITCH);
  const items: DisplayItem[] = [];
  let y = (box.heightPt - height) * SPACE_ABOVE;
  for (const { part, lines } of parts) {
    const size = Math.max(0, ...lines.map((line) => line.text.sizePt));
    for (const [index, line] of lines.entries()) {
      const baseline = y + index * size * LINE_PITCH + EM_BOX_ASCENT * size;
      const x = startOf(part.layout.align, box.widthPt - line.lengthPt);
      items.push(
        lineGroup(typesetter, line, { id: `${box.id}/${part.source}:${index}`, x, y: baseline }),
      );
    }
    y += size + (lines.length - 1) * size * LINE_PITCH + size * PART_GAP;
  }
  return { items, findings: [...partFindings(parts), ...tooMuch(parts, height - box.heightPt)] };
}

/** Columns run from right to left, the block of columns centred in its room. */
function placeDown(
  typesetter: Typesetter,
  parts: readonly BrokenPart[],
  box: HeadlineBox,
): ComposedHeadline {
  const width = stackHeight(parts, COLUMN_PITCH);
  const items: DisplayItem[] = [];
  let right = box.widthPt - (box.widthPt - width) / 2;
  for (const { part, lines } of parts) {
    const size = Math.max(0, ...lines.map((line) => line.text.sizePt));
    for (const [index, line] of lines.entries()) {
      const x = right - index * size * COLUMN_PITCH - size / 2;
      const y = startOf(part.layout.align, box.heightPt - line.lengthPt);
      items.push(lineGroup(typesetter, line, { id: `${box.id}/${part.source}:${index}`, x, y }));
    }
    right -= size + (lines.length - 1) * size * COLUMN_PITCH + size * PART_GAP;
  }
  return { items, findings: [...partFindings(parts), ...tooMuch(parts, width - box.widthPt)] };
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
  const first = parts[0];
  if (first === undefined || excessPt <= 0.5) return [];
  const values = { excessPt: pointsOver(excessPt) };
  return [
    { code: 'headline-overset', severity: 'warns', where: { text: first.part.source }, values },
  ];
}

import type { ComposedPage } from '#engine/compose/composed.ts';
import type { DisplayItem, GroupItem, ShapeItem } from '#engine/display/display-list.ts';
import { placedRuns } from '#engine/display/placed-runs.ts';

/** One printed line of a block, in points on the page. */
export interface PrintedLine {
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
}

/** The group of that id, wherever it stands, with its place on the page. */
export function groupNamed(page: ComposedPage, id: string): GroupItem | undefined {
  return [...groupsIn(page.list.items, { x: 0, y: 0 })].find((group) => group.id === id);
}

function* groupsIn(
  items: readonly DisplayItem[],
  at: { readonly x: number; readonly y: number },
): Generator<GroupItem> {
  for (const item of items) {
    if (item.kind !== 'group') continue;
    const own = { x: at.x + item.x, y: at.y + item.y };
    yield { ...item, ...own };
    yield* groupsIn(item.items, own);
  }
}

/** Body lines of a block in reading order. */
export function bodyLines(page: ComposedPage, block: string): readonly PrintedLine[] {
  const group = groupNamed(page, block);
  const lines = [...groupsIn(group?.items ?? [], group ?? { x: 0, y: 0 })];
  return lines.filter(({ id }) => /^article:.*\/story:\d+:\d+$/u.test(id)).map(printedLine);
}

/** The one line of a group, with its run's own place. */
export function printedLine(group: GroupItem): PrintedLine {
  const text = group.items.map((item) => (item.kind === 'text' ? item.run.text : '')).join('');
  const first = group.items[0];
  const indent = first?.kind === 'text' ? first.x : 0;
  return { text, x: rounded(group.x + indent), y: rounded(group.y) };
}

/** The body text of a block: `<break>` between lines, `<column>` between columns. */
export function printed(page: ComposedPage, block: string): string {
  let text = '';
  let before: PrintedLine | undefined;
  for (const line of bodyLines(page, block)) {
    if (before !== undefined) text += line.y < before.y ? '<column>' : '<break>';
    text += line.text;
    before = line;
  }
  return text;
}

/** Text of a source put together from all its runs on some pages, in order of their offsets. */
export function textFrom(pages: readonly ComposedPage[], source: string): string {
  const parts = pages.flatMap(({ list }) =>
    placedRuns(list).flatMap(({ run }) => (run.source?.text === source ? [run] : [])),
  );
  let text = '';
  const inOrder = parts.toSorted((a, b) => (a.source?.start ?? 0) - (b.source?.start ?? 0));
  for (const run of inOrder) {
    if (run.source?.start !== text.length) return `${text}<hole before ${run.text}>`;
    text += run.text;
  }
  return text;
}

/** Baselines of the body lines of a block, counted in body lines from the top of the type area. */
export function baselinesInLines(page: ComposedPage, block: string): readonly number[] {
  return bodyLines(page, block).map(({ y }) => rounded((y - 72 - 9.8) / 12));
}

/** Shapes that stand in a block itself, in points from its upper left corner. */
export function shapesOf(page: ComposedPage, block: string): readonly ShapeItem[] {
  return (groupNamed(page, block)?.items ?? []).filter((item) => item.kind === 'shape');
}

/** A path as its corners: `0,0 40,0 …`, loops divided by `|`. */
export function cornersOf(shape: ShapeItem | undefined): string {
  if (shape?.outline.kind !== 'path') return '';
  const words = shape.outline.segments.map((segment) => {
    if (segment.kind === 'close') return '|';
    return `${rounded(segment.x)},${rounded(segment.y)}`;
  });
  return words.join(' ').replace(/ \|$/u, '');
}

/** Codes of the findings, with their figures. */
export function findingsOf(page: ComposedPage): readonly string[] {
  return page.findings.map(({ code, where, values }) => {
    const figures = Object.entries(values).map(([name, value]) => `${name} ${value}`);
    const place = where.text === undefined ? (where.block ?? '') : where.text;
    return [`${code} at ${place}`, ...figures].join(', ');
  });
}

/** To a ten-thousandth of a point. */
export function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4 || 0;
}

import type { DisplayItem, GroupItem, ShapeItem, TextItem } from '#engine/display/display-list.ts';
import { blockGroups, type CheckedPage, placedAt } from '#engine/preflight/checked-page.ts';
import type { Finding } from '#engine/units/finding.ts';

/** A check that looks at one thing by itself, whatever stands around it. */
export interface ThingCheck {
  readonly text?: (item: TextItem) => readonly Finding[];
  readonly shape?: (item: ShapeItem) => readonly Finding[];
}

/**
 * Puts a check of single things to everything on a page. What it found in a group stays with the
 * group: an edit costs its own lines only. Many runs of one text have the same fault; the first
 * tells it.
 */
export function lookThrough(check: ThingCheck): (checked: CheckedPage) => readonly Finding[] {
  const found = new WeakMap<GroupItem, readonly Finding[]>();
  const look = (item: DisplayItem): readonly Finding[] => {
    if (item.kind === 'text') return check.text?.(item) ?? NONE;
    if (item.kind === 'shape') return check.shape?.(item) ?? NONE;
    if (item.kind === 'picture') return NONE;
    const known = found.get(item) ?? lookAtAll(item.items);
    found.set(item, known);
    return known;
  };
  // A page has thousands of things and hardly a finding: no list is made where there is none.
  const lookAtAll = (items: readonly DisplayItem[]): readonly Finding[] => {
    let all = NONE;
    for (const item of items) {
      const own = look(item);
      if (own.length > 0) all = all.length === 0 ? own : [...all, ...own];
    }
    return onceEach(all);
  };
  return (checked) =>
    blockGroups(checked).flatMap((group) => placedAt({ block: group.id }, look(group)));
}

const NONE: readonly Finding[] = [];

/** Findings of one code on one text in one size are one; a story is one text. */
export function onceEach(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < 2) return findings;
  const first = new Map<string, Finding>();
  for (const finding of findings) {
    const { contrast = '', size = '' } = finding.values;
    const text = finding.where.text?.replace(PARAGRAPH, '') ?? '';
    const key = `${finding.code} ${text} ${size} ${contrast}`;
    if (!first.has(key)) first.set(key, finding);
  }
  return [...first.values()];
}

const PARAGRAPH = /:\d+$/u;

/** Where a run stands in its text; nowhere for what the desk writes itself, such as 报眉. */
export function placeOfRun({ run }: TextItem): Finding['where'] {
  const { source, text } = run;
  if (source === undefined) return {};
  return { text: source.text, start: source.start, end: source.start + text.length };
}

/** A size as a sentence tells it, to a tenth of a point. */
export function toldSize(sizePt: number): number {
  return Math.round(sizePt * 10) / 10;
}

/** True when type is smaller than a limit by more than rounding. */
export function isBelow(sizePt: number, limitPt: number): boolean {
  return sizePt < limitPt - 0.005;
}

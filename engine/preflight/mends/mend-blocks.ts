import type { Edit } from '#engine/model/edits/edit.ts';
import type { GridArea, InsetPicture, Issue } from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';
import { blockOf } from './block-of.ts';
import type { Mend } from './mend.ts';

/** The block moved into the type area; one that is larger than it, or of an L shape, stays. */
export function movedInside(issue: Issue, finding: Finding): Mend | undefined {
  const block = blockOf(issue, finding);
  const { columns, lines } = finding.values;
  if (block === undefined) return undefined;
  const whole = { column: 0, line: 0, columns: Number(columns), lines: Number(lines) };
  const area = inside(block.area, whole);
  if (area === undefined) return undefined;
  const { column, line } = area;
  const edit = { kind: 'movedBlock', block: block.id, column, line } as const;
  return mendBy('mend-block-inside', edit);
}

/** The picture moved into the block of its story. */
export function movedInset(issue: Issue, finding: Finding): Mend | undefined {
  const block = blockOf(issue, finding);
  if (block?.kind !== 'article') return undefined;
  return changedInset(issue, finding, (inset) => {
    const area = inside(inset.area, block.area);
    return area && { inset: { ...inset, area }, code: 'mend-picture-inside' };
  });
}

/** The caption with the lines that it needs; the picture above it gives them. */
export function roomForCaption(issue: Issue, finding: Finding): Mend | undefined {
  const lines = Number(finding.values.lines);
  const block = blockOf(issue, finding);
  if (block?.kind === 'picture') {
    const value = block.captionLines + lines;
    if (value >= block.area.lines) return undefined;
    const edit = {
      kind: 'setBlockProperty',
      block: block.id,
      property: 'captionLines',
      value,
    } as const;
    return mendBy('mend-caption-lines', edit, { lines });
  }
  return changedInset(issue, finding, (inset) => {
    const captionLines = inset.captionLines + lines;
    if (captionLines >= inset.area.lines) return undefined;
    return { inset: { ...inset, captionLines }, code: 'mend-caption-lines', values: { lines } };
  });
}

interface ChangedInset {
  readonly inset: InsetPicture;
  readonly code: string;
  readonly values?: Finding['values'];
}

function changedInset(
  issue: Issue,
  finding: Finding,
  change: (inset: InsetPicture) => ChangedInset | undefined,
): Mend | undefined {
  const block = blockOf(issue, finding);
  const [, picture] = /^picture:([^/]+)/u.exec(finding.where.text ?? '') ?? [];
  if (block?.kind !== 'article' || picture === undefined) return undefined;
  const own = block.pictures.find((inset) => inset.picture === picture);
  const changed = own && change(own);
  if (changed === undefined) return undefined;
  const value = block.pictures.map((inset) => (inset === own ? changed.inset : inset));
  const edit = { kind: 'setBlockProperty', block: block.id, property: 'pictures', value } as const;
  return mendBy(changed.code, edit, changed.values);
}

/** The shorter of two neighbours, drawn down to where the other one ends. */
export function evenEnd(issue: Issue, finding: Finding): Mend | undefined {
  const block = blockOf(issue, finding);
  if (block === undefined) return undefined;
  const { area, cutouts, id } = block;
  const lines = Number(finding.values.lines);
  const longer = { ...area, lines: area.lines + lines };
  const edit = { kind: 'resizedBlock', block: id, area: longer, cutouts } as const;
  return mendBy('mend-block-end', edit, { lines });
}

/** The block as high as its picture. */
export function closeFrame(issue: Issue, finding: Finding): Mend | undefined {
  const block = blockOf(issue, finding);
  if (block === undefined) return undefined;
  const { area, cutouts, id } = block;
  const lines = Number(finding.values.lines);
  const lower = { ...area, lines: area.lines - lines };
  const edit = { kind: 'resizedBlock', block: id, area: lower, cutouts } as const;
  return mendBy('mend-picture-frame', edit, { lines });
}

/** The block without the tint that its type does not stand out from. */
export function withoutTint(issue: Issue, finding: Finding): Mend | undefined {
  const block = blockOf(issue, finding);
  if (block?.tint === undefined) return undefined;
  return mendBy('mend-tint', { kind: 'setBlockProperty', block: block.id, property: 'tint' });
}

/** The credit in brackets, as papers print it. */
export function creditInBrackets(_issue: Issue, { values, where }: Finding): Mend | undefined {
  const picture = /^picture:([^/]+)/u.exec(where.text ?? '')?.[1];
  if (picture === undefined) return undefined;
  const bare = String(values.credit).replaceAll(/^[(（\s]+|[)）\s]+$/gu, '');
  const written = `（${bare}）`;
  const edit = { kind: 'setPicture', picture, changes: { credit: written } } as const;
  const change = { kind: 'edit', edit } as const;
  return { code: 'mend-credit', values: { ...values, written }, isSafe: true, change };
}

function inside(area: GridArea, whole: GridArea): GridArea | undefined {
  if (area.columns > whole.columns || area.lines > whole.lines) return undefined;
  const right = whole.column + whole.columns - area.columns;
  const foot = whole.line + whole.lines - area.lines;
  const column = Math.min(Math.max(area.column, whole.column), right);
  const line = Math.min(Math.max(area.line, whole.line), foot);
  return { ...area, column, line };
}

function mendBy(code: string, edit: Edit, values: Finding['values'] = {}): Mend {
  return { code, values, isSafe: false, change: { kind: 'edit', edit } };
}

import type { AdCell } from '#engine/model/issue.ts';
import { paragraphText } from '#engine/model/story-text.ts';
import type { Edit, FilledAdCell, ReorderedAdCells } from './edit.ts';
import { differingRange } from './edit-plan.ts';

/** A caret in a text of the issue; texts are named as in the display list. */
export interface TextPosition {
  /** `article:ID/story`, `article:ID/headline`, `picture:ID/caption`, `adGrid:ID/cell:3/name` … */
  readonly text: string;
  /** UTF-16 offset. */
  readonly offset: number;
}

/** An edit that was carried out, with the inverse that `applyEdit` returned. */
export interface DoneEdit {
  readonly edit: Edit;
  readonly inverse: Edit;
}

/**
 * Where a position is after an edit; undefined when its text is gone. A position where text was
 * put in stays before it or goes behind it, as `side` says; one inside a replaced range goes to
 * that end of what replaces it.
 */
export function mapPosition(
  done: DoneEdit,
  position: TextPosition,
  side: 'before' | 'after',
): TextPosition | undefined {
  const { edit, inverse } = done;
  if (edit.kind === 'editsTogether' && inverse.kind === 'editsTogether') {
    let current: TextPosition | undefined = position;
    for (const [index, one] of edit.edits.entries()) {
      const undoing = inverse.edits.at(-1 - index);
      if (!current || !undoing) return current;
      current = mapPosition({ edit: one, inverse: undoing }, current, side);
    }
    return current;
  }
  if (isGone(edit, position)) return undefined;
  if (edit.kind === 'reorderedAdCells') return movedWithCell(edit, position);
  const change = textChanges(done).find(({ text }) => text === position.text);
  return change ? { ...position, offset: mapOffset(change, position.offset, side) } : position;
}

/** One text whose range from start to oldEnd became start to newEnd. */
interface TextChange {
  readonly text: string;
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

function mapOffset(change: TextChange, offset: number, side: 'before' | 'after'): number {
  const { start, oldEnd, newEnd } = change;
  if (offset < start) return offset;
  if (offset > oldEnd) return offset + newEnd - oldEnd;
  if (offset === start && oldEnd > start) return start;
  if (offset === oldEnd && oldEnd > start) return newEnd;
  return side === 'before' ? start : newEnd;
}

function textChanges({ edit, inverse }: DoneEdit): readonly TextChange[] {
  switch (edit.kind) {
    case 'replacedText': {
      const lengths = edit.content.map((piece) => paragraphText(piece).length + 1);
      const length = Math.max(0, lengths.reduce((a, b) => a + b, 0) - 1);
      const { start, end } = edit;
      return [
        { text: `article:${edit.article}/story`, start, oldEnd: end, newEnd: start + length },
      ];
    }
    case 'splitParagraph':
      return [lineFeed(edit.article, edit.at, 1)];
    case 'joinedParagraphs':
      return [lineFeed(edit.article, edit.at, -1)];
    case 'setHeadlinePart': {
      if (inverse.kind !== 'setHeadlinePart') return [];
      const text = `article:${edit.article}/${edit.part}`;
      return [{ text, ...differingRange(inverse.text, edit.text) }];
    }
    case 'setPicture': {
      if (inverse.kind !== 'setPicture') return [];
      const before = inverse.changes;
      return (['caption', 'credit'] as const).map((field) => ({
        text: `picture:${edit.picture}/${field}`,
        ...differingRange(before[field] ?? '', edit.changes[field] ?? before[field] ?? ''),
      }));
    }
    case 'filledAdCell':
      return inverse.kind === 'filledAdCell' ? cellChanges(edit, inverse.content) : [];
    default:
      return [];
  }
}

function lineFeed(article: string, at: number, gain: 1 | -1): TextChange {
  const text = `article:${article}/story`;
  return { text, start: at, oldEnd: gain === 1 ? at : at + 1, newEnd: gain === 1 ? at + 1 : at };
}

function cellChanges(edit: FilledAdCell, before: AdCell): readonly TextChange[] {
  const old = cellFields(before);
  return Object.entries(cellFields(edit.content)).map(([field, text]) => ({
    text: `adGrid:${edit.adGrid}/cell:${edit.cell}/${field}`,
    ...differingRange(old[field] ?? '', text),
  }));
}

function cellFields(cell: AdCell): Readonly<Record<string, string>> {
  if (cell.kind === 'title') return { text: cell.text };
  if (cell.kind === 'picture') return {};
  const { name, latinName, slogan, hotline } = cell;
  return {
    name,
    slogan,
    ...(latinName !== undefined && { latinName }),
    ...(hotline && { label: hotline.label, number: hotline.number }),
  };
}

/** The words of a cell are named after its place. */
function movedWithCell(edit: ReorderedAdCells, position: TextPosition): TextPosition {
  const base = `adGrid:${edit.adGrid}/cell:`;
  if (!position.text.startsWith(base)) return position;
  const [cell = '', ...field] = position.text.slice(base.length).split('/');
  const place = edit.order.indexOf(Number(cell));
  return { ...position, text: [`${base}${place}`, ...field].join('/') };
}

function isGone(edit: Edit, position: TextPosition): boolean {
  switch (edit.kind) {
    case 'removedArticle':
      return position.text.startsWith(`article:${edit.article}/`);
    case 'removedPicture':
      return position.text.startsWith(`picture:${edit.picture}/`);
    case 'removedAdGrid':
      return position.text.startsWith(`adGrid:${edit.adGrid}/`);
    default:
      return false;
  }
}

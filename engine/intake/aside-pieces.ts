import { captionLabelLength, captionNumber, creditLength } from './captions.ts';
import type { DraftNote, DraftPicture, DraftPiece, NotePurpose } from './draft.ts';
import type { LineShape } from './line-shapes.ts';
import { type MadePiece, stretchOf } from './made-piece.ts';
import type { MarkedCopy } from './marked-copy.ts';
import { type CellRows, partnerLines, partnerRows } from './partner-cells.ts';
import type { RawPicture } from './raw-matter.ts';
import { turnedQuotes } from './repair-line.ts';
import type { ShapedLine } from './shaped-lines.ts';

const PURPOSES: Partial<Record<LineShape, NotePurpose>> = {
  greeting: 'greeting',
  contact: 'contact',
  attachment: 'attachment',
  mail: 'mail',
  boilerplate: 'boilerplate',
  subject: 'subject',
  sentOn: 'sentOn',
  separator: 'separator',
  jump: 'separator',
};

/** Pictures with their captions, partner grids, and notes to the newsroom. */
export function asidePieces(
  asides: readonly ShapedLine[],
  pictures: readonly RawPicture[],
): readonly MadePiece[] {
  return [
    ...picturePieces(asides, pictures),
    ...rowRuns(asides).map(madeGrid),
    ...asides.flatMap(({ line, shape }) => {
      const purpose = PURPOSES[shape];
      return purpose === undefined ? [] : [madeNote(line.copy, purpose)];
    }),
  ];
}

function madeNote(copy: MarkedCopy, purpose: NotePurpose): MadePiece<DraftNote> {
  return { piece: { kind: 'note', purpose, ...stretchOf(copy) }, copies: [copy] };
}

/** Rows that stand one below the other are one grid. */
function rowRuns(asides: readonly ShapedLine[]): readonly (readonly ShapedLine[])[] {
  const runs: ShapedLine[][] = [];
  for (const row of asides.filter(({ shape }) => shape === 'row')) {
    const above = runs.at(-1)?.at(-1)?.line.raw;
    if (above?.isNextTo(row.line.raw)) runs.at(-1)?.push(row);
    else runs.push([row]);
  }
  return runs;
}

function madeGrid(rows: readonly ShapedLine[]): MadePiece {
  const hasTabs = rows.some(({ line }) => line.raw.text.includes('\t'));
  const { columns, header, cells }: CellRows =
    (hasTabs ? partnerRows(rows) : undefined) ?? partnerLines(rows);
  const piece: DraftPiece = {
    kind: 'partnerGrid',
    columns,
    header,
    cells: cells.map(({ cell }) => cell),
  };
  return { piece, copies: cells.flatMap((cell) => cell.copies) };
}

interface Mark {
  readonly name: string;
  readonly copy: MarkedCopy | undefined;
}

/** Each caption goes to the picture it numbers, else to the one beside it that has none yet. */
function picturePieces(
  asides: readonly ShapedLine[],
  pictures: readonly RawPicture[],
): readonly MadePiece<DraftPicture>[] {
  const marks = asides.flatMap(({ line, shape }): readonly Mark[] => {
    const name = line.look.picture;
    return shape === 'picture' && name !== undefined ? [{ name, copy: line.copy }] : [];
  });
  const placed = new Set(marks.map(({ name }) => name));
  const loose = pictures.filter(({ name }) => !placed.has(name));
  const all: readonly Mark[] = [...marks, ...loose.map(({ name }) => ({ name, copy: undefined }))];
  const captions = withCredits(asides.filter(({ shape }) => shape === 'caption')).map(madeCaption);
  const bound = boundCaptions(all, captions);
  return [
    ...all.map((mark) => madePicture(mark, bound.get(mark), pictures)),
    ...captions
      .filter((caption) => ![...bound.values()].includes(caption))
      .map((caption) => madePicture(undefined, caption, pictures)),
  ];
}

/** A credit on a line of its own belongs to the caption above it. */
function withCredits(lines: readonly ShapedLine[]): readonly MarkedCopy[] {
  const copies: MarkedCopy[] = [];
  for (const { line } of lines) {
    const { copy } = line;
    const above = copies.at(-1);
    const isCredit = creditLength(copy.text.trim()) === copy.text.trim().length;
    const isBelow = above?.isNextTo(copy) === true;
    if (above && isCredit && isBelow && creditLength(above.text) === 0) {
      copies[copies.length - 1] = above.joinedTo(copy, 'joinedParagraphs', '\n');
    } else copies.push(copy);
  }
  return copies;
}

interface MadeCaption {
  readonly copy: MarkedCopy;
  readonly number: number | undefined;
  /** Undefined for a credit alone. */
  readonly caption: MarkedCopy | undefined;
  readonly credit: MarkedCopy | undefined;
}

function madeCaption(raw: MarkedCopy): MadeCaption {
  const number = captionNumber(raw.text);
  // 图片：李灿晖 names the photographer.
  const isCredit = creditLength(raw.text.trim()) === raw.text.trim().length;
  const label = isCredit ? 0 : captionLabelLength(raw.text);
  const copy = turnedQuotes(raw);
  const open = label === 0 ? copy : copy.replaced(labelPattern(label), 'labels', '');
  // （题图：…） is in brackets as a whole.
  const isWrapped = label > 0 && raw.text.startsWith('（');
  const bare = isWrapped ? open.replaced(/）$/gu, 'labels', '') : open;
  const text = bare.text.trimEnd();
  const credit = creditLength(text);
  if (credit === 0) return { copy: bare, number, caption: bare, credit: undefined };
  return {
    copy: bare,
    number,
    caption: credit === text.length ? undefined : bare.slice(0, text.length - credit),
    credit: bare.slice(text.length - credit),
  };
}

function labelPattern(length: number): RegExp {
  return new RegExp(`^[^]{${length}}`, 'gu');
}

function boundCaptions(
  marks: readonly Mark[],
  captions: readonly MadeCaption[],
): ReadonlyMap<Mark, MadeCaption> {
  const bound = new Map<Mark, MadeCaption>();
  for (const caption of captions) {
    const { number } = caption;
    const numbered = number === undefined ? undefined : marks[number - 1];
    const free = marks.filter((mark) => !bound.has(mark));
    const above = free.findLast(({ copy }) => copy && copy.end <= caption.copy.start);
    const mark = numbered && !bound.has(numbered) ? numbered : (above ?? free[0]);
    if (mark) bound.set(mark, caption);
  }
  return bound;
}

function madePicture(
  mark: Mark | undefined,
  made: MadeCaption | undefined,
  pictures: readonly RawPicture[],
): MadePiece<DraftPicture> {
  const file = pictures.find(({ name }) => name === mark?.name);
  const hasWords = file !== undefined && (file.caption !== '' || file.credit !== '');
  return {
    piece: {
      kind: 'picture',
      picture: mark?.name,
      mark: mark?.copy && stretchOf(mark.copy),
      caption: made?.caption && stretchOf(made.caption),
      credit: made?.credit && stretchOf(made.credit),
      fromFile:
        made === undefined && hasWords ? { caption: file.caption, credit: file.credit } : undefined,
    },
    copies: made ? [made.copy] : [],
  };
}

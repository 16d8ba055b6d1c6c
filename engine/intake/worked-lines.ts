import { isBylineLine, isNameLine } from './bylines.ts';
import type { WorkedLine } from './join-lines.ts';
import { MarkedCopy } from './marked-copy.ts';
import { repairedLine, withoutIndent, withoutWebSigns } from './repair-line.ts';
import { type LineLook, lineCopy, PLAIN_LOOK, type Source } from './source-lines.ts';
import { typedSigns, withoutTypedSigns } from './typed-signs.ts';

/** A line that is not blank, repaired, with what the file says of it. */
export interface DraftLine extends WorkedLine {
  /** The line as it came; cells of a table are read from it. */
  readonly raw: MarkedCopy;
  readonly look: LineLook;
}

/**
 * In a draft cells parted by tabs stay one row and a headline is parted from the story that runs on
 * from it; in a story that is pasted into, cells become paragraphs and lines stay whole.
 */
export type RowManner = 'kept' | 'parted';

/** The lines of a source that are not blank, each repaired by itself, and how many are blank. */
export function workedLines(
  source: Source,
  rows: RowManner,
): {
  readonly lines: readonly DraftLine[];
  readonly blank: number;
} {
  const lines: DraftLine[] = [];
  let blanksAbove = 0;
  let blank = 0;
  /** A line of tags or of signs nobody sees; it goes with the next line. */
  let bare: MarkedCopy | undefined;
  const signs = typedSigns(source);
  for (const line of source.lines) {
    const raw = lineCopy(source, line);
    const isRow = rows === 'kept' && isCellRow(raw.text);
    const look: LineLook = isRow ? { ...line.look, kind: 'row' } : line.look;
    const isApart = look.kind !== 'plain';
    const typed = withoutTypedSigns(isApart ? raw : withoutWebSigns(raw), { ...line, look }, signs);
    const copy = isApart ? raw : withoutIndent(typed.copy);
    if (copy.text.trim() === '') {
      blanksAbove += 1;
      blank += 1;
      if (raw.text.trim() !== '') bare = bare?.joinedTo(copy, 'tags', '') ?? copy;
      continue;
    }
    if (bare && isApart) lines.push(bareLine(bare));
    const whole = bare && !isApart ? bare.joinedTo(copy, 'tags', '') : copy;
    bare = undefined;
    const isIndented = /^(?:[ \u3000\u00a0]{2}|\t|&nbsp;)/.test(raw.text);
    const parts = partsOf(whole, rows);
    for (const [index, part] of parts.entries()) {
      lines.push({
        copy: isApart ? part : repairedLine(part),
        raw: parts.length === 1 ? raw : MarkedCopy.of(part.source, part.start, part.end),
        look: isApart ? look : typed.look,
        blanksAbove,
        isSoft: line.isSoft && index === 0,
        isIndented: isIndented || index > 0,
        isApart,
      });
      blanksAbove = 0;
    }
  }
  if (bare) lines.push(bareLine(bare));
  return { lines, blank };
}

/** With nothing below to go with, such a line stays as it came. */
function bareLine({ source, start, end }: MarkedCopy): DraftLine {
  const copy = MarkedCopy.of(source, start, end);
  const look: LineLook = { ...PLAIN_LOOK };
  return { copy, raw: copy, look, blanksAbove: 0, isSoft: false, isIndented: true, isApart: false };
}

/** A tag may have become the end of a paragraph in the middle of a line. */
function partsOf(copy: MarkedCopy, rows: RowManner): readonly MarkedCopy[] {
  const parts: MarkedCopy[] = [];
  let from = 0;
  for (const { index } of copy.text.matchAll(/\n(?=[^\n])/g)) {
    parts.push(copy.slice(from, index + 1).replaced(/\n/g, 'tags', ''));
    from = index + 1;
  }
  return [...parts, copy.slice(from)].flatMap((part) => (rows === 'kept' ? runIn(part) : [part]));
}

/** A headline with its writer at the other end of the line. */
const SIGNED_HEAD =
  /^[^。，；\d][^。，；]{5,33}[ \u3000]{2,}(?=[（(]?\p{Script=Han}{2,4}.{0,12}$)/u;
/** A headline that the story runs on from, behind a gap or in brackets. */
const RUN_IN = [
  /^[^。，；！？\s]{6,30}(?<![讯电道）])[ \u3000]{2,}(?=\S.{24,}[。！？）”]$)/u,
  /^[^。，；！？\s]{6,30}(?<![讯电道）])[ \u3000](?=(?:\d{1,2}月\d{1,2}日|日前|近日|本报讯).{20,}$)/u,
  // A park in front of its brief.
  /^\S{2,12}(?:高新区|经开区|示范区|综保区|开发区|街道|[县镇乡])[ \u3000]+(?=\d{1,2}月\d{1,2}日.{10,}（[^（）]{2,8}）$)/u,
  // A numbered brief signed at its end: the first sentence is its headline.
  /^(?:\d{1,2}[.、．]|[①-⑳●■◆▲★▪•])\s*[^。，；！？\s]{6,28}。(?=(?:\d{1,2}月|日前|近日|连日来|本报讯).{14,}（[^（）]{2,12}）$)/u,
  /^(?:#[^#]{2,12}# *)?【[^【】]{8,30}】\s*(?=\S.{24,}(?:[。！？）”]|@\S+)$)/u,
];

function runIn(line: MarkedCopy): readonly MarkedCopy[] {
  const signed = SIGNED_HEAD.exec(line.text)?.[0];
  const isSigned =
    signed !== undefined &&
    isNameLine(line.text.slice(signed.length)) &&
    !isNameLine(line.text) &&
    !isBylineLine(line.text);
  const head = isSigned
    ? signed
    : RUN_IN.map((pattern) => pattern.exec(line.text)?.[0]).find(Boolean);
  if (head === undefined) return [line];
  const bare = line
    .slice(0, head.length)
    .replaced(/[ \u3000]+$/gu, 'spaces', '')
    .replaced(/。$/gu, 'marks', '')
    .replaced(/^#[^#]{2,12}# *(?=【)/gu, 'labels', '');
  return [bare, line.slice(head.length)];
}

/** Cells parted by tabs, each in tags of its own or without the marks of a sentence. */
function isCellRow(raw: string): boolean {
  if (/<\/p>\t\s*<p\b/i.test(raw)) return true;
  return /\S\t+\S/.test(raw) && !/[。；]/u.test(raw);
}

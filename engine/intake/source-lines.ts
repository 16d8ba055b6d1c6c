import { MarkedCopy } from './marked-copy.ts';
import type { RawMatter, RawParagraph, RawPart } from './raw-matter.ts';

/** A draft as one text; every place in it is an offset into that text. */
export interface Source {
  readonly text: string;
  readonly lines: readonly SourceLine[];
}

/** One line of the source, blank or not. */
export interface SourceLine {
  readonly start: number;
  /** Behind its last character; the line feed is not part of it. */
  readonly end: number;
  /** True when only a soft return parts it from the line before. */
  readonly isSoft: boolean;
  readonly look: LineLook;
}

/** What the file says of a line beside its words. */
export interface LineLook {
  readonly kind: 'plain' | 'subject' | 'row' | 'picture';
  readonly bold: boolean;
  readonly centred: boolean;
  readonly sizePt: number | undefined;
  readonly level: number | undefined;
  /** Name of the picture that stands here. */
  readonly picture: string | undefined;
}

/** The look of a line of which the file says nothing. */
export const PLAIN_LOOK: LineLook = {
  kind: 'plain',
  bold: false,
  centred: false,
  sizePt: undefined,
  level: undefined,
  picture: undefined,
};

/** Stands in the source for a picture. */
const PICTURE_SIGN = '\ufffc';

/** Words from the clipboard as raw matter: each line is a paragraph. */
export function pastedMatter(pasted: string): RawMatter {
  const parts = pasted.split(/\r\n?|\n|\u2029/).map((text): RawParagraph => {
    const soft = text.replace(/[\v\u2028]/g, '\n');
    const look = { bold: false, centred: false, sizePt: undefined, level: undefined };
    return { kind: 'paragraph', text: soft, label: undefined, ...look };
  });
  const envelope = { subject: '', sender: '', address: '', sentAt: undefined };
  return { parts, pictures: [], envelope };
}

/** Raw matter as one text. The subject of a mail is its first line. */
export function sourceOf({ parts, envelope }: RawMatter): Source {
  const texts: string[] = [];
  const lines: SourceLine[] = [];
  let at = 0;
  const add = (text: string, look: LineLook) => {
    let start = at;
    for (const [index, words] of text.split('\v').entries()) {
      lines.push({ start, end: start + words.length, isSoft: index > 0, look });
      start += words.length + 1;
    }
    texts.push(text);
    at += text.length + 1;
  };
  if (envelope.subject.trim() !== '') {
    add(oneLine(envelope.subject), { ...PLAIN_LOOK, kind: 'subject' });
    add('', PLAIN_LOOK);
  }
  for (const part of parts) for (const [text, look] of linesOf(part)) add(text, look);
  return { text: texts.join('\n'), lines };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function linesOf(part: RawPart): readonly (readonly [string, LineLook])[] {
  switch (part.kind) {
    case 'picture':
      return [[PICTURE_SIGN, { ...PLAIN_LOOK, kind: 'picture', picture: part.picture }]];
    case 'table':
      // A line feed within a cell would part the row.
      return part.rows.map((cells) => [
        cells.map((cell) => cell.replace(/\s+/g, ' ')).join('\t'),
        { ...PLAIN_LOOK, kind: 'row' },
      ]);
    case 'paragraph': {
      const { bold, centred, sizePt, level, label } = part;
      const text = (label === undefined ? '' : `${label} `) + part.text;
      const look: LineLook = { ...PLAIN_LOOK, bold, centred, sizePt, level };
      return [[text.replace(/\r\n?|\n|\u2028/g, '\v').replace(/[\u2029\f]/g, ' '), look]];
    }
  }
}

/** A line of the source without changes. */
export function lineCopy(source: Source, line: SourceLine): MarkedCopy {
  return MarkedCopy.of(source.text, line.start, line.end);
}

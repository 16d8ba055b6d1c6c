import type { DraftCell, Stretch } from './draft.ts';
import type { ShapedLine } from './gather-stories.ts';
import { MarkedCopy } from './marked-copy.ts';
import { isUnit } from './names.ts';
import { repairedCell } from './repair-line.ts';

/** Rows of cells that stand one below the other. */
export interface CellRows {
  readonly columns: number;
  readonly cells: readonly { readonly copy: MarkedCopy; readonly cell: DraftCell }[];
}

const HOTLINE =
  /(?:([\p{Script=Han}]{2,10})\s?[：:]?\s?)((?:\+?86-?)?(?:[（(]?0\d{2,3}[）)]?[-— ]?)?\d{7,8}(?:[-转]\d{1,5})?|1[3-9]\d{9}|[48]00-?\d{3}-?\d{4})$/u;
const LATIN = /^[A-Za-z][\w.&'’-]*$/u;
/** The title of a grid is one short word, such as 合作园区. */
const LONGEST_TITLE = 10;

/** The cells of rows parted by tabs, when partners stand in them; undefined for another table. */
export function partnerRows(rows: readonly ShapedLine[]): CellRows | undefined {
  const copies = rows.map(({ line }) => cellCopies(line.raw));
  const all = copies.flat();
  return looksLikePartners(all.map(({ text }) => text))
    ? gridOf(all, Math.max(...copies.map((row) => row.length)))
    : undefined;
}

/** Lines that are a partner each, under the title of the grid or without one. */
export function partnerLines(lines: readonly ShapedLine[]): CellRows {
  return gridOf(
    lines.map(({ line }) => repairedCell(line.raw)),
    lines.length > 4 ? 4 : lines.length,
  );
}

/** True for a line of a house, its slogan and perhaps its number: 雨湖高新区 长潭腹地 产业新城. */
export function isPartnerLine(text: string): boolean {
  const words = text.split(/[ \u3000|｜]+/u);
  const [name = '', ...rest] = words;
  return (
    rest.length > 0 &&
    text.length <= 70 &&
    /(?:区|园|公司|集团|基地|中心)$/u.test(name) &&
    !/[，。；？！]/u.test(text) &&
    !/[：:]/u.test(name)
  );
}

/** True for a line that ends with a label and a number to be dialled. */
export function hasHotline(text: string): boolean {
  return HOTLINE.test(text);
}

function looksLikePartners(cells: readonly string[]): boolean {
  const words = cells.filter((cell) => cell !== '');
  const partners = words.filter((cell) => isPartnerLine(cell) || isUnit(cell.split(' ')[0] ?? ''));
  const isSaid = words.some(hasHotline) || words.some(isPartnerLine);
  return words.length >= 2 && isSaid && partners.length * 2 >= words.length;
}

function cellCopies(row: MarkedCopy): readonly MarkedCopy[] {
  const { source, start, text } = row;
  let at = start;
  return text.split('\t').map((words) => {
    const copy = MarkedCopy.of(source, at, at + words.length);
    at += words.length + 1;
    return repairedCell(copy);
  });
}

function gridOf(copies: readonly MarkedCopy[], columns: number): CellRows {
  const filled = copies.filter(({ text }) => text.trim() !== '');
  return { columns, cells: filled.map((copy, index) => partnerCell(copy, index === 0)) };
}

function partnerCell(copy: MarkedCopy, isFirst: boolean): CellRows['cells'][number] {
  const tight = copy.replaced(/[ \u3000]{2,}|\s*[|｜]\s*/gu, 'spaces', ' ');
  const { text } = tight;
  if (isFirst && text.length <= LONGEST_TITLE && !/[\s\d：]/.test(text)) {
    const place = { start: copy.start, end: copy.end };
    const none = { latinName: undefined, slogan: undefined, label: undefined, number: undefined };
    return { copy: tight, cell: { ...place, kind: 'title', name: place, ...none } };
  }
  const { name, latin, slogan, label, number } = fieldsOf(text);
  const wide = tight.replaced(/ /gu, 'headlineSpaces', (found, at) => {
    return slogan !== undefined && at > slogan[0] && at < slogan[1] ? '\u3000' : found;
  });
  const stretch = (range: Range | undefined): Stretch | undefined => {
    if (range === undefined) return undefined;
    const part = wide.slice(range[0], range[1]);
    return { start: part.start, end: part.end };
  };
  return {
    copy: wide,
    cell: {
      start: copy.start,
      end: copy.end,
      kind: 'partner',
      name: stretch(name),
      latinName: stretch(latin),
      slogan: stretch(slogan),
      label: stretch(label),
      number: stretch(number),
    },
  };
}

type Range = readonly [number, number];

interface CellFields {
  readonly name: Range | undefined;
  readonly latin: Range | undefined;
  readonly slogan: Range | undefined;
  readonly label: Range | undefined;
  readonly number: Range | undefined;
}

/** Name first, Latin name where there is one, then slogan, and the hotline last. */
function fieldsOf(text: string): CellFields {
  const hotline = HOTLINE.exec(text);
  const [, label = '', number = ''] = hotline ?? [];
  const numberAt = text.length - number.length;
  const end = hotline?.index ?? text.length;
  const words = [...text.slice(0, end).matchAll(/\S+/gu)].map(({ index, 0: word }) => {
    return { word, range: [index, index + word.length] as const };
  });
  const [first, ...rest] = words;
  const latin = rest.filter(({ word }) => LATIN.test(word));
  const slogan = rest.filter(({ word }) => !LATIN.test(word));
  return {
    name: first?.range,
    latin: spanOf(latin.map(({ range }) => range)),
    slogan: spanOf(slogan.map(({ range }) => range)),
    label: hotline === null || label === '' ? undefined : [end, end + label.length],
    number: hotline === null ? undefined : [numberAt, text.length],
  };
}

function spanOf(ranges: readonly Range[]): Range | undefined {
  const [first] = ranges;
  const last = ranges.at(-1);
  return first && last ? [first[0], last[1]] : undefined;
}

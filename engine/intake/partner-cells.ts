import type { DraftCell, Stretch } from './draft.ts';
import { withWideBlanks } from './headings.ts';
import { MarkedCopy } from './marked-copy.ts';
import { isUnit } from './names.ts';
import { repairedCell } from './repair-line.ts';
import type { ShapedLine } from './shaped-lines.ts';

/** Rows of cells that stand one below the other. */
export interface CellRows {
  readonly columns: number;
  readonly header: Stretch | undefined;
  readonly cells: readonly { readonly copies: readonly MarkedCopy[]; readonly cell: DraftCell }[];
}

const HOTLINE =
  /(?:([\p{Script=Han}]{2,10})\s?[：:]\s?|([\p{Script=Han}]{0,6}(?:热线|电话|手机|咨询))\s?|(?<=^|\s))((?:\+?86-?)?(?:[（(]?0\d{2,3}[）)]?[-— ]?)?\d{7,8}(?:[-转]\d{1,5})?|1[3-9]\d{9}|[48]00-?\d{3}-?\d{4})$/u;
const LATIN = /^[A-Za-z][\w.&'’-]*$/u;
/** The title of a grid is one short word, such as 合作园区. */
const LONGEST_TITLE = 10;

/** The cells of rows parted by tabs, when partners stand in them; undefined for another table. */
export function partnerRows(rows: readonly ShapedLine[]): CellRows | undefined {
  const copies = rows.map(({ line }) => cellCopies(line.raw));
  const isTitled = copies[0]?.length === 1;
  const table = isTitled
    ? partnerTable(rows.slice(1), copies.slice(1))
    : partnerTable(rows, copies);
  if (table !== undefined) {
    const title = isTitled ? (copies[0] ?? []).map((copy) => partnerCell(copy, true)) : [];
    return { ...table, cells: [...title, ...table.cells] };
  }
  if (isPartnerARow(copies)) {
    const whole = rows.map(({ line }) => repairedCell(line.raw).replaced(/\t+/gu, 'spaces', ' '));
    return gridOf(whole, Math.min(4, whole.length));
  }
  const all = copies.flat();
  return looksLikePartners(all.map(({ text }) => text))
    ? gridOf(all, Math.max(...copies.map((row) => row.length)))
    : undefined;
}

/** Lines that are a partner each, under the title of the grid or without one. */
export function partnerLines(lines: readonly ShapedLine[]): CellRows {
  return gridOf(
    lines.map(({ line }) =>
      repairedCell(line.raw).replaced(new RegExp(ROW_NUMBER.source, 'gu'), 'bullets', ''),
    ),
    lines.length > 4 ? 4 : lines.length,
  );
}

/** 1、 in front of a partner. */
const ROW_NUMBER = /^(?:\d{1,2}[.、．)）]|（\d{1,2}）|[①-⑳])\s*/u;
/** 天易经开区（TIANYI DEMONSTRATION ZONE）: the Latin name in brackets behind the Chinese one. */
const NAME_IN_BRACKETS =
  /^(?<name>[^\s（(，。：]{2,18})[（(](?<latin>[A-Za-z][\w .&'’-]*)[）)]\s*/u;

/** True for a line of a house, its slogan and perhaps its number: 雨湖高新区 长潭腹地 产业新城. */
export function isPartnerLine(text: string): boolean {
  const bare = text.replace(ROW_NUMBER, '');
  const inBrackets = NAME_IN_BRACKETS.test(bare);
  const words = bare.split(inBrackets ? /[（(]/u : /[ \u3000|｜]+/u);
  const [name = '', ...rest] = words;
  return (
    rest.length > 0 &&
    text.length <= 90 &&
    /(?:区|园|公司|集团|基地|中心)$/u.test(name) &&
    !/[，。；？！]/u.test(text) &&
    !/[：:]/u.test(name)
  );
}

/** True for a line that is the name of a park or house and nothing else. */
export function isPartnerName(text: string): boolean {
  return /^[^\s，。；：！？]{2,16}(?:区|园|公司|集团|基地|中心)$/u.test(text);
}

/** True for a line that ends with a label and a number to be dialled. */
export function hasHotline(text: string): boolean {
  return HOTLINE.test(text);
}

const COLUMN_NAMES: readonly (readonly [keyof TableFields, RegExp])[] = [
  ['latinName', /^(?:英文名?称?|外文名?称?)$/u],
  ['name', /^(?:园区|单位|企业|公司|合作园区|合作单位)?(?:名称|全称)?$/u],
  ['slogan', /^(?:宣传|形象|园区)?(?:口号|标语|用语|语|定位)$/u],
  ['number', /^(?:招商|联系|咨询|服务)?(?:热线|电话|热线电话)$/u],
];
const ORDINAL = /^(?:序号|编号|No\.?)$/iu;

type TableFields = Pick<DraftCell, 'name' | 'latinName' | 'slogan' | 'number'>;

/** A table that names its columns and has a partner on each row; undefined for any other. */
function partnerTable(
  rows: readonly ShapedLine[],
  copies: readonly (readonly MarkedCopy[])[],
): CellRows | undefined {
  const [head = [], ...bodies] = copies;
  const columns = head.map(({ text }) => columnOf(text));
  const label = head[columns.indexOf('number')];
  const header = rows[0]?.line.raw;
  const isNamed = columns.includes('name') && columns.every((column) => column !== undefined);
  if (!isNamed || columns.length < 2 || bodies.length === 0 || !header) return undefined;
  const cells = bodies.flatMap((row, index) => {
    const raw = rows[index + 1]?.line.raw;
    if (raw === undefined) return [];
    const field = (name: keyof TableFields): Stretch | undefined => {
      const copy = row[columns.indexOf(name)];
      return copy && copy.text !== '' ? { start: copy.start, end: copy.end } : undefined;
    };
    const fields: TableFields = {
      name: field('name'),
      latinName: field('latinName'),
      slogan: field('slogan'),
      number: field('number'),
    };
    const stretch = { start: raw.start, end: raw.end };
    const named = label && fields.number ? { start: label.start, end: label.end } : undefined;
    return [{ ...stretch, kind: 'partner' as const, ...fields, label: named }];
  });
  const slogan = columns.indexOf('slogan');
  return {
    columns: Math.min(4, cells.length),
    header: { start: header.start, end: header.end },
    cells: cells.map((cell, index) => {
      const row = bodies[index] ?? [];
      const wide = row.map((copy, at) => (at === slogan ? withWideBlanks(copy) : copy));
      return { copies: wide, cell };
    }),
  };
}

const PARK = /^\S*(?:高新区|经开区|示范区|开发区|园区|产业园|工业园|公司|集团)(?:\s|$)/u;

/** Rows that begin with a park each, followed by what is no park and no mere figure. */
function isPartnerARow(rows: readonly (readonly MarkedCopy[])[]): boolean {
  const others = rows.map((row) => row.slice(1).map(({ text }) => text.trim()));
  const isSaid = others.flat().some((text) => hasHotline(text) || LATIN.test(text));
  return (
    rows.length >= 2 &&
    isSaid &&
    rows.every((row) => row.length > 1 && isPartnerName(row[0]?.text ?? '')) &&
    others.every((texts) => texts.every((text) => !PARK.test(text) && !/^[\d.%]{1,6}$/u.test(text)))
  );
}

function columnOf(text: string): keyof TableFields | 'ordinal' | undefined {
  if (ORDINAL.test(text)) return 'ordinal';
  return text === '' ? undefined : COLUMN_NAMES.find(([, pattern]) => pattern.test(text))?.[0];
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
  // A cell of nothing but tags is a slot still to be filled.
  const filled = copies.filter(({ source, start, end }) => source.slice(start, end).trim() !== '');
  return {
    columns,
    header: undefined,
    cells: filled.map((copy, index) => partnerCell(copy, index === 0)),
  };
}

function partnerCell(copy: MarkedCopy, isFirst: boolean): CellRows['cells'][number] {
  const tight = copy
    .replaced(/[ \u3000]{2,}|\s*[|｜]\s*/gu, 'spaces', ' ')
    .replaced(/(?<=^[^\s\d：]{2,9})：$/gu, 'labels', '');
  const { text } = tight;
  const bareLength = text.replace(/（[^（）]*）$/u, '').length;
  if (isFirst && bareLength <= LONGEST_TITLE && !/[\s\d：]/.test(text)) {
    const place = { start: copy.start, end: copy.end };
    const none = { latinName: undefined, slogan: undefined, label: undefined, number: undefined };
    return { copies: [tight], cell: { ...place, kind: 'title', name: place, ...none } };
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
    copies: [wide],
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
  const [, withColon, bare, number = ''] = hotline ?? [];
  const label = withColon ?? bare ?? '';
  const numberAt = text.length - number.length;
  const end = hotline?.index ?? text.length;
  const words = [...text.slice(0, end).matchAll(/\S+/gu)].map(({ index, 0: word }) => {
    return { word, range: [index, index + word.length] as const };
  });
  const bracketed = NAME_IN_BRACKETS.exec(text)?.groups;
  if (bracketed) return bracketedFields(text, { end, label, numberAt }, bracketed);
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

/** The same with the Latin name in brackets, which say nothing on the page. */
function bracketedFields(
  text: string,
  { end, label, numberAt }: { end: number; label: string; numberAt: number },
  { name = '', latin = '' }: Readonly<Record<string, string>>,
): CellFields {
  const behind = NAME_IN_BRACKETS.exec(text)?.[0].length ?? 0;
  const slogan = text.slice(behind, end).trimEnd();
  const hasNumber = numberAt < text.length;
  return {
    name: [0, name.length],
    latin: [name.length + 1, name.length + 1 + latin.length],
    slogan: slogan === '' ? undefined : [behind, behind + slogan.length],
    label: label === '' ? undefined : [end, end + label.length],
    number: hasNumber ? [numberAt, text.length] : undefined,
  };
}

function spanOf(ranges: readonly Range[]): Range | undefined {
  const [first] = ranges;
  const last = ranges.at(-1);
  return first && last ? [first[0], last[1]] : undefined;
}

import { deflateSync, inflateSync } from 'node:zlib';
import { assert } from '#engine/units/assert.ts';

/** An object taken out of a PDF file: its text, and its unpacked stream if it has one. */
export interface LooseObject {
  /** Dictionary or other value, without the stream's length. */
  text: string;
  stream: Buffer | undefined;
}

/** A PDF file taken apart, to be spoilt and put together again. */
export interface LoosePdf {
  version: string;
  readonly objects: Map<number, LooseObject>;
  /** Entries of the trailer without /Size. */
  trailer: string;
}

/** Takes apart a file as press writes it: classic table, one generation, lengths in place. */
export function takeApart(pdf: Uint8Array): LoosePdf {
  const bytes = Buffer.from(pdf);
  const text = bytes.toString('latin1');
  const objects = new Map<number, LooseObject>();
  const start = Number(/startxref\s+(\d+)/u.exec(text)?.[1]);
  const table = text.slice(start, text.indexOf('trailer', start));
  [...table.matchAll(/(\d{10}) \d{5} ([nf])/gu)].forEach(([, offset, kind], number) => {
    if (kind === 'n') objects.set(number, looseObject(bytes, text, Number(offset)));
  });
  const trailer = /trailer\s*<<(.*)>>/su.exec(text.slice(start))?.[1] ?? '';
  const version = text.slice('%PDF-'.length, '%PDF-1.6'.length);
  return { version, objects, trailer: trailer.replace(/\/Size \d+/u, '') };
}

function looseObject(bytes: Buffer, text: string, offset: number): LooseObject {
  const from = text.indexOf(' obj\n', offset) + ' obj\n'.length;
  const end = text.indexOf('\nendobj', from);
  const head = /^<<.*\/Length (\d+)>>stream\n/u.exec(text.slice(from, end));
  if (head === null) return { text: text.slice(from, end), stream: undefined };
  const at = from + head[0].length;
  const raw = bytes.subarray(at, at + Number(head[1]));
  const own = head[0].replace(/\/Length \d+>>stream\n$/u, '>>');
  const isPacked = own.includes('/Filter/FlateDecode');
  return { text: own, stream: Buffer.from(isPacked ? inflateSync(raw) : raw) };
}

/** Puts a file together; its table is right, whatever was done to its objects. */
export function putTogether({ version, objects, trailer }: LoosePdf): Buffer {
  const chunks: Buffer[] = [Buffer.from(`%PDF-${version}\n%\xe2\xe3\xcf\xd3\n`, 'latin1')];
  let length = chunks[0]?.length ?? 0;
  const offsets = new Map<number, number>();
  for (const [number, object] of objects) {
    offsets.set(number, length);
    const written = writtenObject(number, object);
    chunks.push(written);
    length += written.length;
  }
  const size = Math.max(...objects.keys()) + 1;
  const lines = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    if (offset === undefined) return '0000000000 65535 f \n';
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const end = `trailer\n<</Size ${size}${trailer}>>\nstartxref\n${length}\n%%EOF\n`;
  chunks.push(Buffer.from(`xref\n0 ${size}\n${lines.join('')}${end}`, 'latin1'));
  return Buffer.concat(chunks);
}

function writtenObject(number: number, { stream, text }: LooseObject): Buffer {
  if (stream === undefined) return Buffer.from(`${number} 0 obj\n${text}\nendobj\n`, 'latin1');
  const packed = text.includes('/Filter/FlateDecode') ? deflateSync(stream, { level: 1 }) : stream;
  const head = text.replace(/>>$/u, `/Length ${packed.length}>>`);
  return Buffer.concat([
    Buffer.from(`${number} 0 obj\n${head}stream\n`, 'latin1'),
    packed,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ]);
}

/** Adds an object and returns how it is referred to. */
export function addObject(pdf: LoosePdf, text: string, stream?: Buffer): string {
  const number = Math.max(...pdf.objects.keys()) + 1;
  pdf.objects.set(number, { text, stream });
  return `${number} 0 R`;
}

/** The first object whose text holds these words. */
export function objectWith(pdf: LoosePdf, words: string | RegExp): LooseObject {
  const found = [...pdf.objects.values()].find(({ text }) => text.search(words) >= 0);
  assert(found !== undefined, `the page has an object with ${words}`);
  return found;
}

/** Changes the text of an object; a change that finds nothing to change is our own fault. */
export function changeObject(
  pdf: LoosePdf,
  words: string | RegExp,
  change: readonly [from: string | RegExp, to: string],
): void {
  const object = objectWith(pdf, words);
  const [from, to] = change;
  const changed = object.text.replace(from, to);
  assert(changed !== object.text, `${from} is in the object with ${words}`);
  object.text = changed;
}

/** Adds entries to the dictionary of an object. */
export function addEntries(pdf: LoosePdf, words: string | RegExp, entries: string): void {
  const object = objectWith(pdf, words);
  object.text = object.text.replace(/>>$/u, `${entries}>>`);
}

/** Changes the bytes of a stream. */
export function changeStream(
  pdf: LoosePdf,
  reference: string | undefined,
  change: (bytes: Buffer) => Buffer,
): void {
  const object = pdf.objects.get(Number.parseInt(reference ?? '', 10));
  assert(object?.stream !== undefined, `${reference} is a stream`);
  object.stream = change(object.stream);
}

/** The page dictionary's content streams, in order. */
export function contentsOf(pdf: LoosePdf): readonly LooseObject[] {
  const { text } = objectWith(pdf, PAGE);
  const list = /\/Contents\[([^\]]*)\]/u.exec(text)?.[1] ?? '';
  return [...list.matchAll(/(\d+) 0 R/gu)].flatMap(
    ([, number]) => pdf.objects.get(Number(number)) ?? [],
  );
}

/** Replaces the first match in the page content. */
export function changeContent(pdf: LoosePdf, from: string | RegExp, to: string): void {
  for (const object of contentsOf(pdf)) {
    const text = object.stream?.toString('latin1') ?? '';
    const changed = text.replace(from, to);
    if (changed === text) continue;
    object.stream = Buffer.from(changed, 'latin1');
    return;
  }
  assert(false, `${from} is in the content of the page`);
}

/** Adds operators behind all others; coordinates count from the lower left corner of the sheet. */
export function addContent(pdf: LoosePdf, operators: string): void {
  const reference = addObject(pdf, '<<>>', Buffer.from(operators, 'latin1'));
  changeObject(pdf, PAGE, [/\/Contents\[([^\]]*)\]/u, `/Contents[$1 ${reference}]`]);
}

/** Adds a resource to the page. */
export function addResource(pdf: LoosePdf, category: string, entry: string): void {
  const object = objectWith(pdf, RESOURCES);
  const shelf = `/${category}<<`;
  object.text = object.text.includes(shelf)
    ? object.text.replace(shelf, `${shelf}${entry}`)
    : object.text.replace(/>>$/u, `${shelf}${entry}>>>>`);
}

/** Words by which objects of a pressed page are found. */
export const PAGE = /\/Type\/Page\//u;
const RESOURCES = /^<<\/ExtGState/u;
export const CATALOG = '/Type/Catalog';
export const INTENT = '/Type/OutputIntent';
export const INFORMATION = /^<<\/Title/u;

import type { RawPart } from '#engine/intake/raw-matter.ts';
import type { Failure } from '#host/contract.ts';
import { type FilePart, NO_ENVELOPE, type TakenPart } from './gathered.ts';
import {
  type HtmlElement,
  type HtmlLooks,
  type HtmlNode,
  isBlock,
  isUnseen,
  looksWithin,
  PLAIN_LOOKS,
} from './html-looks.ts';
import { HtmlPage } from './html-page.ts';
import { parsePage } from './parse-page.ts';
import { type PictureBox, SMALL_PICTURE } from './picture-box.ts';

/** What a web page, a mail or a paste is read with. */
export interface HtmlSources {
  readonly box: PictureBox;
  /** Pictures of the mail around it, by Content-ID. */
  readonly enclosed?: ReadonlyMap<string, { readonly name: string; readonly bytes: Uint8Array }>;
}

/**
 * Reads a web page as it is seen: no script runs and nothing is fetched. Of a WeChat article the
 * title and the article are taken, without what the platform puts around them.
 */
export async function readHtml(html: string, sources: HtmlSources): Promise<FilePart> {
  const document = parsePage(html);
  const elements = allElements(document);
  const article = elements.find(({ attribs }) => attribs.id === 'js_content');
  const page = new HtmlPage();
  if (article === undefined) walk(document.children, page);
  else {
    const title = elements.filter(({ attribs }) => attribs.id === 'activity-name');
    walk([...title, visible(article)], page);
  }
  const pictures = await takePictures(page.pictures, sources);
  return {
    parts: page.close().flatMap((part) => namedPicture(part, pictures.taken)),
    envelope: {
      ...NO_ENVELOPE,
      subject: subjectOf(elements),
      sender: textOf(elements.find(({ attribs }) => attribs.id === 'js_name')),
    },
    notes: [...pictures.notes, ...scriptNotes(elements)],
    pictures: [...pictures.taken.values()],
  };
}

function allElements({ children }: { readonly children: readonly HtmlNode[] }): HtmlElement[] {
  return children.flatMap((node) => ('attribs' in node ? [node, ...allElements(node)] : []));
}

/** WeChat hides its article until a script of its own shows it. */
function visible(article: HtmlElement): HtmlElement {
  article.attribs.style = '';
  return article;
}

function subjectOf(elements: readonly HtmlElement[]): string {
  const social = elements.find(({ attribs }) => attribs.property === 'og:title');
  const title = elements.find(({ name }) => name === 'title');
  return (textOf(title) || social?.attribs.content || '').replaceAll(/\s+/gu, ' ').trim();
}

function textOf(element: HtmlElement | undefined): string {
  if (element === undefined) return '';
  const words = element.children.map((node) => {
    if ('attribs' in node) return textOf(node);
    return node.type === 'text' ? node.data : '';
  });
  return words.join('').trim();
}

/** Pages are full of scripts, and nobody misses them; in a mail or paste they are worth a word. */
function scriptNotes(elements: readonly HtmlElement[]): readonly Failure[] {
  const isActive = ({ name, attribs }: HtmlElement) =>
    name === 'script' || Object.keys(attribs).some((attribute) => attribute.startsWith('on'));
  const count = elements.filter(isActive).length;
  return count > 0 ? [{ code: 'draft-scripts', values: { count } }] : [];
}

function walk(nodes: readonly HtmlNode[], page: HtmlPage, looks: HtmlLooks = PLAIN_LOOKS): void {
  for (const node of nodes) {
    if (node.type === 'text') page.text(node.data, looks);
    else if ('attribs' in node && !isUnseen(node)) walkElement(node, page, looks);
  }
}

function walkElement(element: HtmlElement, page: HtmlPage, outer: HtmlLooks): void {
  const { name, attribs } = element;
  if (name === 'br') page.text('\n', { ...outer, keepsBlanks: true });
  else if (name === 'img') page.picture(addressOf(attribs));
  else if (hasColumns(element)) page.table(rowsOf(element, looksWithin(element, outer)));
  else if (isBlock(name)) walkBlock(element, page, outer);
  else walk(element.children, page, looksWithin(element, outer));
}

function walkBlock(element: HtmlElement, page: HtmlPage, outer: HtmlLooks): void {
  page.breakLine();
  if (element.name === 'li') page.label(labelOf(element));
  walk(element.children, page, looksWithin(element, outer));
  page.breakLine();
}

/** WeChat and others load pictures late: the true address stands in data-src. */
function addressOf(attribs: HtmlElement['attribs']): string {
  return attribs['data-src'] ?? attribs['data-original'] ?? attribs.src ?? '';
}

function labelOf(element: HtmlElement): string {
  const list = element.parent;
  if (list === null || !('name' in list) || list.name !== 'ol') return '•';
  const start = Number(list.attribs.start ?? 1) || 1;
  const fellows = list.children.filter((node) => 'name' in node && node.name === 'li');
  return `${start + fellows.indexOf(element)}.`;
}

/** A table with tables in it, or with one column, only arranges the page. */
function hasColumns(element: HtmlElement): boolean {
  if (element.name !== 'table') return false;
  const inner = allElements(element);
  if (inner.some(({ name }) => name === 'table' || name === 'img')) return false;
  return rowElements(element).some((row) => cellsOf(row).length > 1);
}

function rowElements(table: HtmlElement): readonly HtmlElement[] {
  return allElements(table).filter(({ name }) => name === 'tr');
}

function cellsOf(row: HtmlElement): readonly HtmlElement[] {
  return row.children.filter(
    (node): node is HtmlElement => 'name' in node && (node.name === 'td' || node.name === 'th'),
  );
}

function rowsOf(table: HtmlElement, looks: HtmlLooks): readonly (readonly string[])[] {
  const rows = rowElements(table).map((row) =>
    cellsOf(row).map((cell) => {
      const inner = new HtmlPage();
      walk(cell.children, inner, looks);
      const texts = inner.close().map((part) => (part.kind === 'paragraph' ? part.text : ''));
      return texts.filter((text) => text !== '').join('\n');
    }),
  );
  return rows.filter((row) => row.length > 0);
}

interface TakenPictures {
  readonly taken: ReadonlyMap<string, TakenPart>;
  readonly notes: readonly Failure[];
}

/** Pictures in the page itself and in the mail around it; those from afar are only counted. */
async function takePictures(
  addresses: ReadonlySet<string>,
  { box, enclosed }: HtmlSources,
): Promise<TakenPictures> {
  const taken = new Map<string, TakenPart>();
  const notes: Failure[] = [];
  let count = 0;
  for (const address of addresses) {
    const file = bytesIn(address) ?? enclosed?.get(address.replace(/^cid:/iu, ''));
    if (file === undefined) {
      if (!/^(data|cid):/iu.test(address)) count += 1;
      continue;
    }
    const picture = await box.take(file.name, file.bytes);
    if (!('code' in picture)) taken.set(address, picture);
    else if (picture.code !== SMALL_PICTURE) notes.push(picture);
  }
  if (count > 0) notes.push({ code: 'draft-remote-pictures', values: { count } });
  return { taken, notes };
}

/** A picture written out in its address. */
function bytesIn(address: string): { name: string; bytes: Uint8Array } | undefined {
  const [head, kind] = /^data:image\/(\w+)[^,]*;base64,/iu.exec(address.slice(0, 200)) ?? [];
  if (head === undefined) return undefined;
  return { name: `picture.${kind}`, bytes: Buffer.from(address.slice(head.length), 'base64') };
}

function namedPicture(part: RawPart, taken: ReadonlyMap<string, TakenPart>): readonly RawPart[] {
  if (part.kind !== 'picture') return [part];
  const found = taken.get(part.picture);
  return found === undefined ? [] : [{ kind: 'picture', picture: found.picture.name }];
}

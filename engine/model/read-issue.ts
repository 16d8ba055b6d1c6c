import * as Y from 'yjs';
import { assert } from '#engine/units/assert.ts';
import { adMarkSchema, blockSchema } from './block-schema.ts';
import {
  type AdGrid,
  type Article,
  type Block,
  type Issue,
  type Page,
  type Paragraph,
  type Picture,
  SCHEMA_VERSION,
  type Story,
  type TextRun,
} from './issue.ts';
import { type IssueRoots, issueRoots } from './issue-doc.ts';
import {
  adCellSchema,
  bookingSchema,
  dismissalSchema,
  mergedCellsSchema,
  pageColoursSchema,
  pictureSchema,
  signOffSchema,
  storyTrackingSchema,
  waiverSchema,
} from './issue-schema.ts';
import { mergesFit, mergesHideNothing } from './merged-cells.ts';

/** The issue that a document holds, as a value. Pure: reads everything anew. */
export function readIssue(doc: Y.Doc): Issue {
  return issueFrom(issueRoots(doc), emptyShelves());
}

/** Reads the issue again and again while the document changes. */
export interface IssueReader {
  /**
   * The issue as it is now. Every article, story, paragraph, page, block, picture and ad grid that
   * did not change since the last reading is the same object as before (===).
   */
  read(): Issue;
  /** Stops watching the document. */
  close(): void;
}

/**
 * A reader that keeps what did not change. An event of the document marks the changed type and all
 * its parents as stale; the next reading makes only those anew.
 */
export function createIssueReader(doc: Y.Doc): IssueReader {
  const roots = issueRoots(doc);
  const shelves = emptyShelves();
  let current: Issue | undefined;
  const forget = (events: readonly { readonly target: NestedType }[]) => {
    current = undefined;
    for (const event of events) forgetUpwards(shelves, event.target);
  };
  const watched: readonly Y.Map<unknown>[] = Object.values(roots);
  for (const root of watched) root.observeDeep(forget);
  return {
    read() {
      current ??= issueFrom(roots, shelves);
      return current;
    },
    close() {
      for (const root of watched) root.unobserveDeep(forget);
    },
  };
}

/** An article of the document as a value. */
export function readArticle(id: string, map: Y.Map<unknown>): Article {
  return articleFrom(id, map, emptyShelves());
}

/** A block of the document as a value. */
export function readBlock(id: string, map: Y.Map<unknown>): Block {
  const fields: Record<string, unknown> = { id };
  for (const [key, value] of map.entries()) if (key !== 'order') fields[key] = value;
  return blockSchema.parse(fields);
}

/** A page of the document as a value. */
export function readPage(id: string, map: Y.Map<unknown>): Page {
  return pageFrom(id, map, emptyShelves());
}

/** A picture of the document as a value. */
export function readPicture(id: string, map: Y.Map<unknown>): Picture {
  const fields: Record<string, unknown> = { id };
  for (const [key, value] of map.entries()) {
    fields[key] = value instanceof Y.Text ? value.toString() : value;
  }
  return pictureSchema.parse(fields);
}

/** An ad grid of the document as a value. */
export function readAdGrid(id: string, map: Y.Map<unknown>): AdGrid {
  const rows = map.get('rows');
  const columns = map.get('columns');
  assert(typeof rows === 'number' && typeof columns === 'number', 'an ad grid has its size');
  const filed = childMap(map, 'cells');
  const cells = Array.from({ length: rows * columns }, (_, index) =>
    adCellSchema.parse(filed.get(String(index))),
  );
  const mark = adMarkSchema.parse(map.get('mark') ?? 'none');
  const merged = mergedCellsSchema.parse(map.get('merged') ?? []);
  // Two desks that merged and filled at once: what they wrote is kept, the merging is not.
  const grid = { id, rows, columns, mark, merged, cells };
  return mergesFit(grid) && mergesHideNothing(grid) ? grid : { ...grid, merged: [] };
}

/** The map filed under a key; its absence is a bug of ours. */
export function childMap(map: Y.Map<unknown>, key: string): Y.Map<unknown> {
  const child = map.get(key);
  assert(child instanceof Y.Map, `the document has a map under ${key}`);
  return child;
}

/** The editable text filed under a key. */
export function childText(map: Y.Map<unknown>, key: string): Y.Text {
  const child = map.get(key);
  assert(child instanceof Y.Text, `the document has a text under ${key}`);
  return child;
}

/** The story of an article. */
export function storyOf(article: Y.Map<unknown>): Y.XmlFragment {
  const story = article.get('story');
  assert(story instanceof Y.XmlFragment, 'an article has a story');
  return story;
}

/** Keys of a map of pages or blocks in their order; equal orders go by id. */
export function orderedKeys(map: Y.Map<unknown>): string[] {
  return [...map.keys()].sort((a, b) => {
    const difference = orderOf(childMap(map, a)) - orderOf(childMap(map, b));
    return difference !== 0 ? difference : a < b ? -1 : 1;
  });
}

/** Place of a page or block among its neighbours. */
export function orderOf(map: Y.Map<unknown>): number {
  const order = map.get('order');
  assert(typeof order === 'number', 'pages and blocks have an order');
  return order;
}

/** What was read so far, by the type it was read from. */
interface Shelves {
  readonly paragraphs: Shelf<Paragraph>;
  readonly stories: Shelf<Story>;
  readonly articles: Shelf<Article>;
  readonly blocks: Shelf<Block>;
  readonly pages: Shelf<Page>;
  readonly pictures: Shelf<Picture>;
  readonly adGrids: Shelf<AdGrid>;
  readonly pageLists: Shelf<Issue['pages']>;
  readonly articleRecords: Shelf<Issue['articles']>;
  readonly pictureRecords: Shelf<Issue['pictures']>;
  readonly adGridRecords: Shelf<Issue['adGrids']>;
  readonly dismissalRecords: Shelf<Issue['dismissals']>;
  readonly waiverRecords: Shelf<Issue['waivers']>;
  readonly bookingRecords: Shelf<Issue['bookings']>;
  readonly signOffRecords: Shelf<Issue['signOffs']>;
}

interface Shelf<Value> {
  readonly values: WeakMap<object, Value>;
  /** Types that changed since their value was read. */
  readonly stale: WeakSet<object>;
}

function emptyShelves(): Shelves {
  const shelf = () => ({ values: new WeakMap(), stale: new WeakSet() });
  return {
    paragraphs: shelf(),
    stories: shelf(),
    articles: shelf(),
    blocks: shelf(),
    pages: shelf(),
    pictures: shelf(),
    adGrids: shelf(),
    pageLists: shelf(),
    articleRecords: shelf(),
    pictureRecords: shelf(),
    adGridRecords: shelf(),
    dismissalRecords: shelf(),
    waiverRecords: shelf(),
    bookingRecords: shelf(),
    signOffRecords: shelf(),
  };
}

/** A type of the document, seen only as a member of its parent. */
interface NestedType {
  readonly parent: NestedType | null;
}

function forgetUpwards(shelves: Shelves, changed: NestedType): void {
  const every: readonly Shelf<unknown>[] = Object.values(shelves);
  let type: NestedType | null = changed;
  while (type !== null) {
    for (const { values, stale } of every) if (values.has(type)) stale.add(type);
    type = type.parent;
  }
}

/**
 * The value on the shelf, read anew when its type has changed. A change may leave the value as it
 * was, as when a block only changes places with another: then the old object stays.
 */
function recalled<Value>(shelf: Shelf<Value>, type: object, read: () => Value): Value {
  const known = shelf.values.get(type);
  if (known !== undefined && !shelf.stale.delete(type)) return known;
  const fresh = read();
  if (known !== undefined && isSame(known, fresh)) return known;
  shelf.values.set(type, fresh);
  return fresh;
}

/** Equal in content; what is the same object is not looked into. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => isSame(Reflect.get(a, key), Reflect.get(b, key)));
}

function issueFrom(roots: IssueRoots, shelves: Shelves): Issue {
  const text = (key: string): string => {
    const value = roots.issue.get(key);
    assert(typeof value === 'string', `the issue has a ${key}`);
    return value;
  };
  assert(roots.issue.get('schemaVersion') === SCHEMA_VERSION, 'the document is of this version');
  const { pages, articles, pictures, adGrids, dismissals, waivers, bookings, signOffs } = roots;
  return {
    schemaVersion: SCHEMA_VERSION,
    id: text('id'),
    paper: text('paper'),
    supplement: text('supplement'),
    date: text('date'),
    pages: recalled(shelves.pageLists, pages, () =>
      orderedKeys(pages).map((id) => pageFrom(id, childMap(pages, id), shelves)),
    ),
    articles: recalled(shelves.articleRecords, articles, () =>
      recordFrom(articles, (id, map) => articleFrom(id, map, shelves)),
    ),
    pictures: recalled(shelves.pictureRecords, pictures, () =>
      recordFrom(pictures, (id, map) =>
        recalled(shelves.pictures, map, () => readPicture(id, map)),
      ),
    ),
    adGrids: recalled(shelves.adGridRecords, adGrids, () =>
      recordFrom(adGrids, (id, map) => recalled(shelves.adGrids, map, () => readAdGrid(id, map))),
    ),
    dismissals: recalled(shelves.dismissalRecords, dismissals, () =>
      plainRecord(dismissals, dismissalSchema),
    ),
    waivers: recalled(shelves.waiverRecords, waivers, () => plainRecord(waivers, waiverSchema)),
    bookings: recalled(shelves.bookingRecords, bookings, () =>
      plainRecord(bookings, bookingSchema),
    ),
    signOffs: recalled(shelves.signOffRecords, signOffs, () =>
      plainRecord(signOffs, signOffSchema),
    ),
  };
}

function plainRecord<Value>(
  root: Y.Map<unknown>,
  schema: { parse(value: unknown): Value },
): Readonly<Record<string, Value>> {
  const ids = [...root.keys()].sort();
  return Object.fromEntries(ids.map((id) => [id, schema.parse(root.get(id))]));
}

/** Records are read in the order of their ids: a Y.Map has no order that two desks share. */
function recordFrom<Value>(
  root: Y.Map<unknown>,
  read: (id: string, map: Y.Map<unknown>) => Value,
): Readonly<Record<string, Value>> {
  const record: Record<string, Value> = {};
  for (const id of [...root.keys()].sort()) record[id] = read(id, childMap(root, id));
  return record;
}

function pageFrom(id: string, map: Y.Map<unknown>, shelves: Shelves): Page {
  return recalled(shelves.pages, map, () => {
    const text = (key: string): string => {
      const value = map.get(key);
      assert(typeof value === 'string', `a page has a ${key}`);
      return value;
    };
    const blocks = childMap(map, 'blocks');
    const colours = pageColoursSchema.safeParse(map.get('colours')).data;
    return {
      id,
      number: text('number'),
      name: text('name'),
      template: text('template'),
      ...(colours && { colours }),
      blocks: orderedKeys(blocks).map((blockId) => {
        const block = childMap(blocks, blockId);
        return recalled(shelves.blocks, block, () => readBlock(blockId, block));
      }),
    };
  });
}

function articleFrom(id: string, map: Y.Map<unknown>, shelves: Shelves): Article {
  return recalled(shelves.articles, map, () => {
    const slugline = map.get('slugline');
    assert(typeof slugline === 'string', 'an article has a slugline');
    const tracking = readTracking(map.get('tracking'));
    return {
      id,
      slugline,
      kicker: childText(map, 'kicker').toString() || undefined,
      headline: childText(map, 'headline').toString(),
      deck: childText(map, 'deck').toString() || undefined,
      story: storyFrom(storyOf(map), shelves),
      ...(tracking !== undefined && { tracking }),
    };
  });
}

/** Tracking 0 is none: an issue reads the same however it came to it. */
function readTracking(value: unknown): Article['tracking'] {
  const { success, data } = storyTrackingSchema.safeParse(value);
  return success && data !== 0 ? data : undefined;
}

function storyFrom(fragment: Y.XmlFragment, shelves: Shelves): Story {
  return recalled(shelves.stories, fragment, () => {
    const paragraphs = fragment.toArray().map((element) => {
      assert(element instanceof Y.XmlElement, 'a story consists of paragraphs');
      return recalled(shelves.paragraphs, element, () => paragraphFrom(element));
    });
    return { paragraphs: paragraphs.length > 0 ? paragraphs : [EMPTY_PARAGRAPH] };
  });
}

/** A story always has a paragraph to type into. */
export const EMPTY_PARAGRAPH: Paragraph = { kind: 'body', runs: [], looseness: 0 };

function paragraphFrom(element: Y.XmlElement): Paragraph {
  const runs: TextRun[] = [];
  for (const child of element.toArray()) {
    assert(child instanceof Y.XmlText, 'a paragraph consists of text');
    for (const piece of child.toDelta() as readonly DeltaPiece[]) addPiece(runs, piece);
  }
  return {
    kind: element.nodeName === 'crosshead' ? 'crosshead' : 'body',
    runs,
    looseness: readLooseness(element.getAttribute('looseness')),
  };
}

interface DeltaPiece {
  readonly insert: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

function addPiece(runs: TextRun[], piece: DeltaPiece): void {
  if (typeof piece.insert !== 'string' || piece.insert === '') return;
  const role = readRole(piece.attributes);
  const last = runs.at(-1);
  if (last?.role === role) runs[runs.length - 1] = { text: last.text + piece.insert, role };
  else runs.push({ text: piece.insert, role });
}

function readRole(attributes: Readonly<Record<string, unknown>> | undefined): TextRun['role'] {
  if (attributes === undefined) return 'plain';
  if (attributes.leadIn) return 'leadIn';
  if (attributes.byline) return 'byline';
  return attributes.strong ? 'strong' : 'plain';
}

function readLooseness(value: unknown): Paragraph['looseness'] {
  const number = Number(value ?? 0);
  return number > 0 ? 1 : number < 0 ? -1 : 0;
}

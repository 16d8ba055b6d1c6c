import * as Y from 'yjs';
import type { AdGrid, Article, Block, Issue, Page, Paragraph, Picture, Story } from './issue.ts';

/**
 * The live issue is one Y.Doc. Its layout (schema version 1):
 *
 *     issue     Map   schemaVersion, id, paper, supplement, date
 *     pages     Map   page id -> Map: number, name, template, order, blocks,
 *                     colours where they are fewer than four
 *                     blocks: block id -> Map: order, and each field of the block as a plain value
 *     articles  Map   article id -> Map: slugline, kicker, headline, deck (Text),
 *                     story (XmlFragment)
 *     pictures  Map   picture id -> Map: caption, credit (Text), the other fields plain
 *     adGrids   Map   ad grid id -> Map: rows, columns, mark, merged,
 *                     cells: Map of "0", "1", … -> plain cell
 *     dismissals Map  dismissal id -> plain dismissal
 *     waivers   Map   waiver id -> plain waiver
 *     bookings  Map   booking number -> plain booking
 *     signOffs  Map   sign-off id -> plain sign-off
 *
 * Pages and blocks are maps with an `order` number, not arrays: a Y.Array can only move an entry
 * by deleting and inserting it again, and two desks that move one block would double it. Ad cells
 * are filed by number for the same reason. An absent kicker or deck is an empty Y.Text, so that
 * two desks that begin to type one share it.
 *
 * A story holds XmlElements `paragraph` and `crosshead` with the attribute `looseness`; their text
 * is XmlText whose formatting attributes are the marks `leadIn`, `byline` and `strong`, each with
 * the value `{}`. This is the shape in which y-prosemirror reads and writes story-schema.ts.
 */
export interface IssueRoots {
  readonly issue: Y.Map<unknown>;
  readonly pages: Y.Map<unknown>;
  readonly articles: Y.Map<unknown>;
  readonly pictures: Y.Map<unknown>;
  readonly adGrids: Y.Map<unknown>;
  readonly dismissals: Y.Map<unknown>;
  readonly waivers: Y.Map<unknown>;
  readonly bookings: Y.Map<unknown>;
  readonly signOffs: Y.Map<unknown>;
}

/** The top-level maps of an issue document. */
export function issueRoots(doc: Y.Doc): IssueRoots {
  return {
    issue: doc.getMap('issue'),
    pages: doc.getMap('pages'),
    articles: doc.getMap('articles'),
    pictures: doc.getMap('pictures'),
    adGrids: doc.getMap('adGrids'),
    dismissals: doc.getMap('dismissals'),
    waivers: doc.getMap('waivers'),
    bookings: doc.getMap('bookings'),
    signOffs: doc.getMap('signOffs'),
  };
}

/** Origin of the transaction that fills a new document; it is no step to undo. */
const OPENING = 'opening';

/**
 * A document that holds the issue. `clientId` signs what it writes; the same issue and client id
 * give the same updates, so two desks that open one issue.json start from the same document as
 * long as the client id is taken from the content (see `contentClientId`). An editing desk sets a
 * client id of its own on the document before the first edit.
 */
export function createIssueDoc(issue: Issue, clientId: number): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  doc.transact(() => {
    const roots = issueRoots(doc);
    for (const key of ['schemaVersion', 'id', 'paper', 'supplement', 'date'] as const) {
      roots.issue.set(key, issue[key]);
    }
    issue.pages.forEach((page, order) => {
      roots.pages.set(page.id, pageMap(page, order));
    });
    for (const [id, article] of sortedEntries(issue.articles)) {
      roots.articles.set(id, articleMap(article));
    }
    for (const [id, picture] of sortedEntries(issue.pictures)) {
      roots.pictures.set(id, pictureMap(picture));
    }
    for (const [id, adGrid] of sortedEntries(issue.adGrids)) {
      roots.adGrids.set(id, adGridMap(adGrid));
    }
    for (const [id, dismissal] of sortedEntries(issue.dismissals)) {
      roots.dismissals.set(id, dismissal);
    }
    for (const [id, waiver] of sortedEntries(issue.waivers)) roots.waivers.set(id, waiver);
    for (const [number, booking] of sortedEntries(issue.bookings)) {
      roots.bookings.set(number, booking);
    }
    for (const [id, signOff] of sortedEntries(issue.signOffs)) roots.signOffs.set(id, signOff);
  }, OPENING);
  return doc;
}

/** A client id taken from a text by FNV-1a (32 bits): equal content, equal id. */
export function contentClientId(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** A page as it stands in the document. */
export function pageMap(page: Page, order: number): Y.Map<unknown> {
  const blocks = new Y.Map<unknown>();
  page.blocks.forEach((block, blockOrder) => {
    blocks.set(block.id, blockMap(block, blockOrder));
  });
  const { colours, number, name, template } = page;
  const fields = { number, name, template, order, blocks, ...(colours && { colours }) };
  return new Y.Map<unknown>(Object.entries(fields));
}

/** A block as it stands in the document; absent fields have no key. */
export function blockMap(block: Block, order: number): Y.Map<unknown> {
  const fields = Object.entries(block).filter(
    ([key, value]) => key !== 'id' && value !== undefined,
  );
  return new Y.Map<unknown>([['order', order], ...fields]);
}

/** An article as it stands in the document. */
export function articleMap(article: Article): Y.Map<unknown> {
  const map = new Y.Map<unknown>([
    ['slugline', article.slugline],
    ['kicker', new Y.Text(article.kicker ?? '')],
    ['headline', new Y.Text(article.headline)],
    ['deck', new Y.Text(article.deck ?? '')],
    ['story', storyFragment(article.story)],
  ]);
  if (article.tracking !== undefined) map.set('tracking', article.tracking);
  return map;
}

/** A paragraph as it stands in a story. */
export function paragraphElement(paragraph: Paragraph): Y.XmlElement {
  const element = new Y.XmlElement(paragraph.kind === 'body' ? 'paragraph' : 'crosshead');
  setElementLooseness(element, paragraph.looseness);
  const text = new Y.XmlText();
  text.applyDelta(
    paragraph.runs.map((run) =>
      run.role === 'plain'
        ? { insert: run.text }
        : { insert: run.text, attributes: { [run.role]: {} } },
    ),
  );
  element.insert(0, [text]);
  return element;
}

/** Sets the looseness of a paragraph in a story. */
export function setElementLooseness(
  element: Y.XmlElement,
  looseness: Paragraph['looseness'],
): void {
  // Yjs declares attributes as strings but keeps any JSON; y-prosemirror writes this one as number.
  const numbered = element as unknown as Y.XmlElement<{ looseness: number }>;
  numbered.setAttribute('looseness', looseness);
}

/** A picture as it stands in the document. */
export function pictureMap(picture: Picture): Y.Map<unknown> {
  const { asset, widthPx, heightPx, focus, zoom, whole, greyscale } = picture;
  const map = new Y.Map<unknown>([
    ['widthPx', widthPx],
    ['heightPx', heightPx],
    ['focus', focus],
    ['zoom', zoom],
    ['whole', whole],
    ['greyscale', greyscale],
    ['caption', new Y.Text(picture.caption)],
    ['credit', new Y.Text(picture.credit)],
  ]);
  if (asset !== undefined) map.set('asset', asset);
  if (picture.adPage !== undefined) map.set('adPage', picture.adPage);
  if (picture.lineArt !== undefined) map.set('lineArt', picture.lineArt);
  if (picture.rasterised !== undefined) map.set('rasterised', picture.rasterised);
  return map;
}

function storyFragment(story: Story): Y.XmlFragment {
  const fragment = new Y.XmlFragment();
  fragment.insert(0, story.paragraphs.map(paragraphElement));
  return fragment;
}

/** An ad grid as it stands in the document. */
export function adGridMap(adGrid: AdGrid): Y.Map<unknown> {
  const cells = new Y.Map<unknown>(adGrid.cells.map((cell, index) => [String(index), cell]));
  return new Y.Map<unknown>([
    ['rows', adGrid.rows],
    ['columns', adGrid.columns],
    ['mark', adGrid.mark],
    ['merged', adGrid.merged],
    ['cells', cells],
  ]);
}

function sortedEntries<Value>(record: Readonly<Record<string, Value>>): [string, Value][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}

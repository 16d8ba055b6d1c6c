import type { ComposedPage } from '#engine/compose/composed.ts';
import type { Composer } from '#engine/compose/page.ts';
import { createComposer } from '#engine/compose/page.ts';
import { STUB_TYPEFACE } from '#engine/fonts/stub-typeface.ts';
import type { FaceId, FontBook } from '#engine/fonts/typeface.ts';
import type {
  AdGrid,
  Article,
  ArticleBlock,
  ArticleGroup,
  Block,
  GridArea,
  HeadlineLayout,
  HeadlinePartLayout,
  InnerColumns,
  Issue,
  Page,
  Picture,
  PictureBlock,
} from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import { testArticle } from '#tests/unit/model/marked-story.ts';
import { SHIPPED_LEXICON } from './shipped-lexicon.ts';
import { TEST_TEMPLATE } from './test-template.ts';

/** What a test page is made of. */
export interface TestPage {
  /** Blocks of the first page. */
  readonly blocks: readonly Block[];
  /** Blocks of further pages, A07 and so on. */
  readonly further?: readonly (readonly Block[])[];
  /** Stories in test text (see marked-story.ts), or whole articles, by article id. */
  readonly articles?: Readonly<Record<string, string | Article>>;
  readonly pictures?: readonly Picture[];
  readonly adGrid?: AdGrid;
  readonly template?: PageTemplate;
  readonly fonts?: FontBook;
}

/** The test page as an issue of 18 June 2021. */
export function issueOf(page: TestPage): Issue {
  const { articles = {}, pictures = [], adGrid } = page;
  const written = Object.entries(articles).map(([id, story]): [string, Article] => {
    return [id, typeof story === 'string' ? testArticle(id, story) : story];
  });
  return {
    schemaVersion: 1,
    id: 'test',
    paper: '湘潭日报',
    supplement: '园区周刊',
    date: '2021-06-18',
    pages: [page.blocks, ...(page.further ?? [])].map((blocks, index) => pageOf(blocks, index)),
    articles: Object.fromEntries(written),
    pictures: Object.fromEntries(pictures.map((picture) => [picture.id, picture])),
    adGrids: adGrid === undefined ? {} : { [adGrid.id]: adGrid },
    dismissals: {},
    waivers: {},
    bookings: {},
    signOffs: {},
  };
}

function pageOf(blocks: readonly Block[], index: number): Page {
  const number = `A0${6 + index}`;
  return { id: number.toLowerCase(), number, name: '园区周刊', template: 'test', blocks };
}

/** A composer with stub metrics, the shipped lexicon and nothing in its memory. */
export function testComposer(fonts: FontBook = fontsWithout({}, [])): Composer {
  return createComposer({ fonts, lexicon: SHIPPED_LEXICON });
}

/** Composes all pages of a test issue with one composer. */
export function composePages(test: TestPage): readonly ComposedPage[] {
  const issue = issueOf(test);
  const composer = testComposer(test.fonts);
  const template = test.template ?? TEST_TEMPLATE;
  return issue.pages.map((page) => composer.composePage(issue, page, template));
}

/** Composes the first page. */
export function composeFirst(test: TestPage): ComposedPage {
  const [first] = composePages(test);
  if (first === undefined) throw new Error('a test issue has a page');
  return first;
}

/** A grid area: column, line, columns, lines. */
export function area(column: number, line: number, columns: number, lines: number): GridArea {
  return { column, line, columns, lines };
}

const FRAME = { cutouts: [], border: undefined, tint: undefined, locked: false } as const;

const ONE_COLUMN: InnerColumns = {
  count: 1,
  mode: 'free',
  gutter: 1,
  rule: false,
  balance: false,
};

/** Inner columns, levelled or not. */
export function columnsOf(count: number, changes: Partial<InnerColumns> = {}): InnerColumns {
  return { ...ONE_COLUMN, count, ...changes };
}

/** A block that opens article `id`, without a headline, in one column. */
export function articleBlock(
  id: string,
  place: GridArea,
  changes: Partial<ArticleBlock> = {},
): ArticleBlock {
  const own = { kind: 'article', article: id, part: 0, headline: undefined, pictures: [] } as const;
  return { ...FRAME, ...own, id: `block-${id}`, area: place, columns: ONE_COLUMN, ...changes };
}

/** A continuation of article `id` (续排). */
export function continuation(id: string, part: number, place: GridArea): ArticleBlock {
  return articleBlock(id, place, { id: `block-${id}-${part}`, part });
}

/** One part of a headline. */
export function part(changes: Partial<HeadlinePartLayout> = {}): HeadlinePartLayout {
  const plain = { style: 'headline', sizePt: undefined, lines: undefined, fit: false };
  return { ...plain, align: 'left', ...changes };
}

/** A headline of this many lines above the text (占行). */
export function headlineAbove(
  extent: number,
  changes: Partial<HeadlineLayout> = {},
): HeadlineLayout {
  const own = { kicker: undefined, headline: part(), deck: undefined };
  return { placement: 'above', extent, ...own, ...changes };
}

/** A group whose members have headlines of two lines. */
export function group(
  members: readonly string[],
  place: GridArea,
  changes: Partial<ArticleGroup> = {},
): ArticleGroup {
  return {
    ...FRAME,
    kind: 'group',
    id: 'group',
    area: place,
    standingHead: '园区动态',
    headPlacement: 'above',
    extent: 2,
    members: members.map((article) => ({ article, headline: headlineAbove(2) })),
    arrangement: 'run',
    columns: ONE_COLUMN,
    ...changes,
  };
}

/** A block of one of the kinds without text of its own. */
export function plainBlock(kind: 'folioLine' | 'sectionFlag' | 'rule', place: GridArea): Block {
  return { ...FRAME, kind, id: kind, area: place };
}

/** The publisher's line. */
export function imprint(text: string, place: GridArea): Block {
  return { ...FRAME, kind: 'imprint', id: 'imprint', area: place, text };
}

/** The partner grid `partners`. */
export function adGridBlock(place: GridArea, border?: string): Block {
  return { ...FRAME, kind: 'adGrid', id: 'ads', area: place, adGrid: 'partners', border };
}

/** A picture block of picture `id`. */
export function pictureBlock(id: string, place: GridArea, captionLines: number): PictureBlock {
  return { ...FRAME, kind: 'picture', id: `block-${id}`, area: place, picture: id, captionLines };
}

/** Asset name of every test picture. */
export const PHOTO_ASSET = `${'0a'.repeat(32)}.jpg`;

/** A picture of 300 by 200 pixels with its asset. */
export function picture(id: string, changes: Partial<Picture> = {}): Picture {
  const size = { widthPx: 300, heightPx: 200, focus: { x: 0.5, y: 0.5 }, zoom: 1 };
  const words = { caption: '图为数字化车间。', credit: '（李灿晖 摄）' };
  return { id, asset: PHOTO_ASSET, ...size, ...words, whole: false, greyscale: false, ...changes };
}

/** Stub fonts in which some faces lack some characters. */
export function fontsWithout(
  lacking: Readonly<Record<FaceId, string>>,
  fallbacks: readonly FaceId[],
): FontBook {
  return {
    face: (id) => {
      const missing = new Set([...(lacking[id] ?? '')].map((one) => one.codePointAt(0)));
      return { ...STUB_TYPEFACE, id, hasGlyph: (codePoint) => !missing.has(codePoint) };
    },
    fallbacks: () => fallbacks,
  };
}

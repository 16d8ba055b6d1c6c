import type { Block, Issue } from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import { adPagePixels } from '#engine/units/ad-page.ts';
import { mmToPt } from '#engine/units/units.ts';
import {
  adGridBlock,
  area,
  articleBlock,
  continuation,
  headlineAbove,
  imprint,
  issueOf,
  part,
  picture,
  pictureBlock,
  plainBlock,
  type TestPage,
} from '#tests/unit/compose/test-page.ts';
import { TEST_TEMPLATE } from '#tests/unit/compose/test-template.ts';
import { testArticle } from '#tests/unit/model/marked-story.ts';

/** An issue with something that the desk can mend. */
export interface MendedIssue {
  readonly issue: Issue;
  readonly template?: PageTemplate;
  /** Place of the page that tells it; the first when not given. */
  readonly place?: number;
}

const STORY = '园区全员动员加强督查。'.repeat(4);

/** Two swatches more: a grey that black type does not stand out from, and one of too much ink. */
const INKS: PageTemplate = {
  ...TEST_TEMPLATE,
  swatches: {
    ...TEST_TEMPLATE.swatches,
    grey: { c: 0, m: 0, y: 0, k: 0.7 },
    heavy: { c: 0.9, m: 0.8, y: 0.8, k: 0 },
  },
};

/** A headline of this size, in a swatch, perhaps on a tint. */
function headlineOf(sizePt: number, ink: string, tint?: string): MendedIssue {
  const style = TEST_TEMPLATE.styles.headline;
  if (style === undefined) throw new Error('the test template has a headline');
  const styles = { ...TEST_TEMPLATE.styles, headline: { ...style, ink } };
  const headline = headlineAbove(4, { headline: part({ sizePt }) });
  const blocks = [articleBlock('a', area(0, 0, 40, 28), { headline, tint })];
  return { issue: issueOf({ blocks, articles: { a: STORY } }), template: { ...INKS, styles } };
}

function story(words: string, changes: Partial<Omit<TestPage, 'articles'>> = {}): MendedIssue {
  const blocks = [articleBlock('a', area(0, 0, 40, 28))];
  return { issue: issueOf({ blocks, ...changes, articles: { a: words } }) };
}

function pages(...numbers: readonly string[]): MendedIssue {
  const folio = (id: string): Block => ({ ...plainBlock('folioLine', area(0, 0, 40, 2)), id });
  const further = numbers.slice(1).map((_, at) => [folio(`folio-${at}`)]);
  const issue = issueOf({ blocks: [folio('folio')], further });
  const renamed = issue.pages.map((page, at) => ({ ...page, number: numbers[at] ?? '' }));
  return { issue: { ...issue, pages: renamed }, place: numbers.length - 1 };
}

function imprinted(text: string): MendedIssue {
  const issue = issueOf({ blocks: [imprint(text, area(0, 28, 40, 2))] });
  const signed = {
    page: 'a06',
    at: '2021-06-18T01:00:00Z',
    look: '0'.repeat(64),
    version: undefined,
  };
  const signOffs = {
    one: { ...signed, role: 'editor', by: '王墨' },
    two: { ...signed, role: 'proofreader', by: '马鸿雁' },
  } as const;
  return { issue: { ...issue, signOffs } };
}

function hotlines(...numbers: readonly string[]): MendedIssue {
  const cells = numbers.map((written) => {
    const [label = '', number = ''] = written.split(':');
    const hotline = { label, number };
    const bare = { logo: undefined, latinName: undefined, slogan: '', expires: undefined };
    return { kind: 'partner', ...bare, name: '园区', hotline } as const;
  });
  const size = { id: 'partners', rows: 1, columns: cells.length, merged: [] };
  const adGrid = { ...size, mark: 'none', cells } as const;
  return { issue: issueOf({ blocks: [adGridBlock(area(0, 0, 40, 10))], adGrid }) };
}

function adSlot(mark: 'none' | 'topRight'): MendedIssue {
  const ad = { size: '半版', widthMm: 100, heightMm: 66, mark, booking: 'A-01' } as const;
  const blocks = [{ ...pictureBlock('p', area(0, 0, 40, 28), 0), ad }];
  const booked = { number: 'A-01', advertiser: '金荣集团', size: '半版', page: 'A06' };
  const rest = { date: '2021-06-18', colour: 'black', file: '', note: '' } as const;
  const issue = issueOf({ blocks, pictures: [picture('p')] });
  return { issue: { ...issue, bookings: { 'A-01': { ...booked, ...rest } } } };
}

/** An advertiser's PDF of that height in the slot, on a page of all four inks or of black. */
function pdfAd(heightMm: number, colours: 'black' | undefined): MendedIssue {
  const { issue } = adSlot('topRight');
  const size = { widthPt: mmToPt(100), heightPt: mmToPt(heightMm) };
  const adPage = { page: 1, ...size, fit: 'whole', mends: [] } as const;
  const [first, ...rest] = issue.pages;
  const slot = issue.pictures.p;
  if (first === undefined || slot === undefined) throw new Error('the issue has a slot');
  const asset = `${'a'.repeat(64)}.pdf`;
  const placed = { ...slot, asset, ...adPagePixels(size), adPage };
  return { issue: { ...issue, pages: [{ ...first, colours }, ...rest], pictures: { p: placed } } };
}

function photograph(caption: string, credit: string): MendedIssue {
  const blocks = [pictureBlock('p', area(0, 0, 20, 20), 1)];
  return { issue: issueOf({ blocks, pictures: [picture('p', { caption, credit })] }) };
}

const FOLIO = plainBlock('folioLine', area(0, 0, 40, 2));

/** For each finding that the desk can mend, an issue that has it. */
export const MENDED_ISSUES: Readonly<Record<string, MendedIssue>> = {
  'type-in-several-inks': headlineOf(9, 'accent'),
  'type-tinted-small': headlineOf(7, 'grey'),
  'type-too-small': headlineOf(5, 'black'),
  'type-reversed-small': headlineOf(9, 'paper', 'grey'),
  'type-low-contrast': headlineOf(20, 'black', 'grey'),
  'ink-over-limit': headlineOf(20, 'paper', 'heavy'),
  'credit-without-brackets': photograph('数字化车间。', '(李灿晖 摄)'),
  'picture-leaves-paper': {
    issue: issueOf({
      blocks: [pictureBlock('p', area(0, 0, 20, 28), 2)],
      pictures: [picture('p', { whole: true })],
    }),
  },
  'caption-overset': photograph('数字化车间。'.repeat(6), '（李灿晖 摄）'),
  'hotline-marks': hotlines('招商热线:0731–55556789', '招商热线:0731-57572222'),
  'hotline-no-area-code': hotlines('招商热线:52688088', '招商热线:0731-57572222'),
  'hotline-written-otherwise': hotlines(
    '招商热线:0731-55556789',
    '招商热线:0731-57572222',
    '招商热线:073152688088',
  ),
  'hotline-label-differs': hotlines('招商热线:', '招商热线:', '招商电话:'),
  'ad-mark-none': hotlines('招商热线:0731-55556789'),
  'ad-unmarked': adSlot('none'),
  'ad-booking-other-colour': adSlot('topRight'),
  'ad-needs-four-inks': pdfAd(66, 'black'),
  'ad-shape-differs': pdfAd(64.5, undefined),
  'folio-line-missing': { issue: issueOf({ blocks: [FOLIO], further: [[]] }), place: 1 },
  'folio-line-elsewhere': {
    issue: issueOf({
      blocks: [FOLIO],
      further: [[{ ...FOLIO, id: 'low', area: area(0, 3, 40, 2) }]],
    }),
    place: 1,
  },
  'page-number-missing': pages('A06', ''),
  'page-number-twice': pages('A06', 'A07', 'A06'),
  'page-number-gap': pages('A06', 'A09'),
  'page-number-order': pages('A06', 'A08', 'A07'),
  'imprint-without-role': imprinted('湘潭日报社出版'),
  'imprint-date-differs': imprinted('责任编辑 王墨　校对 马鸿雁　2021年6月17日　星期四'),
  'jump-line-doubled': story('动员。\n（下转A07版）', {
    further: [[continuation('a', 1, area(0, 0, 20, 10))]],
  }),
  'jump-goes-nowhere': story('动员（下转A06版）'),
  'jump-page-missing': story('动员（下转A09版）督查。'),
  'headline-overset': {
    issue: issueOf({
      blocks: [articleBlock('a', area(0, 0, 40, 28), { headline: headlineAbove(1) })],
      articles: { a: testArticle('a', STORY) },
    }),
  },
  'block-outside-type-area': story('动员。', {
    blocks: [articleBlock('a', area(25, 22, 20, 10))],
  }),
  'block-ends-uneven': {
    issue: issueOf({
      blocks: [articleBlock('a', area(0, 0, 19, 28)), articleBlock('b', area(21, 0, 19, 30))],
      articles: { a: STORY, b: STORY },
    }),
  },
  'picture-outside-block': {
    issue: issueOf({
      blocks: [
        articleBlock('a', area(0, 0, 20, 28), {
          pictures: [{ picture: 'p', area: area(15, 4, 8, 8), captionLines: 0, gap: 1 }],
        }),
      ],
      articles: { a: STORY },
      pictures: [picture('p')],
    }),
  },
  'paragraph-empty': story('\n动员。\n\n督查。\n'),
};

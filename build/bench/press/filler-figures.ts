import { readFileSync } from 'node:fs';
import { type Figure, median } from '#build/bench/figure.ts';
import type { SampleDesk } from '#build/bench/sample-desk.ts';
import { cellsOfAd } from '#engine/compose/ad-place.ts';
import { type Composer, createComposer } from '#engine/compose/page.ts';
import { pageGrid } from '#engine/compose/page-grid.ts';
import { type Hole, pageHoles } from '#engine/fillers/page-holes.ts';
import { bestFirst, type FillerProposal, proposeFillers } from '#engine/fillers/propose-fillers.ts';
import type { HouseFiller } from '#engine/model/house-filler.ts';
import { parseFillerStock } from '#engine/model/house-filler.ts';
import type { Issue, Page } from '#engine/model/issue.ts';
import { openSlot } from '#engine/model/new-issue.ts';
import { sliceRuns } from '#engine/model/story-text.ts';
import { assert } from '#engine/units/assert.ts';

const STOCK = new URL('../../../templates/fillers/house-fillers.json', import.meta.url);
/** Lines by which articles end short. */
const SHORT_BY = [6, 12, 20];
/** Ads that did not come: sizes of the rate card, in the place of pictures and text. */
const ADS = [
  { size: '1/10版', widthMm: 175, heightMm: 96 },
  { size: '1/20版', widthMm: 87, heightMm: 96 },
  { size: '1/32版', widthMm: 87, heightMm: 60 },
];

/** A sample page with a hole in it. */
interface HoledPage {
  readonly issue: Issue;
  readonly page: Page;
  readonly isHole: (hole: Hole) => boolean;
}

/** Holes cut into the sample, and how many of them the shipped fillers close. */
export function fillerFigures(desk: SampleDesk): readonly Figure[] {
  const composer = createComposer(desk.parts);
  const parsed = parseFillerStock(JSON.parse(readFileSync(STOCK, 'utf8')));
  assert(parsed.ok, 'the shipped fillers can be read');
  const run = { desk, composer, stock: parsed.value };
  const texts = desk.page.blocks.flatMap((block) => (block.kind === 'article' ? [block.id] : []));
  const short = SHORT_BY.flatMap((lines) => texts.flatMap((id) => shortened(run, id, lines)));
  const slots = ADS.map((ad) => withoutAd(desk, ad));
  const times: number[] = [];
  const best = [...short, ...slots].map((holed) => {
    const started = performance.now();
    const found = fill(run, holed);
    times.push(performance.now() - started);
    return found;
  });
  const closed = best.filter((one) => one !== undefined && one.leftLines <= 1).length;
  const samples = best.length;
  const name = 'holes cut into the sample that shipped fillers close to within a line';
  return [
    { name, value: closed, unit: `of ${samples}`, target: undefined, samples },
    {
      name: 'all fillers of the stock tried on a hole',
      value: median(times),
      unit: 'ms',
      target: undefined,
      samples,
    },
  ];
}

interface FillRun {
  readonly desk: SampleDesk;
  readonly composer: Composer;
  readonly stock: readonly HouseFiller[];
}

function fill(run: FillRun, { issue, page, isHole }: HoledPage): FillerProposal | undefined {
  const { composer, desk, stock } = run;
  const request = { composer, issue, page, template: desk.template };
  const { fits } = composer.composePage(issue, page, desk.template);
  const hole = pageHoles({ ...request, fits }).find(isHole);
  assert(hole !== undefined, 'the hole is found');
  const proposals = [...proposeFillers({ ...request, hole, stock })].filter((one) => one);
  const [best] = bestFirst(proposals.filter((one) => one !== undefined));
  return best;
}

/** A cut article keeps so many lines; shorter ones are not cut. */
const LEAST_LINES = 4;

/** The sample with an article that ends so many lines before its block. */
function shortened({ composer, desk }: FillRun, id: string, lines: number): readonly HoledPage[] {
  const block = desk.page.blocks.find((one) => one.id === id);
  assert(block?.kind === 'article', 'the block shows an article');
  let article = desk.issue.articles[block.article];
  for (;;) {
    const paragraphs = article?.story.paragraphs ?? [];
    const last = paragraphs.at(-1);
    assert(article !== undefined && last !== undefined, 'the article is long enough');
    const length = last.runs.reduce((sum, { text }) => sum + text.length, 0);
    const runs = sliceRuns(last.runs, 0, length - 1);
    const kept = paragraphs.slice(0, -1);
    const story = { paragraphs: runs.length === 0 ? kept : [...kept, { ...last, runs }] };
    article = { ...article, story };
    const articles = { ...desk.issue.articles, [article.id]: article };
    const issue = { ...desk.issue, articles };
    const { fits } = composer.composePage(issue, desk.page, desk.template);
    const { freeLines = 0, setLines = 0 } = fits[id] ?? {};
    if (setLines < LEAST_LINES) return [];
    if (freeLines < lines) continue;
    const isHole = (hole: Hole) => hole.kind === 'foot' && hole.block === id;
    return [{ issue, page: desk.page, isHole }];
  }
}

/** The sample with an empty slot of that size in the place of all that it would stand on. */
function withoutAd(desk: SampleDesk, ad: (typeof ADS)[number]): HoledPage {
  const cells = cellsOfAd(pageGrid(desk.template), ad);
  assert(cells !== undefined, 'the ad is smaller than the page');
  const frame = { cutouts: [], border: undefined, tint: undefined, locked: false };
  const slot = {
    kind: 'picture',
    id: 'slot',
    area: { column: 0, line: 40, ...cells },
    ...frame,
    picture: 'slot-picture',
    captionLines: 0,
    ad: { ...ad, mark: 'topRight' },
  } as const;
  const page = { ...desk.page, blocks: [...desk.page.blocks, slot] };
  const pictures = { ...desk.issue.pictures, 'slot-picture': openSlot('slot-picture') };
  const isHole = (hole: Hole) => hole.kind === 'slot';
  return { issue: { ...desk.issue, pages: [page], pictures }, page, isHole };
}

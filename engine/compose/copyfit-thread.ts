import type {
  Article,
  Block,
  GroupMember,
  HeadlineLayout,
  Issue,
  Page,
} from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { BlockFit } from './composed.ts';
import type { ThreadFit } from './fit-badges.ts';
import { sumFits } from './fit-badges.ts';
import type { Composer } from './page.ts';

/** What is to be made to fit: the thread that runs through a block. */
export interface CopyfitRequest {
  /**
   * One of its own, kept from one request to the next: every trial takes the place of what the
   * composer of the screen remembers.
   */
  readonly composer: Composer;
  readonly issue: Issue;
  readonly template: PageTemplate;
  /** Id of an article block or a group. */
  readonly block: string;
}

/** A block of a thread with its page. */
export interface ThreadPlace {
  readonly page: Page;
  readonly block: Extract<Block, { readonly kind: 'article' | 'group' }>;
}

/** All blocks of the thread that runs through a block, on pages of the template. */
export function threadPlaces({ issue, template, block }: CopyfitRequest): readonly ThreadPlace[] {
  const all = issue.pages
    .filter((page) => page.template === template.id)
    .flatMap((page) =>
      page.blocks.flatMap((one): readonly ThreadPlace[] =>
        one.kind === 'article' || one.kind === 'group' ? [{ page, block: one }] : [],
      ),
    );
  const own = all.find((place) => place.block.id === block);
  if (own === undefined || own.block.kind === 'group') return own === undefined ? [] : [own];
  const { article } = own.block;
  return all.filter((place) => place.block.kind === 'article' && place.block.article === article);
}

/** The articles of a thread, in their order. */
export function threadArticles(request: CopyfitRequest): readonly Article[] {
  const [first] = threadPlaces(request);
  if (first === undefined) return [];
  const { block } = first;
  const ids =
    block.kind === 'group' ? block.members.map((member) => member.article) : [block.article];
  return ids.flatMap((id) => request.issue.articles[id] ?? []);
}

/** A headline in a thread, and the field of the block that another layout of it goes into. */
export interface ThreadHeadline {
  readonly place: ThreadPlace;
  readonly article: string;
  readonly layout: HeadlineLayout;
  readonly property: 'headline' | 'members';
  /** The value of that field with another layout. */
  readonly valueWith: (layout: HeadlineLayout) => HeadlineLayout | readonly GroupMember[];
}

/** The headlines of a thread; locked blocks keep theirs. */
export function threadHeadlines(places: readonly ThreadPlace[]): readonly ThreadHeadline[] {
  return places.flatMap((place): readonly ThreadHeadline[] => {
    const { block } = place;
    if (block.locked) return [];
    if (block.kind === 'article') {
      const { article, headline: layout } = block;
      if (layout === undefined) return [];
      return [{ place, article, layout, property: 'headline', valueWith: (other) => other }];
    }
    return block.members.map(({ article, headline: layout }, index) => ({
      place,
      article,
      layout,
      property: 'members' as const,
      valueWith: (other: HeadlineLayout) =>
        block.members.map((one, at) => (at === index ? { ...one, headline: other } : one)),
    }));
  });
}

/** How a thread stands. */
export interface ThreadState {
  readonly fit: ThreadFit;
  /** Widening of the loosest line, in em. */
  readonly loosestEm: number;
  /** Of all pages that the thread touches. */
  readonly findings: readonly Finding[];
}

/** Composes the pages of the thread on an issue; undefined when the block is not there. */
export function composeThread(request: CopyfitRequest): ThreadState | undefined {
  const { composer, issue, template } = request;
  const places = threadPlaces(request);
  if (places.length === 0) return undefined;
  const pages = new Set(places.map(({ page }) => page));
  const fits: BlockFit[] = [];
  const findings: Finding[] = [];
  for (const page of pages) {
    const composed = composer.composePage(issue, page, template);
    findings.push(...composed.findings);
    for (const { block, page: own } of places) {
      const fit = own === page ? composed.fits[block.id] : undefined;
      if (fit !== undefined) fits.push(fit);
    }
  }
  const loosestEm = Math.max(0, ...fits.map((fit) => fit.loosestEm));
  return { fit: sumFits(fits), loosestEm, findings };
}

/** Free lines less overset ones: what an edit is measured by. */
export function spareLines({ freeLines, oversetLines }: ThreadFit): number {
  return freeLines - oversetLines;
}

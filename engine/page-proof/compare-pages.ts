import type { Block, Issue, Page, Picture } from '#engine/model/issue.ts';
import { compareTexts } from './compare-texts.ts';

/** One thing that is otherwise than it was. */
export type PageChange =
  | {
      readonly kind: 'text';
      /** As `TextSource.text`, stories without their paragraph number. */
      readonly text: string;
      /** Where the new words stand; one place where words were only taken out. */
      readonly from: TextPlace;
      readonly to: TextPlace;
      /** Where the words that went stood on the page as it was. */
      readonly before: { readonly from: TextPlace; readonly to: TextPlace };
      readonly removed: string;
      readonly inserted: string;
    }
  | { readonly kind: 'added block'; readonly block: Block }
  | { readonly kind: 'removed block'; readonly block: Block }
  | { readonly kind: 'moved block'; readonly block: Block; readonly before: Block }
  /** Columns, headline, border and the like. */
  | { readonly kind: 'set block'; readonly block: Block; readonly before: Block }
  | {
      readonly kind: 'picture';
      readonly block: Block;
      readonly before: Block;
      readonly picture: string;
    };

/** A place in a text of the page. */
export interface TextPlace {
  /** As `TextSource.text`. */
  readonly text: string;
  /** UTF-16 offset in that text, which is one paragraph of a story. */
  readonly offset: number;
}

/** A page as it was or is, in its issue. */
export interface PageState {
  readonly issue: Issue;
  readonly page: Page;
}

/** What has changed on a page: blocks in their order, then texts block by block. */
export function comparePages(before: PageState, after: PageState): readonly PageChange[] {
  return [...blockChanges(before, after), ...textChanges(before, after)];
}

function blockChanges(before: PageState, after: PageState): readonly PageChange[] {
  const known = new Map(before.page.blocks.map((block) => [block.id, block]));
  const changes: PageChange[] = [];
  for (const block of after.page.blocks) {
    const old = known.get(block.id);
    known.delete(block.id);
    if (old === undefined) changes.push({ kind: 'added block', block });
    else changes.push(...changesOfBlock(old, block, { before, after }));
  }
  const removed = [...known.values()];
  return [...changes, ...removed.map((block) => ({ kind: 'removed block' as const, block }))];
}

function changesOfBlock(
  before: Block,
  block: Block,
  states: { readonly before: PageState; readonly after: PageState },
): readonly PageChange[] {
  const changes: PageChange[] = [];
  if (!isSame([before.area, before.cutouts], [block.area, block.cutouts])) {
    changes.push({ kind: 'moved block', block, before });
  }
  if (!isSame(withoutPlace(before), withoutPlace(block))) {
    changes.push({ kind: 'set block', block, before });
  }
  for (const picture of picturesOf(block)) {
    const [old, now] = [states.before, states.after].map(({ issue }) => issue.pictures[picture]);
    if (!isSame(lookOf(old), lookOf(now)))
      changes.push({ kind: 'picture', block, before, picture });
  }
  return changes;
}

function withoutPlace({ area: _, cutouts: __, ...rest }: Block): object {
  return rest;
}

/** A picture without its words, which are compared as texts. */
function lookOf(picture: Picture | undefined): object | undefined {
  if (picture === undefined) return undefined;
  const { caption: _, credit: __, ...look } = picture;
  return look;
}

function picturesOf(block: Block): readonly string[] {
  if (block.kind === 'picture') return [block.picture];
  return block.kind === 'article' ? block.pictures.map(({ picture }) => picture) : [];
}

function textChanges(before: PageState, after: PageState): readonly PageChange[] {
  const old = textsOf(before);
  return [...textsOf(after)].flatMap(([text, words]) => {
    const was = old.get(text);
    // All words of a block that was not there are new: the block says so.
    if (was === undefined) return [];
    return compareTexts(was, words).map(({ start, end, startBefore, removed, inserted }) => {
      const now = (offset: number) => placeIn({ text, words, offset });
      const then = (offset: number) => placeIn({ text, words: was, offset });
      const before = { from: then(startBefore), to: then(startBefore + removed.length) };
      const places = { from: now(start), to: now(end), before };
      return { kind: 'text' as const, text, ...places, removed, inserted };
    });
  });
}

/** The paragraph of a story that an offset lies in; other texts are one paragraph. */
function placeIn(place: {
  readonly text: string;
  readonly words: string;
  readonly offset: number;
}): TextPlace {
  const { text, words, offset } = place;
  if (!text.endsWith('/story')) return { text, offset };
  const before = words.slice(0, offset).split('\n');
  return { text: `${text}:${before.length - 1}`, offset: before.at(-1)?.length ?? 0 };
}

/** Every text of a page by its name, in the order of its blocks. */
function textsOf({ issue, page }: PageState): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const block of page.blocks) {
    for (const article of articlesOf(block)) addArticle(texts, issue, article);
    for (const picture of picturesOf(block)) addPicture(texts, issue.pictures[picture]);
    if (block.kind === 'adGrid') addAdGrid(texts, issue, block.adGrid);
    if (block.kind === 'group') texts.set(`block:${block.id}/standingHead`, block.standingHead);
    if (block.kind === 'imprint') texts.set(`block:${block.id}/text`, block.text);
  }
  return texts;
}

function articlesOf(block: Block): readonly string[] {
  if (block.kind === 'article') return [block.article];
  return block.kind === 'group' ? block.members.map(({ article }) => article) : [];
}

function addArticle(texts: Map<string, string>, issue: Issue, id: string): void {
  const article = issue.articles[id];
  if (article === undefined) return;
  const name = `article:${id}`;
  texts.set(`${name}/kicker`, article.kicker ?? '');
  texts.set(`${name}/headline`, article.headline);
  texts.set(`${name}/deck`, article.deck ?? '');
  const paragraphs = article.story.paragraphs.map(({ runs }) =>
    runs.map(({ text }) => text).join(''),
  );
  texts.set(`${name}/story`, paragraphs.join('\n'));
}

function addPicture(texts: Map<string, string>, picture: Picture | undefined): void {
  if (picture === undefined) return;
  texts.set(`picture:${picture.id}/caption`, picture.caption);
  texts.set(`picture:${picture.id}/credit`, picture.credit);
}

function addAdGrid(texts: Map<string, string>, issue: Issue, id: string): void {
  const cells = issue.adGrids[id]?.cells ?? [];
  for (const [place, cell] of cells.entries()) {
    const name = `adGrid:${id}/cell:${place}`;
    if (cell.kind === 'title') texts.set(`${name}/text`, cell.text);
    if (cell.kind !== 'partner') continue;
    texts.set(`${name}/name`, cell.name);
    texts.set(`${name}/latinName`, cell.latinName ?? '');
    texts.set(`${name}/slogan`, cell.slogan);
    texts.set(`${name}/label`, cell.hotline?.label ?? '');
    texts.set(`${name}/number`, cell.hotline?.number ?? '');
  }
}

/** Values of the model are plain and written in one order. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

import type { PagePoint } from '#engine/display/hit-text.ts';
import type { ArticleBlock, Block, GridArea, Picture } from '#engine/model/issue.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { makeUpStrings } from '#renderer/strings/make-up-strings.ts';
import { articleTitle } from './area-words.ts';
import { isEmptyBlock } from './blank-article.ts';
import { blockAt } from './block-at.ts';
import { chooseBlocks } from './choose-blocks.ts';
import type { PlacedMatter, PlaceTarget } from './continue-thread.ts';
import { freeAreaAt, type WantedSize } from './free-area.ts';
import { firstInsetArea, withInset } from './inset-pictures.ts';
import { deskWords, type MakeUpPlace } from './make-up-place.ts';
import { type ChosenPlace, roomFor } from './make-up-steps.ts';
import type { Matter } from './matter-in-hand.ts';
import { placeAt } from './page-geometry.ts';
import { type PictureTarget, placeArticle, placePicture } from './place-matter.ts';
import { wantedForArticle, wantedForPicture } from './wanted-size.ts';

/** What a drop would do. */
export interface MatterDrop {
  readonly placed: PlacedMatter;
  readonly step: string;
  /** Where it would show. */
  readonly area: GridArea;
  /** The story that would have to make way; the editor is asked first. */
  readonly replaces: string | undefined;
}

/** What becomes of matter that is let go over a point of the page; undefined when nothing can. */
export function dropAt(
  place: MakeUpPlace,
  matter: Matter,
  point: PagePoint,
): MatterDrop | undefined {
  const { geometry, page } = place;
  const over = blockAt(geometry, page, point);
  const wanted = wantedFor(place, matter);
  if (wanted === undefined) return undefined;
  const at = placeAt(geometry, point);
  if (over !== undefined) return ontoBlock(place, matter, { block: over, at });
  const area = freeAreaAt(geometry, page, { at, wanted });
  return area && ontoPage(place, matter, area);
}

/** Where matter goes that is placed by key: into what is chosen, else where there is room. */
export function placeByKey(place: ChosenPlace, matter: Matter): MatterDrop | undefined {
  const [chosen] = place.chosen;
  const isTaking =
    chosen !== undefined && place.chosen.length === 1 && takes(place, chosen, matter);
  const into = isTaking ? ontoBlock(place, matter, { block: chosen, at: undefined }) : undefined;
  if (into !== undefined) return into;
  const wanted = wantedFor(place, matter);
  return wanted && ontoPage(place, matter, roomFor(place, wanted));
}

/** Carries out a drop and chooses what it made. */
export function carryOutDrop(desk: OpenDesk, { placed, step }: MatterDrop): void {
  if (desk.openIssue.edit(step, placed.edit).ok) chooseBlocks(desk, [placed.block]);
}

function takes({ issue }: MakeUpPlace, block: Block, matter: Matter): boolean {
  if (block.kind === 'article') return matter.kind === 'picture' || isEmptyBlock(issue, block);
  if (block.kind !== 'picture' || matter.kind !== 'picture') return false;
  return issue.pictures[block.picture]?.asset === undefined;
}

function wantedFor({ issue, template }: MakeUpPlace, { kind, id }: Matter): WantedSize | undefined {
  if (kind === 'article') {
    const article = issue.articles[id];
    return article && wantedForArticle(template, article);
  }
  const picture = issue.pictures[id];
  return picture && wantedForPicture(template, picture);
}

function ontoPage(place: MakeUpPlace, matter: Matter, area: GridArea): MatterDrop | undefined {
  const placed = placedAt(place, matter, { page: place.page.id, area });
  const { steps } = deskWords(place.desk, makeUpStrings);
  const step = matter.kind === 'article' ? steps.place : steps.placePicture;
  return placed && { placed, step, area, replaces: undefined };
}

interface OverBlock {
  readonly block: Block;
  readonly at: { readonly column: number; readonly line: number } | undefined;
}

function ontoBlock(
  place: MakeUpPlace,
  matter: Matter,
  { block, at }: OverBlock,
): MatterDrop | undefined {
  const { steps } = deskWords(place.desk, makeUpStrings);
  if (matter.kind === 'picture') {
    const picture = place.issue.pictures[matter.id];
    if (picture === undefined) return undefined;
    const area = block.kind === 'article' ? insetArea(block, picture, at) : block.area;
    const placed = placedAt(place, matter, { block: block.id, area });
    return placed && { placed, step: steps.placePicture, area, replaces: undefined };
  }
  if (block.kind !== 'article') return undefined;
  const placed = placedAt(place, matter, { block: block.id });
  const isEmpty = isEmptyBlock(place.issue, block);
  const replaces = isEmpty ? undefined : articleTitle(place.issue, block.article);
  const step = isEmpty ? steps.place : steps.replace;
  return placed && { placed, step, area: block.area, replaces };
}

function placedAt(
  { issue, template }: MakeUpPlace,
  { kind, id }: Matter,
  target: PlaceTarget | PictureTarget,
): PlacedMatter | undefined {
  if (kind === 'picture') return placePicture(issue, id, target);
  return placeArticle(issue, { article: id, template, target });
}

/** A picture dropped into a story stands where it was let go, as far as the block allows. */
export function insetArea(
  block: ArticleBlock,
  picture: Picture,
  at: { readonly column: number; readonly line: number } | undefined,
): GridArea {
  const headLines = block.headline?.placement === 'above' ? block.headline.extent : 0;
  const first = firstInsetArea(block, headLines);
  if (at === undefined) return first;
  const column = Math.round(at.column - first.columns / 2);
  const line = Math.round(at.line - first.lines / 2);
  const inset = { picture: picture.id, area: first, captionLines: 0, gap: 0 };
  const alone = { ...block, pictures: [inset] };
  const [held] = withInset(alone, picture.id, { ...first, column, line }).pictures;
  return held?.area ?? first;
}

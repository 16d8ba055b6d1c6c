import type { PagePoint } from '#engine/display/hit-text.ts';
import { refusedAtFirst } from '#engine/intake/apply-repairs.ts';
import type { AcceptedDraft } from '#engine/intake/articles-of.ts';
import type { DraftCaption } from '#engine/intake/inbox-draft.ts';
import { readDraft } from '#engine/intake/read-draft.ts';
import type { GridArea } from '#engine/model/issue.ts';
import type { Failure } from '#host/contract.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { articleTitle } from '#renderer/make-up/area-words.ts';
import { isEmptyBlock } from '#renderer/make-up/blank-article.ts';
import { blockAt } from '#renderer/make-up/block-at.ts';
import { chooseBlocks } from '#renderer/make-up/choose-blocks.ts';
import type { PlacedMatter, PlaceTarget } from '#renderer/make-up/continue-thread.ts';
import { freeAreaAt, freeAreaFor } from '#renderer/make-up/free-area.ts';
import type { MakeUpPlace } from '#renderer/make-up/make-up-place.ts';
import { placeAt } from '#renderer/make-up/page-geometry.ts';
import { placeArticle, placePicture } from '#renderer/make-up/place-matter.ts';
import { wantedForArticle, wantedForLetters } from '#renderer/make-up/wanted-size.ts';
import { keptReader } from '#renderer/proofreading/kept-reader.ts';
import { type LaidDraft, takeDraft } from './take-draft.ts';

/** Where a draft would come to stand. */
export interface DraftTarget {
  readonly target: PlaceTarget;
  readonly area: GridArea;
  /** The story that would have to make way; the editor is asked first. */
  readonly replaces: string | undefined;
}

/** What a draft that is let go over a point of the page would fill; undefined for nothing. */
export function draftTarget(
  { issue, page, template, geometry }: MakeUpPlace,
  draft: Pick<DraftCaption, 'letters'>,
  point: PagePoint,
): DraftTarget | undefined {
  const block = blockAt(geometry, page, point);
  if (block !== undefined) {
    if (block.kind !== 'article' || block.locked) return undefined;
    const isEmpty = isEmptyBlock(issue, block);
    const replaces = isEmpty ? undefined : articleTitle(issue, block.article);
    return { target: { block: block.id }, area: block.area, replaces };
  }
  const wanted = wantedForLetters(template, draft.letters);
  const area = freeAreaAt(geometry, page, { at: placeAt(geometry, point), wanted });
  return area && { target: { page: page.id, area }, area, replaces: undefined };
}

/** By key: the chosen block while it is empty, else where the page has room; nothing makes way. */
export function draftTargetByKey(
  place: MakeUpPlace,
  { letters }: Pick<DraftCaption, 'letters'>,
): DraftTarget | undefined {
  const { desk, issue, page, template, geometry } = place;
  const { selection } = desk.state.read();
  const [id] = selection.kind === 'blocks' ? selection.blocks : [];
  const chosen = page.blocks.find((block) => block.id === id);
  if (chosen?.kind === 'article' && !chosen.locked && isEmptyBlock(issue, chosen)) {
    return { target: { block: chosen.id }, area: chosen.area, replaces: undefined };
  }
  const area = freeAreaFor(geometry, page, wantedForLetters(template, letters));
  return area && { target: { page: page.id, area }, area, replaces: undefined };
}

/** What came of placing a draft. */
export type PlacedDraft =
  | { readonly ok: true; readonly laid: LaidDraft; readonly left: number }
  | { readonly ok: false; readonly failure: Failure };

/**
 * Takes a draft, as intake cleans it, and puts its first article, or the picture of a draft without
 * one, where it was let go; all else stays in the list. One step of undo.
 */
export async function placeDraft(
  desk: OpenDesk,
  receipt: string,
  { target, step }: { readonly target: PlaceTarget; readonly step: string },
): Promise<PlacedDraft> {
  const opened = await desk.host.openDraft({ receipt });
  if (!opened.ok) return opened;
  const { matter, caption } = opened.value;
  if (matter === undefined) {
    const { reading } = caption;
    const values = { name: caption.name };
    const unread = { code: 'draft-not-read-yet', values };
    return { ok: false, failure: reading.kind === 'refused' ? reading.why : unread };
  }
  const draft = readDraft(matter, desk.openIssue.issue().date);
  let block: string | undefined;
  const lay = (place: MakeUpPlace, accepted: AcceptedDraft): LaidDraft => {
    const placed = placedFirst(place, accepted, target);
    block = placed?.block;
    return {
      edits: placed === undefined ? [] : [placed.edit],
      articles: placed === undefined ? 0 : 1,
      cells: 0,
    };
  };
  const refused = refusedAtFirst(draft);
  const taken = await takeDraft(desk, { receipt, draft, refused, lay }, step);
  if (!taken.ok) return taken;
  const by = keptReader().read().name;
  await desk.host.markDraft({ receipt, state: 'taken', reason: '', by });
  if (block !== undefined) chooseBlocks(desk, [block]);
  const { laid, accepted } = taken;
  return { ok: true, laid, left: accepted.articles.length - laid.articles };
}

function placedFirst(
  { issue, template }: MakeUpPlace,
  { articles, pictures }: AcceptedDraft,
  target: PlaceTarget,
): PlacedMatter | undefined {
  const [article] = articles;
  if (article !== undefined) {
    const area =
      'area' in target ? resized(target.area, wantedForArticle(template, article)) : undefined;
    const fitted = 'area' in target && area ? { ...target, area } : target;
    return placeArticle(issue, { article: article.id, template, target: fitted });
  }
  const [picture] = pictures;
  return picture && placePicture(issue, picture.picture.id, target);
}

/** The cells that were free may be more than the cleaned article takes, never fewer. */
function resized(area: GridArea, { lines }: { readonly lines: number }): GridArea {
  return { ...area, lines: Math.min(area.lines, lines) };
}

import { type AcceptedDraft, articlesOf } from '#engine/intake/articles-of.ts';
import type { Draft } from '#engine/intake/draft.ts';
import type { Edit } from '#engine/model/edits/edit.ts';
import type { Article, Issue, Picture } from '#engine/model/issue.ts';
import type { Failure } from '#host/contract.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { type MakeUpPlace, makeUpPlace } from '#renderer/make-up/make-up-place.ts';

/** A draft with its repairs, on its way into the issue. */
export interface DraftInHand {
  readonly receipt: string;
  readonly draft: Draft;
  readonly refused: ReadonlySet<string>;
  /** What is to be made of it on the page that shows; undefined leaves it in the list. */
  readonly lay?: ((place: MakeUpPlace, accepted: AcceptedDraft) => LaidDraft) | undefined;
}

/** What laying a draft on a page does. */
export interface LaidDraft {
  readonly edits: readonly Edit[];
  /** Articles that come to stand on the page; the others stay in the list. */
  readonly articles: number;
  /** Cells of the partner grid that are filled. */
  readonly cells: number;
}

const NOTHING_LAID: LaidDraft = { edits: [], articles: 0, cells: 0 };

/** What came of taking a draft. */
export type TakenDraft =
  | { readonly ok: true; readonly accepted: AcceptedDraft; readonly laid: LaidDraft }
  | { readonly ok: false; readonly failure: Failure };

/**
 * Puts the articles and photographs of a draft among those of the issue that stand on no page, and
 * on the page as far as it is laid there, as one step of undo. A photograph that cannot be had
 * holds nothing back: its slot stays open.
 */
export async function takeDraft(
  desk: OpenDesk,
  { receipt, draft, refused, lay }: DraftInHand,
  step: string,
): Promise<TakenDraft> {
  const accepted = articlesOf(draft, desk.openIssue.issue(), refused);
  const pictures = await Promise.all(
    accepted.pictures.map(async ({ picture, photograph }) => {
      const found =
        photograph === undefined ? undefined : await fetchPhotograph(desk, receipt, photograph);
      return found === undefined ? picture : { ...picture, ...found };
    }),
  );
  const place = makeUpPlace(desk);
  const issue = place && withMatter(place.issue, accepted.articles, pictures);
  const laid = issue && lay ? lay({ ...place, issue }, accepted) : NOTHING_LAID;
  const edits: Edit[] = [
    ...accepted.articles.map((article): Edit => ({ kind: 'addedArticle', article })),
    ...pictures.map((picture): Edit => ({ kind: 'addedPicture', picture })),
    ...laid.edits,
  ];
  if (edits.length === 0) return { ok: true, accepted, laid };
  const done = desk.openIssue.edit(step, { kind: 'editsTogether', edits });
  if (done.ok) return { ok: true, accepted, laid };
  return { ok: false, failure: { code: 'draft-not-taken', values: {} } };
}

/** The issue as it will be when what a draft brings is in it. */
function withMatter(
  issue: Issue,
  articles: readonly Article[],
  pictures: readonly Picture[],
): Issue {
  return {
    ...issue,
    articles: { ...issue.articles, ...Object.fromEntries(articles.map((one) => [one.id, one])) },
    pictures: { ...issue.pictures, ...Object.fromEntries(pictures.map((one) => [one.id, one])) },
  };
}

async function fetchPhotograph(
  { host, openIssue }: OpenDesk,
  receipt: string,
  picture: string,
): Promise<
  { readonly asset: string; readonly widthPx: number; readonly heightPx: number } | undefined
> {
  const bytes = await host.draftPicture({ receipt, picture, isForScreen: false });
  if (!bytes.ok) return undefined;
  const { session } = openIssue;
  const taken = await host.importPicture({ session, name: picture, bytes: bytes.value });
  if (!taken.ok) return undefined;
  const { asset, widthPx, heightPx } = taken.value;
  return { asset, widthPx, heightPx };
}

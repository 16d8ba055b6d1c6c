import { type AcceptedDraft, articlesOf } from '#engine/intake/articles-of.ts';
import type { Draft } from '#engine/intake/draft.ts';
import type { Edit } from '#engine/model/edits/edit.ts';
import type { AdCell, Issue } from '#engine/model/issue.ts';
import type { Failure } from '#host/contract.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';

/** A draft with its repairs, on its way into the issue. */
export interface DraftInHand {
  readonly receipt: string;
  readonly draft: Draft;
  readonly refused: ReadonlySet<string>;
}

/** What came of taking a draft. */
export type TakenDraft =
  | { readonly ok: true; readonly accepted: AcceptedDraft }
  | { readonly ok: false; readonly failure: Failure };

/**
 * Puts the articles and photographs of a draft among those of the issue that stand on no page, as
 * one step of undo. A photograph that cannot be had holds nothing back: its slot stays open.
 */
export async function takeDraft(
  desk: OpenDesk,
  { receipt, draft, refused }: DraftInHand,
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
  const edits: Edit[] = [
    ...accepted.articles.map((article): Edit => ({ kind: 'addedArticle', article })),
    ...pictures.map((picture): Edit => ({ kind: 'addedPicture', picture })),
  ];
  if (edits.length === 0) return { ok: true, accepted };
  const done = desk.openIssue.edit(step, { kind: 'editsTogether', edits });
  if (done.ok) return { ok: true, accepted };
  return { ok: false, failure: { code: 'draft-not-taken', values: {} } };
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

/** The edits that fill the cells of a draft into the first partner grid of the issue, in order. */
export function cellEdits(issue: Issue, cells: readonly AdCell[]): readonly Edit[] {
  const [grid] = Object.values(issue.adGrids);
  if (grid === undefined) return [];
  return cells
    .slice(0, grid.cells.length)
    .map((content, cell) => ({ kind: 'filledAdCell', adGrid: grid.id, cell, content }));
}

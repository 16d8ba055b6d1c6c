import type { DraftCaption } from '#engine/intake/inbox-draft.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import type { OpenIssue } from '#renderer/open-issue/open-issue.ts';

/** What the browser names a drag of a draft by. */
export const DRAFT_TYPE = 'application/x-banxin-draft';

// While something is dragged the browser tells its kind, but not what it is.
const IN_HAND = new WeakMap<OpenIssue, DraftCaption>();

/** Remembers which draft is dragged out of the inbox; undefined when it is let go. */
export function takeDraftInHand({ openIssue }: OpenDesk, draft: DraftCaption | undefined): void {
  if (draft === undefined) IN_HAND.delete(openIssue);
  else IN_HAND.set(openIssue, draft);
}

/** The draft that is being dragged. */
export function draftInHand({ openIssue }: OpenDesk): DraftCaption | undefined {
  return IN_HAND.get(openIssue);
}

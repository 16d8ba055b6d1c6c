import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import type { OpenIssue } from '#renderer/open-issue/open-issue.ts';

/** An article or a picture of the issue that no page shows yet. */
export interface Matter {
  readonly kind: 'article' | 'picture';
  readonly id: string;
}

/** What the browser names a drag of ours by, so that other windows do not take it for text. */
export const MATTER_TYPE = 'application/x-banxin-matter';

// While something is dragged the browser tells its kind, but not what it is.
const IN_HAND = new WeakMap<OpenIssue, Matter>();

/** Remembers what is dragged out of the list; undefined when it is let go. */
export function takeInHand({ openIssue }: OpenDesk, matter: Matter | undefined): void {
  if (matter === undefined) IN_HAND.delete(openIssue);
  else IN_HAND.set(openIssue, matter);
}

/** What is being dragged. */
export function matterInHand({ openIssue }: OpenDesk): Matter | undefined {
  return IN_HAND.get(openIssue);
}

import type { CleaningChanges } from '#engine/intake/clean-text.ts';
import { createStore, type Store } from '#renderer/desk-state/store.ts';
import type { OpenIssue } from '#renderer/open-issue/open-issue.ts';
import { FIRST_FINDING, type FindState } from './find-state.ts';
import type { TextDevice } from './text-device.ts';

/** What the texts of an open issue share between page, galley, panels and commands. */
export interface TextSession {
  /** What the last paste had cleaned, until the editor has seen it. */
  readonly cleaned: Store<CleanedPaste>;
  readonly finding: Store<FindState>;
  /** The device of the page, while a page shows. */
  device: TextDevice | undefined;
}

/** What a paste had cleaned; undefined: nothing, or it was seen. */
export interface CleanedPaste {
  readonly changes: CleaningChanges | undefined;
}

const SESSIONS = new WeakMap<OpenIssue, TextSession>();

/** The texts of an open issue. */
export function textSessionOf(issue: OpenIssue): TextSession {
  const known = SESSIONS.get(issue);
  if (known !== undefined) return known;
  const session: TextSession = {
    cleaned: createStore<CleanedPaste>({ changes: undefined }),
    finding: createStore(FIRST_FINDING),
    device: undefined,
  };
  SESSIONS.set(issue, session);
  return session;
}

/** Makes the device of an issue known to commands and panels; answers how to take it back. */
export function offerDevice(issue: OpenIssue, device: TextDevice): () => void {
  const session = textSessionOf(issue);
  session.device = device;
  return () => {
    if (session.device === device) session.device = undefined;
  };
}

/** The device of an issue, while its page shows. */
export function deviceOf(issue: OpenIssue): TextDevice | undefined {
  return textSessionOf(issue).device;
}

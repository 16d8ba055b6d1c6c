import { joinUpdates } from '#engine/model/issue-updates.ts';
import type { Failure, Host } from '#host/contract.ts';

/** How far the edits of this window are on their way to the disk. */
export type PostState =
  | { readonly kind: 'settled'; readonly at: string | undefined }
  | { readonly kind: 'on the way' }
  /** Kept here and tried again; nothing is lost while the window stays open. */
  | { readonly kind: 'failing'; readonly failure: Failure };

/** Carries updates of the document to the host, in order. */
export interface UpdatePost {
  take(update: Uint8Array): void;
  state(): PostState;
  subscribe(listener: () => void): () => void;
  /** Sends what waits, and answers when it lies on the disk or has failed. */
  settle(): Promise<PostState>;
  close(): void;
}

/** Whom the post goes to. */
export interface PostParts {
  readonly host: Host;
  readonly session: string;
}

/** Edits of this long are sent together; an edit must be in the log within a second. */
const COLLECTING_MS = 150;
const SECOND_TRY_MS = 2000;

/** An empty post. */
export function createUpdatePost({ host, session }: PostParts): UpdatePost {
  const listeners = new Set<() => void>();
  let waiting: Uint8Array[] = [];
  let state: PostState = { kind: 'settled', at: undefined };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> | undefined;

  function tell(next: PostState): void {
    state = next;
    for (const listener of [...listeners]) listener();
  }
  function sendIn(delayMs: number): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      sending ??= send();
    }, delayMs);
  }
  async function send(): Promise<void> {
    const taken = waiting;
    waiting = [];
    const answer = await host.writeUpdate({ session, bytes: joinUpdates(taken) });
    sending = undefined;
    if (answer.ok) {
      if (waiting.length > 0) sendIn(0);
      else tell({ kind: 'settled', at: answer.value.at });
      return;
    }
    waiting = [...taken, ...waiting];
    tell({ kind: 'failing', failure: answer.failure });
    sendIn(SECOND_TRY_MS);
  }
  return {
    take(update) {
      waiting.push(update);
      if (state.kind === 'settled') tell({ kind: 'on the way' });
      sendIn(COLLECTING_MS);
    },
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async settle() {
      await sending;
      if (waiting.length > 0) {
        clearTimeout(timer);
        timer = undefined;
        sending = send();
        await sending;
      }
      return state;
    },
    close: () => clearTimeout(timer),
  };
}

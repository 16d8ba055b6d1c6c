import type { BlockFit } from '#engine/compose/composed.ts';
import type { SetStory } from '#engine/compose/story-lines.ts';
import type { DisplayList } from '#engine/display/display-list.ts';
import type { FaceId } from '#engine/fonts/typeface.ts';
import type { Block } from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { CompositionParts, Failure, Host } from '#host/contract.ts';
import type { OpenIssue } from '#renderer/open-issue/open-issue.ts';
import type { FromWorker, PageMessage, ToWorker } from './messages.ts';
import { PageReceiver } from './sent-page.ts';

/** A page as it was last composed. Unchanged items keep their identity from one to the next. */
export interface ShownPage {
  readonly list: DisplayList;
  readonly findings: readonly Finding[];
  /** How full each text block is, by block id. */
  readonly fits: Readonly<Record<string, BlockFit>>;
  /** Where the lines of each story begin, overset ones included, by article. */
  readonly stories: Readonly<Record<string, SetStory>>;
  /** Number of the last update of the document that the page shows; see `Composing.round`. */
  readonly round: number;
  /** Blocks are being dragged: the page shows them where the pointer is. */
  readonly isPreview: boolean;
  readonly composeMs: number;
}

/** Composes the pages of the open issue in a worker and keeps what comes of it. */
export interface Composing {
  /** The page as it was last composed; undefined until then. */
  page(id: string): ShownPage | undefined;
  /** Says which page shows: it is composed at once, the others when there is time. */
  show(id: string): void;
  /** Composes a page with these blocks instead of its own, until called with undefined. */
  preview(id: string, blocks: readonly Block[] | undefined): void;
  /** Hears of every page that was composed anew, by its id; answers how to stop. */
  subscribe(listener: (page: string) => void): () => void;
  /** Counts the updates that were sent to the worker; see `ShownPage.round`. */
  round(): number;
  /** Asks the worker something that takes the composer; see worker-questions.ts. */
  ask(name: string, values: unknown): Promise<unknown>;
  /** Faces that could not be had, and bugs of ours. */
  failures(): readonly Failure[];
  close(): void;
}

/** What a composing room is made of. */
export interface ComposingParts {
  readonly host: Host;
  readonly openIssue: OpenIssue;
  readonly parts: CompositionParts;
  readonly lexicon: Uint8Array;
}

/** Starts the worker and opens the issue in it. */
export function startComposing({ host, openIssue, parts, lexicon }: ComposingParts): Composing {
  const worker = new Worker(new URL('./compose-worker.ts', import.meta.url), { type: 'module' });
  const pages = new Map<string, ShownPage>();
  const receivers = new Map<string, PageReceiver>();
  const listeners = new Set<(page: string) => void>();
  const questions = new Map<number, (answer: unknown) => void>();
  let waiting: ToWorker[] | undefined = [];
  let failures: readonly Failure[] = [];
  let round = 0;
  let asked = 0;

  function send(message: ToWorker, transfer: Transferable[] = []): void {
    if (waiting !== undefined) waiting.push(message);
    else worker.postMessage(message, transfer);
  }
  function tell(page: string): void {
    for (const listener of [...listeners]) listener(page);
  }
  async function fetchFace(face: FaceId): Promise<void> {
    const answer = await host.shapingFont({ face });
    if (answer.ok) return send({ kind: 'face', face, bytes: answer.value }, [answer.value.buffer]);
    failures = [...failures, answer.failure];
    send({ kind: 'face missing', face });
  }
  function receive(message: PageMessage): void {
    const receiver = receivers.get(message.page) ?? new PageReceiver();
    receivers.set(message.page, receiver);
    const { widthPt, heightPt, findings, fits, stories, isPreview, composeMs } = message;
    const list = { widthPt, heightPt, items: receiver.receive(message.items) };
    const { page } = message;
    const { round: shown } = message;
    pages.set(page, { list, findings, fits, stories, round: shown, isPreview, composeMs });
    tell(page);
  }
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    switch (data.kind) {
      case 'ready': {
        const held = waiting ?? [];
        waiting = undefined;
        for (const message of held) send(message);
        return;
      }
      case 'face wanted':
        void fetchFace(data.face);
        return;
      case 'page':
        receive(data);
        return;
      case 'answer':
        questions.get(data.id)?.(data.answer);
        questions.delete(data.id);
        return;
      case 'broken':
        failures = [...failures, { code: 'our-bug', values: { call: data.reason } }];
        tell(data.page);
    }
  };
  send({ kind: 'open', parts, lexicon, document: openIssue.document() });
  const stopWatching = openIssue.watchUpdates((update) => {
    round += 1;
    send({ kind: 'update', update, round });
  });
  return {
    page: (id) => pages.get(id),
    show: (page) => send({ kind: 'show', page }),
    preview: (page, blocks) => send({ kind: 'preview', page, blocks, round }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    round: () => round,
    ask(name, values) {
      asked += 1;
      const id = asked;
      send({ kind: 'ask', id, question: { name, values } });
      return new Promise((answered) => questions.set(id, answered));
    },
    failures: () => failures,
    close() {
      stopWatching();
      worker.terminate();
    },
  };
}

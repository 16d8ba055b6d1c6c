import type { BlockFit } from '#engine/compose/composed.ts';
import type { SetStory } from '#engine/compose/story-lines.ts';
import type { DisplayList } from '#engine/display/display-list.ts';
import type { FaceId } from '#engine/fonts/typeface.ts';
import type { Edit } from '#engine/model/edits/edit.ts';
import type { Block, Picture } from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { CompositionParts, Failure, Host } from '#host/contract.ts';
import type { OpenIssue } from '#renderer/open-issue/open-issue.ts';
import type { FromWorker, PageMessage, ToWorker } from './messages.ts';
import { PageReceiver } from './sent-page.ts';
import type { Questions } from './worker-questions.ts';

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
  preview(id: string, blocks: readonly Block[] | undefined, pictures?: readonly Picture[]): void;
  /**
   * Composes a page as an edit would leave it, until called with undefined. Shown are edits that
   * `tryEdit` knows.
   */
  previewEdit(id: string, edit: Edit | undefined): void;
  /** Hears of every page that was composed anew, by its id; answers how to stop. */
  subscribe(listener: (page: string) => void): () => void;
  /** Counts the updates that were sent to the worker; see `ShownPage.round`. */
  round(): number;
  /**
   * Asks the worker something that takes the composer; undefined while it has no issue or waits
   * for a face. See worker-questions.ts.
   */
  ask<Name extends keyof Questions>(
    name: Name,
    values: Questions[Name][0],
  ): Promise<Questions[Name][1] | undefined>;
  /** Faces that could not be had, and bugs of ours. */
  failures(): readonly Failure[];
  close(): void;
}

/** A composing worker that loads its modules while the issue is still on its way. */
export interface ComposingRoom {
  /** Opens the issue in the worker. */
  open(parts: ComposingParts): Composing;
  /** There is no issue after all. */
  close(): void;
}

/** What is composed, and with what. */
export interface ComposingParts {
  readonly openIssue: OpenIssue;
  readonly parts: CompositionParts;
  readonly lexicon: Uint8Array;
  /** Faces that the first page is sure to need: they are fetched before the worker asks. */
  readonly faces: ReadonlySet<FaceId>;
}

/** Starts the worker. */
export function openComposingRoom(host: Host): ComposingRoom {
  const client = new ComposingClient(host);
  return {
    open: (parts) => client.open(parts),
    close: () => client.close(),
  };
}

/** The window's side of the composing worker. `subscribe` is handed on without its owner. */
class ComposingClient implements Composing {
  private readonly host: Host;
  private readonly worker: Worker;
  private readonly pages = new Map<string, ShownPage>();
  private readonly receivers = new Map<string, PageReceiver>();
  private readonly listeners = new Set<(page: string) => void>();
  /** Faces that were asked for; the worker keeps what it gets, and is told what is missing. */
  private readonly fetching = new Set<FaceId>();
  private readonly questions = new Map<number, (answer: unknown) => void>();
  private stopWatching: () => void = () => undefined;
  /** Messages that wait until the worker's modules are loaded. */
  private waiting: ToWorker[] | undefined = [];
  private troubles: readonly Failure[] = [];
  private sentRound = 0;
  private asked = 0;

  constructor(host: Host) {
    this.host = host;
    this.worker = new Worker(new URL('./compose-worker.ts', import.meta.url), { type: 'module' });
    this.worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.take(data);
  }

  open({ openIssue, parts, lexicon, faces }: ComposingParts): this {
    for (const face of faces) void this.fetchFace(face);
    this.send({ kind: 'open', parts, lexicon, document: openIssue.document() });
    this.stopWatching = openIssue.watchUpdates((update) => {
      this.sentRound += 1;
      this.send({ kind: 'update', update, round: this.sentRound });
    });
    return this;
  }

  page(id: string): ShownPage | undefined {
    return this.pages.get(id);
  }

  show(page: string): void {
    this.send({ kind: 'show', page });
  }

  preview(
    page: string,
    blocks: readonly Block[] | undefined,
    pictures: readonly Picture[] = [],
  ): void {
    this.send({ kind: 'preview', page, blocks, pictures, round: this.sentRound });
  }

  previewEdit(page: string, edit: Edit | undefined): void {
    this.send({ kind: 'preview edit', page, edit });
  }

  subscribe = (listener: (page: string) => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  round(): number {
    return this.sentRound;
  }

  ask<Name extends keyof Questions>(
    name: Name,
    values: Questions[Name][0],
  ): Promise<Questions[Name][1] | undefined> {
    this.asked += 1;
    const id = this.asked;
    this.send({ kind: 'ask', id, question: { name, values } });
    return new Promise((answered) => {
      // The worker answers each question by its name, in the shape that `Questions` says.
      this.questions.set(id, (answer) => answered(answer as Questions[Name][1] | undefined));
    });
  }

  failures(): readonly Failure[] {
    return this.troubles;
  }

  close(): void {
    this.stopWatching();
    this.worker.terminate();
  }

  private send(message: ToWorker, transfer: Transferable[] = []): void {
    if (this.waiting !== undefined) this.waiting.push(message);
    else this.worker.postMessage(message, transfer);
  }

  private take(message: FromWorker): void {
    switch (message.kind) {
      case 'ready': {
        const held = this.waiting ?? [];
        this.waiting = undefined;
        for (const one of held) this.send(one);
        return;
      }
      case 'face wanted':
        void this.fetchFace(message.face);
        return;
      case 'page':
        this.takePage(message);
        return;
      case 'answer':
        this.questions.get(message.id)?.(message.answer);
        this.questions.delete(message.id);
        return;
      case 'broken':
        this.troubles = [...this.troubles, { code: 'our-bug', values: { call: message.reason } }];
        this.tell(message.page);
    }
  }

  private takePage(message: PageMessage): void {
    const { page, widthPt, heightPt, items, round, isPreview, composeMs } = message;
    const receiver = this.receivers.get(page) ?? new PageReceiver();
    this.receivers.set(page, receiver);
    const { findings, fits, stories } = message;
    const list = { widthPt, heightPt, items: receiver.receive(items) };
    this.pages.set(page, { list, findings, fits, stories, round, isPreview, composeMs });
    this.tell(page);
  }

  private async fetchFace(face: FaceId): Promise<void> {
    if (this.fetching.has(face)) return;
    this.fetching.add(face);
    const answer = await this.host.shapingFont({ face });
    if (answer.ok) {
      this.send({ kind: 'face', face, bytes: answer.value }, [answer.value.buffer]);
      return;
    }
    this.troubles = [...this.troubles, answer.failure];
    this.send({ kind: 'face missing', face });
  }

  private tell(page: string): void {
    for (const listener of [...this.listeners]) listener(page);
  }
}

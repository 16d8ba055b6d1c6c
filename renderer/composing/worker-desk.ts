import { readNewsroomWords } from '#engine/compose/newsroom-words.ts';
import { type Composer, type ComposerParts, createComposer } from '#engine/compose/page.ts';
import { createFontBook } from '#engine/fonts/font-book.ts';
import { openTypeface, type ProgramTypeface } from '#engine/fonts/harfbuzz-typeface.ts';
import type { FaceId } from '#engine/fonts/typeface.ts';
import type { Edit } from '#engine/model/edits/edit.ts';
import { tryEdit } from '#engine/model/edits/try-edit.ts';
import type { Block, Issue, Page, Picture } from '#engine/model/issue.ts';
import { decodeIssueDoc, type IssueDoc, mergeUpdate } from '#engine/model/issue-updates.ts';
import { createIssueReader, type IssueReader } from '#engine/model/read-issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import { preflightPage } from '#engine/preflight/preflight-page.ts';
import { assert } from '#engine/units/assert.ts';
import { openLexicon } from '#engine/words/word-lexicon.ts';
import type { CompositionParts } from '#host/contract.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { PageSender } from './sent-page.ts';
import type { RunningTrials } from './trials.ts';
import { answerQuestion } from './worker-questions.ts';

/** Thrown out of a composition when a face is met whose bytes are not here yet. */
class FaceWanted extends Error {
  readonly face: FaceId;

  constructor(face: FaceId) {
    super(`the face ${face} is on its way`);
    this.face = face;
  }
}

/** The issue as the worker has it. */
interface OpenPages {
  readonly doc: IssueDoc;
  readonly reader: IssueReader;
  readonly templates: ReadonlyMap<string, PageTemplate>;
  readonly composer: Composer;
  readonly trials: RunningTrials;
}

/** What a page is shown with instead of what the issue says. */
interface Preview {
  readonly page: string;
  readonly blocks?: readonly Block[];
  readonly pictures?: Issue['pictures'];
  readonly edit?: Edit;
}

function draggedPage({
  page,
  blocks,
  pictures,
}: Extract<ToWorker, { kind: 'preview' }>): Preview | undefined {
  const byId = (picture: Picture) => [picture.id, picture] as const;
  return blocks && { page, blocks, pictures: Object.fromEntries(pictures.map(byId)) };
}

/** Other pages than the one that shows are composed when no edit has come for this long. */
const QUIET_MS = 250;

/** The composing worker without its wires: takes messages, and tells what comes of them. */
export class WorkerDesk {
  private readonly tell: (message: FromWorker) => void;
  private readonly faces = new Map<FaceId, ProgramTypeface>();
  private readonly missing = new Set<FaceId>();
  private readonly wanted = new Set<FaceId>();
  private readonly senders = new Map<string, PageSender>();
  /** The issue as each page was last composed from, by page id. */
  private readonly composed = new Map<string, Issue>();
  private open: OpenPages | undefined;
  private shown: string | undefined;
  private preview: Preview | undefined;
  private round = 0;
  private quiet: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (message: FromWorker) => void) {
    this.tell = tell;
  }

  take(message: ToWorker): void {
    switch (message.kind) {
      case 'open':
        this.openIssue(message.parts, message.lexicon, message.document);
        return;
      case 'face':
        this.takeFace(message.face, message.bytes);
        return;
      case 'face missing':
        this.missing.add(message.face);
        this.composeShown();
        return;
      case 'update':
        this.round = message.round;
        if (this.open !== undefined) mergeUpdate(this.open.doc, message.update);
        this.composeShown();
        return;
      case 'show':
        this.shown = message.page;
        this.composeShown();
        return;
      case 'preview':
        this.preview = draggedPage(message);
        this.composeShown();
        return;
      case 'preview edit':
        this.preview = message.edit && { page: message.page, edit: message.edit };
        this.composeShown();
        return;
      case 'ask':
        this.answer(message.id, message.question);
    }
  }

  private openIssue(parts: CompositionParts, lexicon: Uint8Array, document: Uint8Array): void {
    // The worker only reads: the client id signs nothing.
    const decoded = decodeIssueDoc([document], 0);
    assert(decoded.ok, 'the window has opened this document before');
    const words = readNewsroomWords(parts.newsroomWords).words;
    const fallbacks = new Map(parts.faces.map((face) => [face.id, face.fallbacks]));
    const fonts = createFontBook({
      faces: [],
      fallbacks: (id) => (fallbacks.get(id) ?? []).filter((face) => !this.missing.has(face)),
      openLate: (id) => this.face(id),
    });
    this.open = {
      doc: decoded.value,
      reader: createIssueReader(decoded.value),
      templates: new Map(parts.templates.map((template) => [template.id, template])),
      ...composersOf({ fonts, lexicon: openLexicon(lexicon, words) }),
    };
    this.wantFacesOf(this.open);
    this.composeShown();
  }

  /** Asked for together, so that the first page waits for the slowest face only. */
  private wantFacesOf({ reader, templates }: OpenPages): void {
    for (const page of reader.read().pages) {
      const styles = Object.values(templates.get(page.template)?.styles ?? {});
      for (const style of styles) this.want(style.face);
    }
  }

  private want(face: FaceId): void {
    if (this.faces.has(face) || this.wanted.has(face)) return;
    this.wanted.add(face);
    this.tell({ kind: 'face wanted', face });
  }

  private face(id: FaceId): ProgramTypeface {
    const face = this.faces.get(id);
    if (face === undefined) throw new FaceWanted(id);
    return face;
  }

  private takeFace(face: FaceId, bytes: Uint8Array): void {
    this.wanted.delete(face);
    this.faces.set(face, openTypeface({ id: face, bytes, faceIndex: 0 }));
    if (this.wanted.size === 0) this.composeShown();
  }

  private composeShown(): void {
    const { open } = this;
    if (open === undefined || this.wanted.size > 0) return;
    const issue = open.reader.read();
    const page = issue.pages.find(({ id }) => id === this.shown);
    if (page !== undefined) this.compose(open, issue, page);
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => this.composeNextOther(), QUIET_MS);
  }

  /** One page at a time, so that an edit in between need not wait for sixteen. */
  private composeNextOther(): void {
    const { open } = this;
    if (open === undefined || this.wanted.size > 0) return;
    const issue = open.reader.read();
    const stale = issue.pages.find((page) => this.composed.get(page.id) !== issue);
    if (stale === undefined) return;
    this.compose(open, issue, stale);
    this.quiet = setTimeout(() => this.composeNextOther(), 0);
  }

  private compose(open: OpenPages, issue: Issue, page: Page): void {
    const wanted = this.previewed(issue, page);
    const isPreview = wanted.issue !== issue;
    const template = open.templates.get(page.template);
    this.composed.set(page.id, issue);
    if (template === undefined) {
      this.broken(page, `template ${page.template}`);
      return;
    }
    try {
      const begun = performance.now();
      const composed = open.composer.composePage(wanted.issue, wanted.page, template);
      const { list, fits, stories } = composed;
      const checked = preflightPage({ ...wanted, template, composed });
      const findings = [...composed.findings, ...checked];
      const composeMs = performance.now() - begun;
      const { widthPt, heightPt } = list;
      const items = this.sender(page.id).send(list.items);
      const { round } = this;
      const size = { widthPt, heightPt };
      this.tell({
        kind: 'page',
        page: page.id,
        round,
        isPreview,
        ...size,
        items,
        findings,
        fits,
        stories,
        composeMs,
      });
    } catch (trouble) {
      if (trouble instanceof FaceWanted) {
        this.composed.delete(page.id);
        this.want(trouble.face);
      } else this.broken(page, trouble instanceof Error ? trouble.message : String(trouble));
    }
  }

  /** The page with what is being dragged where it is dragged, or after an edit. */
  private previewed(issue: Issue, page: Page): { readonly issue: Issue; readonly page: Page } {
    const { preview } = this;
    if (preview?.page !== page.id) return { issue, page };
    if (preview.edit !== undefined) {
      const edited = tryEdit(issue, preview.edit);
      const own = edited?.pages.find(({ id }) => id === page.id);
      return edited && own ? { issue: edited, page: own } : { issue, page };
    }
    const dragged = { ...page, blocks: preview.blocks ?? page.blocks };
    const pages = issue.pages.map((one) => (one === page ? dragged : one));
    const pictures = { ...issue.pictures, ...preview.pictures };
    return { issue: { ...issue, pages, pictures }, page: dragged };
  }

  private sender(page: string): PageSender {
    const sender = this.senders.get(page) ?? new PageSender();
    this.senders.set(page, sender);
    return sender;
  }

  private broken(page: Page, reason: string): void {
    this.tell({ kind: 'broken', page: page.id, reason });
  }

  private answer(id: number, question: { readonly name: string; readonly values: unknown }): void {
    this.tell({ kind: 'answer', id, answer: this.answerTo(question) });
  }

  private answerTo(question: { readonly name: string; readonly values: unknown }): unknown {
    const { open } = this;
    if (open === undefined) return undefined;
    try {
      return answerQuestion(question, { ...open, issue: open.reader.read() });
    } catch (trouble) {
      // A face that is still on its way: who asks hears nothing now, and asks again.
      if (!(trouble instanceof FaceWanted)) throw trouble;
      this.want(trouble.face);
      return undefined;
    }
  }
}

/** The composer of the screen, and another for trials: those would make the first one forget. */
function composersOf(parts: ComposerParts): Pick<OpenPages, 'composer' | 'trials'> {
  let forTrials: Composer | undefined;
  return {
    composer: createComposer(parts),
    trials: {
      composer: () => {
        forTrials ??= createComposer(parts);
        return forTrials;
      },
      now: () => performance.now(),
      current: undefined,
    },
  };
}

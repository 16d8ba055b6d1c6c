import { applyEdit } from '#engine/model/edits/apply-edit.ts';
import type { Edit, EditResult } from '#engine/model/edits/edit.ts';
import type { Issue } from '#engine/model/issue.ts';
import type { IssueDoc } from '#engine/model/issue-updates.ts';
import { decodeIssueDoc, encodeIssueDoc, watchUpdates } from '#engine/model/issue-updates.ts';
import { createIssueReader } from '#engine/model/read-issue.ts';
import { createUndo, type StepSeries, type Undo } from '#engine/model/undo.ts';
import type { Failure, Host, IssueHolder, OpenedIssue } from '#host/contract.ts';
import { createUpdatePost, type PostState } from './update-post.ts';

/** An issue in this window: its live document, and how it is changed. */
export interface OpenIssue {
  readonly folder: string;
  readonly session: string;
  /** Who else has it; undefined when it may be edited here. */
  readonly heldBy: IssueHolder | undefined;
  /** What was noticed on opening. */
  readonly findings: OpenedIssue['findings'];
  readonly doc: IssueDoc;
  readonly undo: Undo;
  /** The issue as it is now; unchanged parts keep their identity (===). */
  issue(): Issue;
  /**
   * Carries out an edit as one undo step of that name, which the newsroom reads; edits of one
   * series that follow each other are one step.
   */
  edit(name: string, edit: Edit, series?: StepSeries): EditResult;
  /** Hears of every change of the issue; answers how to stop. */
  subscribe(listener: () => void): () => void;
  /** Hears of every update of the document, at once; for the composing worker. */
  watchUpdates(listener: (update: Uint8Array) => void): () => void;
  /** How far the edits are on their way to the disk. */
  post(): PostState;
  subscribePost(listener: () => void): () => void;
  /** Sends what is not yet on the disk, and answers when it lies there. */
  settle(): Promise<PostState>;
  /** Writes issue.json anew. */
  save(): Promise<Failure | undefined>;
  /** The whole document as one update. */
  document(): Uint8Array;
  close(): Promise<void>;
}

/** What an issue is opened from. `origins` are further origins whose changes are undone here. */
export interface OpenIssueParts {
  readonly host: Host;
  readonly opened: OpenedIssue;
  /** Answer of `issueDocument`. */
  readonly document: Uint8Array;
  readonly origins?: readonly unknown[];
}

/** Opens the document in this window; a failure when the bytes are no issue of ours. */
export function openIssueHere(parts: OpenIssueParts): OpenIssue | Failure {
  const { host, opened } = parts;
  const clientId = crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
  const decoded = decodeIssueDoc([parts.document], clientId);
  if (!decoded.ok) return { code: 'damaged-document', values: { folder: opened.folder } };
  const doc = decoded.value;
  const reader = createIssueReader(doc);
  const undo = createUndo(doc, parts.origins);
  const post = createUpdatePost({ host, session: opened.session });
  const listeners = new Set<() => void>();
  const stopWatching = watchUpdates(doc, (update) => {
    if (opened.heldBy === undefined) post.take(update);
    for (const listener of [...listeners]) listener();
  });
  return {
    folder: opened.folder,
    session: opened.session,
    heldBy: opened.heldBy,
    findings: opened.findings,
    doc,
    undo,
    issue: () => reader.read(),
    edit: (name, edit, series) => {
      if (opened.heldBy !== undefined) return { ok: false, failure: 'read-only' };
      return undo.step(name, () => applyEdit(doc, edit), series);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    watchUpdates: (listener) => watchUpdates(doc, listener),
    post: () => post.state(),
    subscribePost: (listener) => post.subscribe(listener),
    settle: () => post.settle(),
    save: () => saveIssue(host, opened.session, post.settle),
    document: () => encodeIssueDoc(doc),
    async close() {
      stopWatching();
      await post.settle();
      post.close();
      reader.close();
      undo.close();
      await host.closeIssue({ session: opened.session });
    },
  };
}

async function saveIssue(
  host: Host,
  session: string,
  settle: () => Promise<PostState>,
): Promise<Failure | undefined> {
  const settled = await settle();
  if (settled.kind === 'failing') return settled.failure;
  const answer = await host.saveIssue({ session });
  return answer.ok ? undefined : answer.failure;
}

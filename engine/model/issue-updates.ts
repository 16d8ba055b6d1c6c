import * as Y from 'yjs';
import { SCHEMA_VERSION } from './issue.ts';
import { issueRoots } from './issue-doc.ts';
import { malformed, type Parsed } from './parsing.ts';

/** The live document of one issue. Only engine/model looks inside. */
export type IssueDoc = Y.Doc;

/** The whole document as one update. */
export function encodeIssueDoc(doc: IssueDoc): Uint8Array {
  return Y.encodeStateAsUpdate(doc);
}

/** A document from the updates of a log, in their order. `clientId` signs later edits. */
export function decodeIssueDoc(updates: readonly Uint8Array[], clientId: number): Parsed<IssueDoc> {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update);
    });
  } catch (error) {
    return malformed([{ path: '', code: 'invalid_update', detail: String(error) }]);
  }
  const found = issueRoots(doc).issue.get('schemaVersion');
  if (found === SCHEMA_VERSION) return { ok: true, value: doc };
  const failure = {
    code: 'unknown version',
    found: String(found),
    newest: SCHEMA_VERSION,
  } as const;
  return { ok: false, failure };
}

/** Takes in an update from another desk or a log. */
export function mergeUpdate(doc: IssueDoc, update: Uint8Array): void {
  Y.applyUpdate(doc, update, 'merge');
}

/** Calls the listener with the update of every transaction; returns how to stop. */
export function watchUpdates(doc: IssueDoc, listener: (update: Uint8Array) => void): () => void {
  const onUpdate = (update: Uint8Array) => {
    listener(update);
  };
  doc.on('update', onUpdate);
  return () => {
    doc.off('update', onUpdate);
  };
}

/** Several updates, in their order, as one. */
export function joinUpdates(updates: readonly Uint8Array[]): Uint8Array {
  return Y.mergeUpdates([...updates]);
}

/** The live text of a story, for the story editor's binding; undefined without such an article. */
export function storyFragmentOf(doc: IssueDoc, article: string): Y.XmlFragment | undefined {
  const map = issueRoots(doc).articles.get(article);
  const story = map instanceof Y.Map ? map.get('story') : undefined;
  return story instanceof Y.XmlFragment ? story : undefined;
}

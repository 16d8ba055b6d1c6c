import { decodeIssueDoc, type IssueDoc, watchUpdates } from '#engine/model/issue-updates.ts';
import type { Host, OpenedIssue, OpenIssueRequest } from '#host/contract.ts';
import { typeAtLead } from '#tests/unit/host/issue-folder/sample-folder.ts';
import { given } from './desk-behind-door.ts';

/** A window on an open issue: its replica of the document, and the update of each edit. */
export interface DeskWindow {
  readonly opened: OpenedIssue;
  readonly session: string;
  readonly doc: IssueDoc;
  /** Types at the beginning of the lead; answers the update, which is not sent. */
  type(text: string): Uint8Array;
}

/** Every window signs its edits with a number of its own, in every process. */
let lastSignature = process.pid * 1000;

/** Opens an issue as the screen does. */
export async function openWindow(door: Host, request: OpenIssueRequest): Promise<DeskWindow> {
  const opened = given(await door.openIssue(request));
  const { session } = opened;
  lastSignature += 1;
  const decoded = decodeIssueDoc([given(await door.issueDocument({ session }))], lastSignature);
  if (!decoded.ok) throw new Error('the host answered no document');
  const doc = decoded.value;
  return {
    opened,
    session,
    doc,
    type(text) {
      const updates: Uint8Array[] = [];
      const stop = watchUpdates(doc, (update) => updates.push(update));
      typeAtLead(doc, text);
      stop();
      const [update] = updates;
      if (update === undefined) throw new Error('nothing was typed');
      return update;
    },
  };
}

import { applyEdit } from '#engine/model/edits/apply-edit.ts';
import type { Issue } from '#engine/model/issue.ts';
import { createIssueDoc } from '#engine/model/issue-doc.ts';
import { createIssueReader } from '#engine/model/read-issue.ts';
import { createUndo } from '#engine/model/undo.ts';

/** An issue that is edited as on the desk, without host and window. */
export function editedIssue(first: Issue) {
  const doc = createIssueDoc(first, 1);
  const undo = createUndo(doc);
  const reader = createIssueReader(doc);
  return {
    doc,
    undo,
    issue: () => reader.read(),
    edit: (name: string, edit: Parameters<typeof applyEdit>[1]) =>
      undo.step(name, () => applyEdit(doc, edit)),
  };
}

import type { IssueRoots } from '#engine/model/issue-doc.ts';
import { dismissalSchema } from '#engine/model/issue-schema.ts';
import type { DismissedMark, RestoredMark } from './answer-edit.ts';
import { type EditPlan, planned, refused } from './edit-plan.ts';

/** Plans that a finding of proofreading is let stand. */
export function planDismissedMark(roots: IssueRoots, edit: DismissedMark): EditPlan {
  if (roots.dismissals.has(edit.id)) return refused('id is taken');
  return planned({ kind: 'restoredMark', id: edit.id }, () => {
    roots.dismissals.set(edit.id, edit.dismissal);
  });
}

/** Plans that a finding of proofreading is shown again. */
export function planRestoredMark(roots: IssueRoots, edit: RestoredMark): EditPlan {
  if (!roots.dismissals.has(edit.id)) return refused('no such dismissal');
  const dismissal = dismissalSchema.parse(roots.dismissals.get(edit.id));
  return planned({ kind: 'dismissedMark', id: edit.id, dismissal }, () => {
    roots.dismissals.delete(edit.id);
  });
}

import type { IssueRoots } from '#engine/model/issue-doc.ts';
import { waiverSchema } from '#engine/model/issue-schema.ts';
import type { WaivedFinding, WithdrawnWaiver } from './answer-edit.ts';
import { type EditPlan, planned, refused } from './edit-plan.ts';

/** Plans that a finding of preflight is let pass. */
export function planWaivedFinding(roots: IssueRoots, edit: WaivedFinding): EditPlan {
  if (roots.waivers.has(edit.id)) return refused('id is taken');
  return planned({ kind: 'withdrawnWaiver', id: edit.id }, () => {
    roots.waivers.set(edit.id, edit.waiver);
  });
}

/** Plans that a finding of preflight counts again. */
export function planWithdrawnWaiver(roots: IssueRoots, edit: WithdrawnWaiver): EditPlan {
  if (!roots.waivers.has(edit.id)) return refused('no such waiver');
  const waiver = waiverSchema.parse(roots.waivers.get(edit.id));
  return planned({ kind: 'waivedFinding', id: edit.id, waiver }, () => {
    roots.waivers.delete(edit.id);
  });
}

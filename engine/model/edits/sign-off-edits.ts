import type { IssueRoots } from '#engine/model/issue-doc.ts';
import { signOffSchema } from '#engine/model/issue-schema.ts';
import type { SignedPage, UnsignedPage } from './answer-edit.ts';
import { type EditPlan, planned, refused } from './edit-plan.ts';

/** Plans that a page is signed. */
export function planSignedPage(roots: IssueRoots, edit: SignedPage): EditPlan {
  if (roots.signOffs.has(edit.id)) return refused('id is taken');
  if (!roots.pages.has(edit.signOff.page)) return refused('no such page');
  return planned({ kind: 'unsignedPage', id: edit.id }, () => {
    roots.signOffs.set(edit.id, edit.signOff);
  });
}

/** Plans that a signature is taken back. */
export function planUnsignedPage(roots: IssueRoots, edit: UnsignedPage): EditPlan {
  if (!roots.signOffs.has(edit.id)) return refused('no such signature');
  const signOff = signOffSchema.parse(roots.signOffs.get(edit.id));
  return planned({ kind: 'signedPage', id: edit.id, signOff }, () => {
    roots.signOffs.delete(edit.id);
  });
}

import type * as Y from 'yjs';
import { type IssueRoots, issueRoots } from '#engine/model/issue-doc.ts';
import { assert } from '#engine/units/assert.ts';
import {
  planAddedAdGrid,
  planFilledAdCell,
  planRemovedAdGrid,
  planReorderedAdCells,
  planResizedAdGrid,
  planSetAdGrid,
} from './ad-grid-edits.ts';
import {
  planAddedArticle,
  planAddedPicture,
  planPlacedPicture,
  planRemovedArticle,
  planRemovedPicture,
  planSetHeadlinePart,
  planSetPicture,
  planSetSlugline,
  planSetTracking,
} from './article-edits.ts';
import {
  planAddedBlock,
  planMovedBlock,
  planRemovedBlock,
  planReorderedBlocks,
  planResizedBlock,
  planSetBlockProperty,
} from './block-edits.ts';
import { planSetBooking } from './booking-edits.ts';
import type { Edit, EditResult } from './edit.ts';
import type { EditPlan } from './edit-plan.ts';
import {
  planAddedPage,
  planRelaidPages,
  planRemovedPage,
  planReorderedPages,
  planSetIssue,
  planSetPage,
} from './page-edits.ts';
import { planDismissedMark, planRestoredMark } from './proof-edits.ts';
import { planSignedPage, planUnsignedPage } from './sign-off-edits.ts';
import {
  planJoinedParagraphs,
  planReplacedText,
  planSetLooseness,
  planSetParagraphKind,
  planSplitParagraph,
} from './story-edits.ts';
import { planWaivedFinding, planWithdrawnWaiver } from './waiver-edits.ts';

/** Origin of the transactions of `applyEdit`; undo knows its own desk's edits by this class. */
export class EditOrigin {
  /** Who edits, such as the name of a desk. */
  readonly editor: string;

  constructor(editor: string) {
    this.editor = editor;
  }
}

const OWN_DESK = new EditOrigin('own desk');

/**
 * Carries out an edit as one transaction and returns the edit that undoes it. An edit that is
 * impossible on the issue as it is changes nothing and says why.
 */
export function applyEdit(doc: Y.Doc, edit: Edit, origin: EditOrigin = OWN_DESK): EditResult {
  return doc.transact(() => carryOut(issueRoots(doc), edit), origin);
}

function carryOut(roots: IssueRoots, edit: Edit): EditResult {
  if (edit.kind === 'editsTogether') return carryOutTogether(roots, edit.edits);
  const plan = planEdit(roots, edit);
  if (!plan.ok) return plan;
  plan.write();
  return { ok: true, inverse: plan.inverse };
}

/** Each edit is checked on what the ones before it left; when one fails, those are taken back. */
function carryOutTogether(roots: IssueRoots, edits: readonly Edit[]): EditResult {
  const inverses: Edit[] = [];
  for (const edit of edits) {
    const result = carryOut(roots, edit);
    if (result.ok) {
      inverses.unshift(result.inverse);
      continue;
    }
    for (const inverse of inverses) {
      assert(carryOut(roots, inverse).ok, 'what was just done can be undone');
    }
    return result;
  }
  return { ok: true, inverse: { kind: 'editsTogether', edits: inverses } };
}

type SingleEdit = Exclude<Edit, { readonly kind: 'editsTogether' }>;

/** How each kind of edit is planned. */
const PLANS: {
  readonly [Kind in SingleEdit['kind']]: (
    roots: IssueRoots,
    edit: Extract<SingleEdit, { readonly kind: Kind }>,
  ) => EditPlan;
} = {
  replacedText: planReplacedText,
  splitParagraph: planSplitParagraph,
  joinedParagraphs: planJoinedParagraphs,
  setParagraphKind: planSetParagraphKind,
  setLooseness: planSetLooseness,
  setHeadlinePart: planSetHeadlinePart,
  setSlugline: planSetSlugline,
  setTracking: planSetTracking,
  addedArticle: planAddedArticle,
  removedArticle: planRemovedArticle,
  movedBlock: planMovedBlock,
  resizedBlock: planResizedBlock,
  addedBlock: planAddedBlock,
  removedBlock: planRemovedBlock,
  reorderedBlocks: planReorderedBlocks,
  setBlockProperty: planSetBlockProperty,
  placedPicture: planPlacedPicture,
  setPicture: planSetPicture,
  addedPicture: planAddedPicture,
  removedPicture: planRemovedPicture,
  addedAdGrid: planAddedAdGrid,
  removedAdGrid: planRemovedAdGrid,
  resizedAdGrid: planResizedAdGrid,
  setAdGrid: planSetAdGrid,
  filledAdCell: planFilledAdCell,
  reorderedAdCells: planReorderedAdCells,
  setIssue: planSetIssue,
  addedPage: planAddedPage,
  removedPage: planRemovedPage,
  reorderedPages: planReorderedPages,
  setPage: planSetPage,
  relaidPages: planRelaidPages,
  dismissedMark: planDismissedMark,
  waivedFinding: planWaivedFinding,
  withdrawnWaiver: planWithdrawnWaiver,
  restoredMark: planRestoredMark,
  setBooking: planSetBooking,
  signedPage: planSignedPage,
  unsignedPage: planUnsignedPage,
};

function planEdit(roots: IssueRoots, edit: SingleEdit): EditPlan {
  // The table pairs each kind with its own plan, which TypeScript cannot follow through a lookup.
  const plan = PLANS[edit.kind] as (roots: IssueRoots, edit: SingleEdit) => EditPlan;
  return plan(roots, edit);
}

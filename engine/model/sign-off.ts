import type { Issue } from './issue.ts';
import type { SignOff, SignOffRole } from './issue-answers.ts';
import type { PageTemplate } from './template.ts';

/** Roles in which pages are signed, in the order of the sheet. */
export const SIGN_OFF_ROLES: readonly SignOffRole[] = [
  'editor',
  'layout',
  'proofreader',
  'dutyChief',
  'dutyEditorInChief',
];

/** Signatures that a page needs: of each group of roles one. */
export type NeededSignatures = readonly (readonly SignOffRole[])[];

/** What a template asks for that says nothing: the editor, and whoever has charge of the night. */
const USUAL_SIGNATURES: NeededSignatures = [['editor'], ['dutyChief', 'dutyEditorInChief']];

/** A signature with its id. */
export interface KeptSignOff extends SignOff {
  readonly id: string;
}

/** How far a page is signed as it looks now. */
export interface SignOffState {
  /** `changed`: it had been signed, and looks otherwise now. */
  readonly kind: 'signed' | 'partly signed' | 'changed' | 'unsigned';
  /** Signatures under the page as it looks now, oldest first. */
  readonly valid: readonly KeptSignOff[];
  /** Signatures under an earlier look of it, oldest first. */
  readonly stale: readonly KeptSignOff[];
  /** Groups of roles of which nobody has signed yet. */
  readonly missing: NeededSignatures;
}

/** The signatures that pages of a template need. */
export function neededSignatures(template: PageTemplate | undefined): NeededSignatures {
  return template?.neededSignatures ?? USUAL_SIGNATURES;
}

/**
 * How far a page is signed. No two of the needed signatures are of one person: whoever edited a
 * page does not release it to the print shop alone.
 */
export function signOffState(
  issue: Pick<Issue, 'signOffs'>,
  page: string,
  look: string,
  needed: NeededSignatures,
): SignOffState {
  const all = Object.entries(issue.signOffs)
    .map(([id, signOff]) => ({ id, ...signOff }))
    .filter((one) => one.page === page)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || roleOrder(a) - roleOrder(b));
  const valid = all.filter((one) => one.look === look);
  const stale = all.filter((one) => one.look !== look);
  const missing = missingOf(needed, valid);
  return { kind: kindOf(missing, valid, stale), valid, stale, missing };
}

function kindOf(
  missing: NeededSignatures,
  valid: readonly SignOff[],
  stale: readonly SignOff[],
): SignOffState['kind'] {
  if (missing.length === 0) return 'signed';
  if (valid.length > 0) return 'partly signed';
  return stale.length > 0 ? 'changed' : 'unsigned';
}

/** The fewest groups that stay open, whichever signature is counted for which group. */
function missingOf(needed: NeededSignatures, signed: readonly SignOff[]): NeededSignatures {
  const [group, ...rest] = needed;
  if (group === undefined) return [];
  const ways = signed
    .filter(({ role }) => group.includes(role))
    .map(({ by }) =>
      missingOf(
        rest,
        signed.filter((one) => nameOf(one) !== by.trim()),
      ),
    );
  const open = [group, ...missingOf(rest, signed)];
  return [...ways, open].reduce((best, way) => (way.length < best.length ? way : best));
}

function roleOrder({ role }: SignOff): number {
  return SIGN_OFF_ROLES.indexOf(role);
}

function nameOf({ by }: SignOff): string {
  return by.trim();
}

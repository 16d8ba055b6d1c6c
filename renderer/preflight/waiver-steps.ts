import type { RepairPlace } from '#engine/preflight/finding-rules.ts';
import { editOfMends, type Mend } from '#engine/preflight/mend-finding.ts';
import { waiverOf } from '#engine/preflight/waivers.ts';
import type { Finding } from '#engine/units/finding.ts';
import { goToFinding } from '#renderer/commands/go-to-finding.ts';
import type { PanelName } from '#renderer/desk-state/desk-state.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import type { Answer } from '#renderer/proofreading/answer-form.tsx';
import { wordsIn } from '#renderer/strings/catalogue.ts';
import { preflightStrings } from '#renderer/strings/preflight-strings.ts';

/** Lets a finding pass, with the reason and the name of who answers for it. */
export function waiveFinding(desk: OpenDesk, finding: Finding, answer: Answer): boolean {
  const { openIssue } = desk;
  const made = waiverOf(openIssue.issue(), finding, { ...answer, at: new Date().toISOString() });
  if (made === undefined) return false;
  return openIssue.edit(stepWords(desk).waive, { kind: 'waivedFinding', ...made }).ok;
}

/** Lets a finding count again. */
export function withdrawWaiver(desk: OpenDesk, id: string): boolean {
  return desk.openIssue.edit(stepWords(desk).withdraw, { kind: 'withdrawnWaiver', id }).ok;
}

/** Mends one finding, as one step to undo. */
export function mendOne({ openIssue, settings }: OpenDesk, mend: Mend): void {
  const edit = editOfMends(openIssue.issue(), [mend]);
  const { steps } = wordsIn(preflightStrings, settings.read().language);
  if (edit !== undefined) openIssue.edit(steps.mend, edit);
}

const PANELS: Readonly<Record<RepairPlace, PanelName | undefined>> = {
  words: 'galley',
  headline: 'headline',
  fit: 'fit',
  picture: 'picture',
  partners: 'partners',
  ads: 'ads',
  fillers: 'fillers',
  block: 'properties',
  page: 'properties',
  profile: undefined,
};

/** Goes to the place and opens what it is put right with. */
export function goToRepair(desk: OpenDesk, finding: Finding, repair: RepairPlace): void {
  goToFinding(desk, finding);
  const panel = PANELS[repair];
  if (panel === undefined) desk.state.change({ dialog: 'press' });
  else desk.state.change({ panel, showsRight: true });
}

function stepWords({ settings }: OpenDesk) {
  return wordsIn(preflightStrings, settings.read().language).steps;
}

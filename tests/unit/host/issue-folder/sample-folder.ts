import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { applyEdit } from '#engine/model/edits/apply-edit.ts';
import type { IssueDoc } from '#engine/model/issue-updates.ts';
import { storyText } from '#engine/model/story-text.ts';
import { type OpenIssueFolder, openIssueFolder } from '#host/issue-folder/open-issue-folder.ts';
import { readIssueFolder } from '#host/issue-folder/read-issue-folder.ts';

const SAMPLE = new URL(
  '../../../../templates/samples/park-supplement-2021-06-18.issue',
  import.meta.url,
);

/** A copy of the sample issue in a folder that goes away with the test. */
export async function copiedSample(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'banxin-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  const folder = join(parent, 'sample.issue');
  await cp(SAMPLE, folder, { recursive: true });
  return folder;
}

/** Opens a folder; a failure fails the test. */
export async function opened(
  folder: string,
  options: Parameters<typeof openIssueFolder>[1] = {},
): Promise<OpenIssueFolder> {
  const attempt = await openIssueFolder(folder, options);
  if (!attempt.ok) throw new Error(JSON.stringify(attempt.failure));
  return attempt.value;
}

/** Types a text at the beginning of the lead. */
export function typeAtLead(doc: IssueDoc, text: string): void {
  const content = [{ kind: 'body', runs: [{ text, role: 'plain' }], looseness: 0 }] as const;
  applyEdit(doc, { kind: 'replacedText', article: 'lead', start: 0, end: 0, content });
}

/** The story of the lead as it stands in the folder, with the codes of what was noticed. */
export async function leadOnDisk(
  folder: string,
): Promise<{ readonly text: string; readonly findings: readonly string[] }> {
  const reading = await readIssueFolder(folder);
  if (!reading.ok) throw new Error(JSON.stringify(reading.failure));
  const { issue, findings } = reading.value;
  const lead = issue.articles.lead;
  return { text: lead ? storyText(lead.story) : '', findings: findings.map(({ code }) => code) };
}

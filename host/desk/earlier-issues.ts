import type { Issue } from '#engine/model/issue.ts';
import { readIssueJson } from '#host/issue-folder/read-issue-folder.ts';
import { readRecentIssues } from './recent-issues.ts';

/** An issue of the past, with all the words of its stories. */
export interface EarlierIssue {
  readonly name: string;
  /** ISO calendar date. */
  readonly date: string;
  readonly text: string;
}

/** The issues that were open on this desk, to compare drafts with. */
export async function earlierIssues(recordsFolder: string): Promise<readonly EarlierIssue[]> {
  const recent = await readRecentIssues(recordsFolder);
  const found = recent.filter(({ isThere }) => isThere);
  const read = await Promise.all(
    found.map(async ({ folder, supplement, date }) => {
      const issue = await readIssueJson(folder);
      const name = `${supplement} ${date}`;
      return issue.ok ? [{ name, date, text: wordsOfIssue(issue.value) }] : [];
    }),
  );
  return read.flat();
}

function wordsOfIssue({ articles }: Issue): string {
  const paragraphs = Object.values(articles).flatMap(({ story }) => story.paragraphs);
  const lines = paragraphs.map(({ runs }) => runs.map(({ text }) => text).join(''));
  return lines.join('\n');
}

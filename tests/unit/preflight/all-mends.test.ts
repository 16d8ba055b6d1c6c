import { expect, test } from 'vitest';
import { applyEdit } from '#engine/model/edits/apply-edit.ts';
import type { Issue } from '#engine/model/issue.ts';
import { contentClientId, createIssueDoc } from '#engine/model/issue-doc.ts';
import { readIssue } from '#engine/model/read-issue.ts';
import { editOfMends, mendOf } from '#engine/preflight/mend-finding.ts';
import { ALL_MENDS } from '#engine/preflight/mends/all-mends.ts';
import { preflightPage } from '#engine/preflight/preflight-page.ts';
import { assert } from '#engine/units/assert.ts';
import type { Finding } from '#engine/units/finding.ts';
import { sentenceOf } from '#renderer/strings/finding-strings.ts';
import { composedPage } from './checked-pages.ts';
import { MENDED_ISSUES, type MendedIssue } from './mended-issues.ts';

/** What is found on a page, of one code. */
function found(code: string, { template, place }: MendedIssue, issue: Issue): readonly Finding[] {
  const checked = composedPage(issue, place, template);
  const findings = [...checked.composed.findings, ...preflightPage(checked)];
  return findings.filter((finding) => finding.code === code);
}

test.for(Object.keys(ALL_MENDS))(
  'what is mended of %s is not found again, and goes back',
  (code) => {
    const mended = MENDED_ISSUES[code];
    assert(mended !== undefined, `there is an issue with ${code}`);
    const doc = createIssueDoc(mended.issue, contentClientId('mend'));
    const before = readIssue(doc);
    const findings = found(code, mended, before);
    const mends = findings.flatMap((finding) => mendOf(before, finding) ?? []);
    expect(mends.length).toBeGreaterThan(0);
    for (const mend of mends) {
      expect(sentenceOf(mend, 0)).not.toMatch(/\{|出错了/u);
      expect(sentenceOf(mend, 1)).not.toMatch(/\{|Trouble/u);
    }
    const edit = editOfMends(before, mends);
    assert(edit !== undefined, 'the mends are an edit');
    const result = applyEdit(doc, edit);
    if (!result.ok) throw new Error(result.failure);
    const after = readIssue(doc);
    const place = after.pages.findIndex(({ id }) => id === before.pages[mended.place ?? 0]?.id);
    expect(found(code, { ...mended, place }, after)).toEqual([]);
    expect(applyEdit(doc, result.inverse).ok).toBe(true);
    expect(readIssue(doc)).toEqual(before);
  },
);

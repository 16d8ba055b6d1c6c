import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdit } from '#engine/model/edits/apply-edit.ts';
import type { Edit } from '#engine/model/edits/edit.ts';
import { parseEdit } from '#engine/model/edits/edit-schema.ts';
import { tryEdit } from '#engine/model/edits/try-edit.ts';
import type { Issue } from '#engine/model/issue.ts';
import { createIssueDoc } from '#engine/model/issue-doc.ts';
import { createIssueReader, readIssue } from '#engine/model/read-issue.ts';
import { sampleIssue } from '#tests/unit/model/sample-issue.ts';
import { editOf, wishes } from './random-edits.ts';

const sample = sampleIssue();

it('takes any row of edits back to the same issue', () => {
  fc.assert(
    fc.property(wishes, (row) => {
      const doc = createIssueDoc(sample, 1);
      const inverses: Edit[] = [];
      for (const wish of row) {
        const edit = editOf(readIssue(doc), wish);
        const result = applyEdit(doc, edit);
        if (!result.ok) continue;
        expect(parseEdit(JSON.parse(JSON.stringify(edit)))).toEqual({ ok: true, value: edit });
        inverses.unshift(result.inverse);
      }
      for (const inverse of inverses) expect(applyEdit(doc, inverse).ok).toBe(true);
      expect(readIssue(doc)).toEqual(sample);
    }),
    { numRuns: 60 },
  );
});

it('reads after any edit what a fresh reading gives, and keeps what did not change', () => {
  fc.assert(
    fc.property(wishes, (row) => {
      const doc = createIssueDoc(sample, 1);
      const reader = createIssueReader(doc);
      let before = reader.read();
      for (const wish of row) {
        applyEdit(doc, editOf(before, wish));
        const after = reader.read();
        expect(after).toEqual(readIssue(doc));
        expectUnchangedKept(before, after);
        before = after;
      }
      reader.close();
    }),
    { numRuns: 60 },
  );
});

it('tries an edit without a document as the document carries it out', () => {
  fc.assert(
    fc.property(wishes, (row) => {
      const doc = createIssueDoc(sample, 1);
      for (const wish of row) {
        const before = readIssue(doc);
        const edit = editOf(before, wish);
        const tried = tryEdit(before, edit);
        const result = applyEdit(doc, edit);
        if (result.ok && tried !== undefined) expect(tried).toEqual(readIssue(doc));
        if (result.ok && TRIED.has(edit.kind)) expect(tried).toBeDefined();
      }
    }),
    { numRuns: 60 },
  );
});

const TRIED = new Set<Edit['kind']>([
  'replacedText',
  'setHeadlinePart',
  'setLooseness',
  'setBlockProperty',
]);

/** Parts of equal content must be the same objects, whatever changed beside them. */
function expectUnchangedKept(before: Issue, after: Issue): void {
  for (const [id, article] of Object.entries(after.articles)) {
    const old = before.articles[id];
    expect(article === old).toBe(JSON.stringify(article) === JSON.stringify(old));
    expect(article.story === old?.story).toBe(
      JSON.stringify(article.story) === JSON.stringify(old?.story),
    );
    const known = new Set(old?.story.paragraphs);
    const anew = article.story.paragraphs.filter((paragraph) => !known.has(paragraph));
    // An edit makes at most the pieces that it puts in anew, however many paragraphs it replaces.
    expect(anew.length).toBeLessThanOrEqual(2);
  }
  after.pages.forEach((page, index) => {
    const blocks = new Map(before.pages[index]?.blocks.map((block) => [block.id, block]));
    for (const block of page.blocks) {
      const old = blocks.get(block.id);
      if (JSON.stringify(block) === JSON.stringify(old)) expect(block).toBe(old);
    }
  });
}

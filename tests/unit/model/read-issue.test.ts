import { describe, expect, it } from 'vitest';
import { applyEdit } from '#engine/model/edits/apply-edit.ts';
import { createIssueDoc } from '#engine/model/issue-doc.ts';
import { createIssueReader, readIssue } from '#engine/model/read-issue.ts';
import { sampleIssue } from './sample-issue.ts';

const sample = sampleIssue();

describe('reading the document', () => {
  it('gives the issue back that was put in', () => {
    expect(readIssue(createIssueDoc(sample, 1))).toEqual(sample);
  });

  it('makes only the paragraph, its story and its article anew when a character is typed', () => {
    const doc = createIssueDoc(sample, 1);
    const reader = createIssueReader(doc);
    const before = reader.read();
    applyEdit(doc, {
      kind: 'replacedText',
      article: 'lead',
      start: 20,
      end: 20,
      content: [{ kind: 'body', runs: [{ text: '新', role: 'plain' }], looseness: 0 }],
    });
    const after = reader.read();
    expect(after).not.toBe(before);
    expect(after.pages).toBe(before.pages);
    expect(after.pictures).toBe(before.pictures);
    expect(after.adGrids).toBe(before.adGrids);
    const { lead: newLead, ...others } = after.articles;
    const { lead: oldLead, ...oldOthers } = before.articles;
    for (const [id, article] of Object.entries(others)) expect(article).toBe(oldOthers[id]);
    expect(newLead).not.toBe(oldLead);
    const [opening, ...rest] = newLead?.story.paragraphs ?? [];
    expect(opening?.runs.at(-1)?.text).toContain('新');
    rest.forEach((paragraph, index) => {
      expect(paragraph).toBe(oldLead?.story.paragraphs[index + 1]);
    });
  });

  it('returns the same issue while nothing changes', () => {
    const doc = createIssueDoc(sample, 1);
    const reader = createIssueReader(doc);
    expect(reader.read()).toBe(reader.read());
    reader.close();
  });

  it('gives the same pages and blocks when a block moves, except that block', () => {
    const doc = createIssueDoc(sample, 1);
    const reader = createIssueReader(doc);
    const before = reader.read();
    applyEdit(doc, { kind: 'movedBlock', block: 'flag', column: 1, line: 1 });
    const after = reader.read();
    const blocks = after.pages[0]?.blocks ?? [];
    const kept = blocks.filter((block) => before.pages[0]?.blocks.includes(block));
    expect(blocks.filter((block) => !kept.includes(block)).map(({ id }) => id)).toEqual(['flag']);
    expect(after.articles).toBe(before.articles);
  });
});

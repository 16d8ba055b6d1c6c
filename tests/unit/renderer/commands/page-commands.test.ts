import { describe, expect, test } from 'vitest';
import { runCommand } from '#renderer/commands/all-commands.ts';
import { copiedPage, droppedPage, movedPages } from '#renderer/commands/page-changes.ts';
import { obeyFourLaws } from '#tests/unit/model/four-laws.ts';
import { sampleIssue } from '#tests/unit/model/sample-issue.ts';
import { deskWithCommands } from './desk-with-commands.ts';

describe('a page that is added', () => {
  test('comes behind the one that shows, with the next number and the furniture', () => {
    const { desk } = deskWithCommands();
    expect(runCommand(desk, 'page.add')).toBe(true);
    const [first, second] = desk.openIssue.issue().pages;
    expect([first?.number, second?.number]).toEqual(['A06', 'A07']);
    expect(second?.blocks.map(({ kind }) => kind)).toContain('folioLine');
    expect(second?.blocks.some(({ kind }) => kind === 'article')).toBe(false);
    expect(desk.state.read().page).toBe(second?.id);
  });

  test('is taken away by undo, under its name', () => {
    const { desk } = deskWithCommands();
    runCommand(desk, 'page.add');
    expect(desk.openIssue.undo.undoName()).toBe('加版');
    runCommand(desk, 'edit.undo');
    expect(desk.openIssue.issue().pages).toHaveLength(1);
  });
});

describe('a page that is copied', () => {
  test('has stories, pictures and partners of its own, with the same words', () => {
    const issue = sampleIssue();
    const [page] = issue.pages;
    const change = copiedPage(issue, page?.id ?? '');
    const edited = obeyFourLaws(issue, change.edit);
    const [original, copy] = edited.pages;
    expect(copy?.blocks).toHaveLength(original?.blocks.length ?? 0);
    expect(Object.keys(edited.articles)).toHaveLength(2 * Object.keys(issue.articles).length);
    const leadOf = (blocks = original?.blocks) => blocks?.find(({ kind }) => kind === 'article');
    const [lead, leadCopy] = [leadOf(), leadOf(copy?.blocks)];
    if (lead?.kind !== 'article' || leadCopy?.kind !== 'article') throw new Error('no lead');
    expect(leadCopy.article).not.toBe(lead.article);
    expect(edited.articles[leadCopy.article]?.story).toEqual(edited.articles[lead.article]?.story);
  });

  test('begins a story that runs on to it from another page', () => {
    const issue = sampleIssue();
    const [page] = issue.pages;
    if (page === undefined) throw new Error('no page');
    const blocks = page.blocks.map((block) =>
      block.kind === 'article' ? { ...block, part: block.part + 1 } : block,
    );
    const change = copiedPage({ ...issue, pages: [{ ...page, blocks }] }, page.id);
    const edits = change.edit.kind === 'editsTogether' ? change.edit.edits : [];
    const added = edits.find(({ kind }) => kind === 'addedPage');
    if (added?.kind !== 'addedPage') throw new Error('no page is added');
    const parts = added.page.blocks.flatMap((block) =>
      block.kind === 'article' ? [block.part] : [],
    );
    expect(Math.min(...parts)).toBe(0);
  });
});

describe('the order of pages', () => {
  const { desk } = deskWithCommands();
  for (let count = 0; count < 2; count++) runCommand(desk, 'page.add');
  const issue = desk.openIssue.issue();
  const [a, b, c] = issue.pages.map(({ id }) => id);
  if (a === undefined || b === undefined || c === undefined) throw new Error('three pages');

  test('changes by one place with the arrows', () => {
    expect(movedPages(issue, b, -1)).toEqual({ kind: 'reorderedPages', order: [b, a, c] });
    expect(movedPages(issue, b, 1)).toEqual({ kind: 'reorderedPages', order: [a, c, b] });
  });

  test('changes to the place where a page is dropped', () => {
    const drop = (page: string, target: string, side: 'before' | 'after') =>
      droppedPage(issue, page, { page: target, side });
    expect(drop(c, a, 'before')).toEqual({ kind: 'reorderedPages', order: [c, a, b] });
    expect(drop(a, b, 'after')).toEqual({ kind: 'reorderedPages', order: [b, a, c] });
    expect(drop(a, c, 'after')).toEqual({ kind: 'reorderedPages', order: [b, c, a] });
  });

  test('does not change beyond the first and the last page', () => {
    desk.state.change({ page: a });
    expect(runCommand(desk, 'page.forward')).toBe(false);
    expect(runCommand(desk, 'page.backward')).toBe(true);
    expect(desk.openIssue.issue().pages[1]?.id).toBe(a);
  });
});

describe('an issue that another desk has', () => {
  const holder = { computer: 'desk-2', user: '夜班', since: '2021-06-17T20:00:00Z' };
  const { desk } = deskWithCommands({ heldBy: holder });

  test.each(['page.add', 'page.copy', 'page.remove', 'file.save', 'edit.undo'])(
    'refuses %s',
    (command) => {
      expect(runCommand(desk, command)).toBe(false);
    },
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComposedPage } from '#engine/compose/composed.ts';
import type { DisplayItem, GroupItem } from '#engine/display/display-list.ts';
import { applyEdit } from '#engine/model/edits/apply-edit.ts';
import type { Edit } from '#engine/model/edits/edit.ts';
import { createIssueDoc } from '#engine/model/issue-doc.ts';
import { createIssueReader } from '#engine/model/read-issue.ts';
import { storyText } from '#engine/model/story-text.ts';
import { assert } from '#engine/units/assert.ts';
import { editOf, wishes } from '#tests/property/model/random-edits.ts';
import { issueOf, testComposer } from '#tests/unit/compose/test-page.ts';
import { TEST_TEMPLATE } from '#tests/unit/compose/test-template.ts';
import { busyPage, stories } from './random-pages.ts';

type Stories = readonly [string, string, string];

/** A desk on which the busy page lies: it edits, reads and composes with one composer. */
function openDesk(texts: Stories) {
  const doc = createIssueDoc(issueOf(busyPage(texts)), 1);
  const reader = createIssueReader(doc);
  const composer = testComposer();
  return {
    issue: () => reader.read(),
    edit: (edit: Edit) => applyEdit(doc, edit),
    compose: (by = composer): ComposedPage => {
      const issue = reader.read();
      const page = issue.pages[0];
      assert(page !== undefined, 'the busy page stays');
      return by.composePage(issue, page, TEST_TEMPLATE);
    },
  };
}

/** A character typed into, or taken from, the story of an article. */
function typed(article: string, at: number, character: string): Edit {
  const runs = character === '' ? [] : [{ text: character, role: 'plain' as const }];
  const content = [{ kind: 'body' as const, looseness: 0 as const, runs }];
  return { kind: 'replacedText', article, start: at, end: at, content };
}

function blockGroup(page: ComposedPage, id: string): DisplayItem | undefined {
  return page.list.items.find((item) => item.kind === 'group' && item.id === id);
}

/** Lines of the stories by their place in the text: paragraph and offset. */
function linesOf(items: readonly DisplayItem[]): ReadonlyMap<string, GroupItem> {
  const found = new Map<string, GroupItem>();
  for (const item of items) {
    if (item.kind !== 'group') continue;
    if (/\/story:\d+:\d+$/u.test(item.id)) found.set(item.id, item);
    else for (const [id, line] of linesOf(item.items)) found.set(id, line);
  }
  return found;
}

describe('a composer that has composed before', () => {
  it('gives after any edits what a fresh one gives', () => {
    fc.assert(
      fc.property(stories, wishes, (texts, wanted) => {
        const desk = openDesk(texts);
        desk.compose();
        for (const wish of wanted) {
          desk.edit(editOf(desk.issue(), wish));
          const warm = desk.compose();
          expect(warm).toEqual(desk.compose(testComposer()));
        }
      }),
      { numRuns: 12 },
    );
  });

  it('gives the same objects when nothing was edited', () => {
    fc.assert(
      fc.property(stories, (texts) => {
        const desk = openDesk(texts);
        const [before, after] = [desk.compose(), desk.compose()];
        expect(after.list.items).toHaveLength(before.list.items.length);
        for (const [index, item] of after.list.items.entries()) {
          expect(item).toBe(before.list.items[index]);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('composes no other thread than the edited one anew', () => {
    const key = fc.constantFrom('园', '，', '5', 'A', '“');
    fc.assert(
      fc.property(stories, fc.nat(), key, (texts, where, character) => {
        const desk = openDesk(texts);
        const before = desk.compose();
        const { lead } = desk.issue().articles;
        const at = lead === undefined ? 0 : where % (storyText(lead.story).length + 1);
        // A place inside a rare character of two code units is refused.
        fc.pre(desk.edit(typed('lead', at, character)).ok);
        const after = desk.compose();
        for (const id of ['folioLine', 'group', 'block-photo']) {
          expect(blockGroup(after, id)).toBe(blockGroup(before, id));
        }
        expect(blockGroup(after, 'block-lead')).not.toBe(blockGroup(before, 'block-lead'));
      }),
      { numRuns: 40 },
    );
  });

  it('keeps the glyphs of every line that looks as before, in the edited paragraph too', () => {
    fc.assert(
      fc.property(stories, fc.nat(), (texts, where) => {
        const desk = openDesk(texts);
        const before = linesOf(desk.compose().list.items);
        const { one } = desk.issue().articles;
        desk.edit(
          typed('one', where % (storyText(one?.story ?? { paragraphs: [] }).length + 1), '园'),
        );
        let kept = 0;
        for (const [id, line] of linesOf(desk.compose().list.items)) {
          const known = before.get(id);
          if (known !== undefined && JSON.stringify(known.items) === JSON.stringify(line.items)) {
            expect(line.items).toBe(known.items);
            if (known.x === line.x && known.y === line.y) expect(line).toBe(known);
            kept++;
          }
        }
        expect(kept).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps a line that stays where it was as one object', () => {
    const texts: Stories = ['天地玄黄。\n宇宙洪荒。', '日月盈昃。', '辰宿列张。'];
    const desk = openDesk(texts);
    const before = linesOf(desk.compose().list.items);
    desk.edit(typed('lead', 6, '园'));
    const after = linesOf(desk.compose().list.items);
    expect(after.get('article:lead/story:0:0')).toBe(before.get('article:lead/story:0:0'));
    expect(after.get('article:lead/story:1:0')).not.toBe(before.get('article:lead/story:1:0'));
  });
});

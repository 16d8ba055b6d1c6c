import { describe, expect, it } from 'vitest';
import { applyEdit } from '#engine/model/edits/apply-edit.ts';
import type { Edit } from '#engine/model/edits/edit.ts';
import { parseEdit } from '#engine/model/edits/edit-schema.ts';
import type { Issue, Page } from '#engine/model/issue.ts';
import { createIssueDoc } from '#engine/model/issue-doc.ts';
import { readIssue } from '#engine/model/read-issue.ts';
import { expectRefusal, obeyFourLaws } from '#tests/unit/model/four-laws.ts';
import { sampleIssue } from '#tests/unit/model/sample-issue.ts';

const issue = sampleIssue();
const first = pageAt(issue, 0);

function pageAt({ pages }: Issue, index: number): Page {
  const page = pages[index];
  if (!page) throw new Error(`no page ${index}`);
  return page;
}

/** A page of its own with these blocks of the sample, renamed. */
function furtherPage(id: string, ...blocks: readonly string[]): Page {
  const copies = first.blocks.filter((block) => blocks.includes(block.id));
  return {
    ...first,
    id,
    number: id.toUpperCase(),
    blocks: copies.map((block) => ({ ...block, id: `${block.id}-${id}` })),
  };
}

function idsOf({ pages }: Issue): readonly string[] {
  return pages.map(({ id }) => id);
}

describe('the issue itself', () => {
  it('takes another date and other names', () => {
    const changes = { date: '2021-06-25', supplement: '产业周刊' };
    const edited = obeyFourLaws(issue, { kind: 'setIssue', changes });
    expect(edited).toMatchObject({ ...changes, paper: issue.paper });
  });

  it('refuses a day that the calendar does not have', () => {
    const edit = { kind: 'setIssue', changes: { date: '2021-02-29' } } as const;
    expectRefusal(issue, edit, 'not a date');
    expect(parseEdit(edit).ok).toBe(false);
  });
});

describe('pages', () => {
  it('take another number and name', () => {
    const edit = { kind: 'setPage', page: first.id, changes: { number: 'A07' } } as const;
    const edited = obeyFourLaws(issue, edit);
    expect(pageAt(edited, 0)).toMatchObject({ number: 'A07', name: first.name });
    expectRefusal(issue, { ...edit, page: 'a99' }, 'no such page');
  });

  it('go to another place of the colour map and back', () => {
    const black = { kind: 'setPage', page: first.id, changes: { colours: 'black' } } as const;
    const edited = obeyFourLaws(issue, black);
    expect(pageAt(edited, 0)).toMatchObject({ colours: 'black' });
    const red = obeyFourLaws(edited, { ...black, changes: { colours: 'red', name: '要闻' } });
    expect(pageAt(red, 0)).toMatchObject({ colours: 'red', name: '要闻' });
    const four = obeyFourLaws(red, { ...black, changes: { colours: 'four', name: first.name } });
    expect(four).toEqual(issue);
  });

  it('are added at a place and taken out with their blocks', () => {
    const second = furtherPage('a07', 'folio', 'lead');
    const edited = obeyFourLaws(issue, { kind: 'addedPage', index: 0, page: second });
    expect(idsOf(edited)).toEqual(['a07', 'a06']);
    expect(pageAt(edited, 0)).toEqual(second);
    const without = obeyFourLaws(edited, { kind: 'removedPage', page: 'a07' });
    expect(without).toEqual(issue);
    expectRefusal(issue, { kind: 'removedPage', page: 'a07' }, 'no such page');
  });

  it('take their articles back to the unplaced ones', () => {
    const edited = obeyFourLaws(issue, { kind: 'removedPage', page: first.id });
    expect(edited.articles).toEqual(issue.articles);
    expect(edited.pages).toEqual([]);
  });

  it('are refused when an id is taken or a block shows what is not there', () => {
    const added = { kind: 'addedPage', index: 1 } as const;
    const page = furtherPage('a07', 'lead');
    expectRefusal(issue, { ...added, page: { ...page, id: first.id } }, 'id is taken');
    expectRefusal(issue, { ...added, page: { ...page, blocks: first.blocks } }, 'id is taken');
    const twice = [...page.blocks, ...page.blocks];
    expectRefusal(issue, { ...added, page: { ...page, blocks: twice } }, 'id is taken');
    const lost = page.blocks.map((block) => ({ ...block, article: 'lost' }) as typeof block);
    expectRefusal(
      issue,
      { ...added, page: { ...page, blocks: lost } },
      'names nothing in the issue',
    );
  });

  it('change their order', () => {
    const doc = createIssueDoc(issue, 1);
    for (const id of ['a07', 'a08']) {
      expect(applyEdit(doc, { kind: 'addedPage', index: 9, page: furtherPage(id) }).ok).toBe(true);
    }
    const three = readIssue(doc);
    const edit = { kind: 'reorderedPages', order: ['a08', 'a06', 'a07'] } as const;
    expect(idsOf(obeyFourLaws(three, edit))).toEqual(edit.order);
    expectRefusal(three, { ...edit, order: ['a08', 'a06'] }, 'not an order of these pages');
    expectRefusal(three, { ...edit, order: ['a08', 'a06', 'a06'] }, 'not an order of these pages');
  });
});

describe('what a block shows', () => {
  const articleOf = (edited: Issue, id: string) => {
    const block = edited.pages.flatMap(({ blocks }) => blocks).find((one) => one.id === id);
    return block?.kind === 'article' ? block.article : undefined;
  };

  it('is swapped with another block in one step', () => {
    const show = (block: string, article: string): Edit => {
      return { kind: 'setBlockProperty', block, property: 'article', value: article };
    };
    const edits = [show('lead', 'cooperation'), show('cooperation', 'lead')];
    const edited = obeyFourLaws(issue, { kind: 'editsTogether', edits });
    expect(articleOf(edited, 'lead')).toBe('cooperation');
    expect(articleOf(edited, 'cooperation')).toBe('lead');
  });

  it('must be in the issue', () => {
    const set = { kind: 'setBlockProperty', value: 'lost' } as const;
    const unknown = 'names nothing in the issue';
    expectRefusal(issue, { ...set, block: 'lead', property: 'article' }, unknown);
    expectRefusal(issue, { ...set, block: 'partners', property: 'adGrid' }, unknown);
    const misfit = { ...set, block: 'folio', property: 'article' } as const;
    expectRefusal(issue, misfit, 'property does not fit the block');
  });

  it('moves to another page with its block', () => {
    const lead = first.blocks.find(({ id }) => id === 'lead');
    if (!lead) throw new Error('no lead');
    const doc = createIssueDoc(issue, 1);
    applyEdit(doc, { kind: 'addedPage', index: 1, page: furtherPage('a07') });
    const edited = obeyFourLaws(readIssue(doc), {
      kind: 'editsTogether',
      edits: [
        { kind: 'removedBlock', block: 'lead' },
        { kind: 'addedBlock', page: 'a07', index: 0, block: lead },
      ],
    });
    expect(pageAt(edited, 1).blocks).toEqual([lead]);
  });
});

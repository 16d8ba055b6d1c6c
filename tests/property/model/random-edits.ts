import fc from 'fast-check';
import { EMPTY_AD_CELL } from '#engine/model/ad-cells.ts';
import type { Edit } from '#engine/model/edits/edit.ts';
import { freshId } from '#engine/model/fresh-id.ts';
import type { Issue, Paragraph } from '#engine/model/issue.ts';
import type { Dismissal, Waiver } from '#engine/model/issue-answers.ts';
import { storyText } from '#engine/model/story-text.ts';

/** A wish that becomes an edit of the issue as it is when its turn comes. */
export type Wish = readonly [
  kind: number,
  where: number,
  from: number,
  length: number,
  word: number,
];

/** Sequences of wishes. */
export const wishes: fc.Arbitrary<readonly Wish[]> = fc.array(
  fc.tuple(fc.nat(22), fc.nat(), fc.nat(), fc.nat(30), fc.nat(5)),
  { minLength: 1, maxLength: 25 },
);

const WORDS = ['园', '安全生产', '', '𠮷', 'GE和ABB', '，“三高四新”'];
const KINDS = ['body', 'crosshead'] as const;
const LOOSENESS = [-1, 0, 1] as const;
const TRACKING = [-2, -1, 0, 1, 2, 3] as const;

/** The edit that a wish means on this issue; some of them are refused, as some clicks are. */
export function editOf(issue: Issue, wish: Wish): Edit {
  const [kind, where, from, length, word] = wish;
  const ids = Object.keys(issue.articles);
  const article = ids[where % ids.length] ?? '';
  const story = issue.articles[article]?.story;
  const size = (story ? storyText(story).length : 0) + 1;
  const start = from % size;
  const end = Math.min(size - 1, start + length);
  const text = WORDS[word] ?? '';
  const blocks = issue.pages.flatMap((page) => page.blocks);
  const block = blocks[where % blocks.length];
  const piece = (role: 'plain' | 'strong'): Paragraph => ({
    kind: KINDS[from % 2] ?? 'body',
    runs: text === '' ? [] : [{ text, role }],
    looseness: LOOSENESS[length % 3] ?? 0,
  });
  const paragraph = from % (story?.paragraphs.length ?? 1);
  const edits: readonly Edit[] = [
    { kind: 'replacedText', article, start, end: start, content: [piece('plain')] },
    { kind: 'replacedText', article, start, end, content: [piece('strong')] },
    { kind: 'replacedText', article, start, end, content: [piece('plain'), piece('strong')] },
    { kind: 'splitParagraph', article, at: start, second: { kind: 'body', looseness: 0 } },
    { kind: 'setParagraphKind', article, paragraph, paragraphKind: KINDS[word % 2] ?? 'body' },
    { kind: 'setLooseness', article, paragraph, looseness: LOOSENESS[word % 3] ?? 0 },
    { kind: 'setTracking', article, tracking: TRACKING[word % TRACKING.length] ?? 0 },
    { kind: 'setHeadlinePart', article, part: 'deck', text },
    { kind: 'movedBlock', block: block?.id ?? '', column: from % 60, line: length },
    {
      kind: 'setBlockProperty',
      block: block?.id ?? '',
      property: 'tint',
      value: text || undefined,
    },
    {
      kind: 'reorderedBlocks',
      page: 'a06',
      order: rotated(
        blocks.map(({ id }) => id),
        where,
      ),
    },
    { kind: 'setPicture', picture: 'workshop', changes: { caption: text } },
    { kind: 'removedBlock', block: block?.id ?? '' },
    { kind: 'setBlockProperty', block: block?.id ?? '', property: 'article', value: article },
    { kind: 'setIssue', changes: length % 2 ? { paper: text } : { date: '2021-07-02' } },
    { kind: 'setPage', page: 'a06', changes: { name: text } },
    addedPage(issue, from),
    { kind: 'removedPage', page: issue.pages[1 + (where % 3)]?.id ?? '' },
    gridEdit(from, length, text),
    { kind: 'setPicture', picture: 'workshop', changes: { zoom: 1 + (from % 3) } },
    { kind: 'dismissedMark', id: `mark-${word}`, dismissal: dismissalOf(text) },
    { kind: 'restoredMark', id: `mark-${word}` },
    { kind: 'waivedFinding', id: `waiver-${word}`, waiver: waiverOf(text) },
    { kind: 'withdrawnWaiver', id: `waiver-${word}` },
  ];
  return edits[kind] ?? { kind: 'editsTogether', edits: [] };
}

function dismissalOf(words: string): Dismissal {
  const beside = { before: '园区', after: '' };
  const at = '2021-06-17T15:00:00Z';
  return { rule: 'list-count', words, ...beside, reason: '原文如此', by: '校对', at };
}

function waiverOf(subject: string): Waiver {
  const found = { code: 'picture-ppi-low', place: 'a06//picture:workshop', values: { ppi: 150 } };
  return { ...found, subject, reason: '老照片', by: '值班主任', at: '2021-06-17T15:00:00Z' };
}

function addedPage(issue: Issue, from: number): Edit {
  const id = freshId(issue, 'page');
  const page = { id, number: 'A09', name: '', template: 'park-broadsheet', blocks: [] };
  return { kind: 'addedPage', index: from % (issue.pages.length + 1), page };
}

function gridEdit(from: number, length: number, name: string): Edit {
  const grid = { adGrid: 'partners' };
  const edits: readonly Edit[] = [
    { kind: 'resizedAdGrid', ...grid, rows: 1 + (length % 4), columns: 1 + (from % 5) },
    { kind: 'reorderedAdCells', ...grid, order: rotated([0, 1, 2, 3, 4, 5, 6, 7], length) },
    { kind: 'filledAdCell', ...grid, cell: from % 8, content: { ...EMPTY_AD_CELL, name } },
    { kind: 'setAdGrid', ...grid, changes: { mark: 'topLeft' } },
    {
      kind: 'setAdGrid',
      ...grid,
      changes: { merged: [{ row: 0, column: from % 3, rows: 1 + (length % 2), columns: 2 }] },
    },
  ];
  return edits[from % edits.length] ?? { kind: 'editsTogether', edits: [] };
}

function rotated<Name>(ids: readonly Name[], by: number): readonly Name[] {
  const at = by % Math.max(1, ids.length);
  return [...ids.slice(at), ...ids.slice(0, at)];
}

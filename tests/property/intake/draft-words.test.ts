import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allDrafts } from '#build/bench/intake/corpus/all-drafts.ts';
import { applyRepairs, type CleanCopy, type CleanPiece } from '#engine/intake/apply-repairs.ts';
import type { Draft } from '#engine/intake/draft.ts';
import { stretchesOf } from '#engine/intake/draft-findings.ts';
import { readDraft } from '#engine/intake/read-draft.ts';
import { pastedMatter } from '#engine/intake/source-lines.ts';

const ISSUE_DATE = '2021-06-18';
const CASES = allDrafts();
const LINES = [
  ...new Set(
    CASES.flatMap(({ matter }) =>
      matter.parts.flatMap((part) => (part.kind === 'paragraph' ? [part.text] : [])),
    ),
  ),
];
const NOISE = [
  ...'()（）,，.。:：;“”"\'‘’《》【】[]—-_=*#|｜/ \t\v\n\u3000\u200b\ufffc　12１２aＡ·…！?',
  '&nbsp;',
  '&#20013;',
  '<p>',
  '</p>',
  '<br>',
  '本报讯',
  '（通讯员 王墨）',
  '图1：',
  '标题：',
  '（下转A07版）',
  '招商热线:0731-55556789',
  '👨‍👩‍👧',
];

/** Lines of drafts in any order, with signs thrown in at any place. */
const texts = fc
  .array(
    fc.record({
      line: fc.constantFrom(...LINES),
      sign: fc.constantFrom(...NOISE),
      at: fc.nat(60),
      end: fc.constantFrom('\n', '\n', '\n\n', '\n\n\n', '\r\n', '\v', ''),
    }),
    { maxLength: 14 },
  )
  .map((pieces) =>
    pieces
      .map(({ line, sign, at, end }) => `${line.slice(0, at)}${sign}${line.slice(at)}${end}`)
      .join(''),
  );

const bare = (text: string) => text.replace(/[\s\u3000]/g, '');

/** Every character but blanks stands in one place of one piece, and nowhere else. */
function expectNothingLost({ source, pieces, repairs }: Draft): void {
  const stretches = pieces.flatMap(stretchesOf).toSorted((a, b) => a.start - b.start);
  let at = 0;
  for (const { start, end } of stretches) {
    expect(start).toBeGreaterThanOrEqual(at);
    expect(bare(source.slice(at, start))).toBe('');
    at = end;
  }
  expect(bare(source.slice(at))).toBe('');
  let behind = 0;
  for (const repair of repairs.filter(({ isOffered }) => !isOffered)) {
    expect(repair.start).toBeGreaterThanOrEqual(behind);
    expect(source.slice(repair.start, repair.end)).toBe(repair.before);
    expect(stretches.some(({ start, end }) => start <= repair.start && repair.end <= end)).toBe(
      true,
    );
    behind = repair.end;
  }
  expect(new Set(repairs.map(({ id }) => id)).size).toBe(repairs.length);
}

/** All words of a piece but those of cells, which have fields instead. */
function wordsOfPiece(piece: CleanPiece): readonly (string | undefined)[] {
  switch (piece.kind) {
    case 'article': {
      const runs = piece.paragraphs.flatMap((paragraph) => paragraph.runs);
      return [piece.kicker, piece.headline, piece.deck, ...runs.map(({ text }) => text)];
    }
    case 'group':
      return [piece.standingHead, wordsOf(piece.members)];
    case 'picture':
      return [piece.caption, piece.credit];
    case 'note':
      return [piece.text];
    case 'partnerGrid':
      return [];
  }
}

const wordsOf = (copy: CleanCopy): string => copy.flatMap(wordsOfPiece).join('');

const inAnyOrder = (text: string) => [...bare(text)].toSorted().join('');

describe('no word of a draft is lost', () => {
  it('in any of the shapes that correspondents send', () => {
    for (const { matter } of CASES) expectNothingLost(readDraft(matter, ISSUE_DATE));
  });

  it('in any row of lines with anything thrown in', () => {
    fc.assert(
      fc.property(texts, (text) => expectNothingLost(readDraft(pastedMatter(text), ISSUE_DATE))),
      { numRuns: 400 },
    );
  });

  it('in text that is no draft at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) =>
        expectNothingLost(readDraft(pastedMatter(text), ISSUE_DATE)),
      ),
      { numRuns: 300 },
    );
  });
});

it('gives back the words as they came when all repairs are refused', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const draft = readDraft(pastedMatter(text), ISSUE_DATE);
      fc.pre(draft.pieces.every(({ kind }) => kind !== 'partnerGrid'));
      const all = new Set(draft.repairs.map(({ id }) => id));
      const marks = draft.pieces.flatMap((piece) =>
        piece.kind === 'picture' && piece.mark ? [piece.mark] : [],
      );
      const signs = marks.map(({ start, end }) => draft.source.slice(start, end)).join('');
      expect(inAnyOrder(wordsOf(applyRepairs(draft, all)) + signs)).toBe(inAnyOrder(draft.source));
    }),
    { numRuns: 300 },
  );
});

it('changes one place only when one repair is refused', () => {
  for (const { matter } of CASES.slice(0, 20)) {
    const draft = readDraft(matter, ISSUE_DATE);
    const offered = draft.repairs.filter(({ isOffered }) => isOffered).map(({ id }) => id);
    const all = wordsOf(applyRepairs(draft));
    for (const { id, before, after } of draft.repairs.filter((one) => !one.isOffered)) {
      const one = wordsOf(applyRepairs(draft, new Set([...offered, id])));
      expect(inAnyOrder(one + after)).toBe(inAnyOrder(all + before));
    }
  }
});

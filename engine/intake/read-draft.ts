import { asidePieces } from './aside-pieces.ts';
import { dateMarks } from './date-words.ts';
import type { Draft, DraftArticle, DraftPiece } from './draft.ts';
import { draftFindings } from './draft-findings.ts';
import { gatherStories } from './gather-stories.ts';
import { groupedArticles } from './group-articles.ts';
import { unwrapped } from './join-lines.ts';
import type { LineShape } from './line-shapes.ts';
import type { MadePiece } from './made-piece.ts';
import type { MarkedCopy } from './marked-copy.ts';
import type { RawMatter } from './raw-matter.ts';
import type { Repair } from './repair.ts';
import { withRows } from './rows-in-place.ts';
import { senderOf } from './sender.ts';
import { type ShapedLine, shapedLines } from './shaped-lines.ts';
import { pastedMatter, sourceOf } from './source-lines.ts';
import { withSubjectHead } from './subject-head.ts';
import { workedLines } from './worked-lines.ts';

/** Shorter paragraphs may well stand twice, such as a crosshead or 会议强调。 */
const LEAST_TWICE = 16;

/**
 * Understands a draft: articles with their headlines and bylines, groups, captions, partner cells
 * and notes, with every repair to the words. It never refuses one: what it does not understand
 * stays in the story, with a finding. `issueDate` is ISO; relative dates are told by it.
 */
export function readDraft(matter: RawMatter, issueDate: string): Draft {
  const source = sourceOf(matter);
  const lines = unwrapped(workedLines(source, 'kept').lines);
  const shaped = withSubjectHead(withRows(shapedLines(lines)));
  const { articles, asides, unknown } = gatherStories(shaped);
  const made = [...groupedArticles(articles), ...asidePieces(asides, matter.pictures)];
  const pieces = made.toSorted((a, b) => startOf(a) - startOf(b)).map(({ piece }) => piece);
  const copies = made.flatMap((one) => one.copies);
  const stories = storyCopies(made);
  const twice = paragraphsTwice(stories);
  const wordsOf = (wanted: LineShape) =>
    asides.filter(({ shape }) => shape === wanted).map(({ line }) => line.raw.text);
  return {
    source: source.text,
    pieces,
    repairs: [...copies.flatMap((copy) => copy.repairs()), ...twice].toSorted(inOrder),
    dates: stories.flatMap((copy) => datesIn(copy, issueDate)),
    findings: draftFindings({ source: source.text, pieces, twice, unknown, rows: rowsIn(shaped) }),
    sender: senderOf(
      wordsOf('contact'),
      [...wordsOf('boilerplate'), ...wordsOf('mail')],
      matter.envelope,
    ),
  };
}

/** Understands words from the clipboard. */
export function readPastedDraft(pasted: string, issueDate: string): Draft {
  return readDraft(pastedMatter(pasted), issueDate);
}

/** By the place where they begin; of two that begin together the longer one first. */
function inOrder(a: Repair, b: Repair): number {
  return a.start - b.start || b.end - a.end;
}

function startOf({ piece, copies }: MadePiece): number {
  const starts = copies.map(({ start }) => start);
  if (piece.kind === 'picture' && piece.mark) starts.push(piece.mark.start);
  return starts.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...starts);
}

function rowsIn(shaped: readonly ShapedLine[]): readonly MarkedCopy[] {
  return shaped
    .filter(({ line, shape }) => line.look.kind === 'row' && shape === 'body')
    .map(({ line }) => line.copy);
}

/** The paragraphs of all stories. */
function storyCopies(made: readonly MadePiece[]): readonly MarkedCopy[] {
  const starts = new Set(
    made
      .flatMap(({ piece }) => articlesOfPiece(piece))
      .flatMap(({ story }) => story.map(({ start }) => start)),
  );
  return made.flatMap(({ copies }) => copies).filter(({ start }) => starts.has(start));
}

/** The articles of a piece, alone or in a group. */
function articlesOfPiece(piece: DraftPiece): readonly DraftArticle[] {
  if (piece.kind === 'article') return [piece];
  return piece.kind === 'group' ? piece.members : [];
}

function datesIn(copy: MarkedCopy, issueDate: string): Draft['dates'] {
  return dateMarks(copy.text, issueDate).map((mark) => {
    return { ...mark, ...copy.sourceOf(mark.start, mark.end) };
  });
}

/** A paragraph that stands there already; taking it out is offered, not done. */
function paragraphsTwice(stories: readonly MarkedCopy[]): readonly Repair[] {
  const known = new Set<string>();
  const twice: Repair[] = [];
  for (const { text, start, end, source } of stories) {
    const words = text.replace(/[\s\u3000]/g, '');
    if (words.length < LEAST_TWICE) continue;
    if (known.has(words)) {
      const before = source.slice(start, end);
      twice.push({
        id: `duplicates-${start}`,
        kind: 'duplicates',
        start,
        end,
        before,
        after: '',
        isOffered: true,
      });
    }
    known.add(words);
  }
  return twice;
}

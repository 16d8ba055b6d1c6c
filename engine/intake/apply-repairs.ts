import type { Paragraph, TextRun } from '#engine/model/issue.ts';
import type {
  Draft,
  DraftArticle,
  DraftCell,
  DraftParagraph,
  DraftPicture,
  DraftPiece,
  Stretch,
} from './draft.ts';
import { type Repair, repairedWords } from './repair.ts';

/** A draft in the words that will stand on the page, piece by piece. */
export type CleanCopy = readonly CleanPiece[];

/** A piece of a draft with its words. */
export type CleanPiece = CleanArticle | CleanGroup | CleanPicture | CleanPartnerGrid | CleanNote;

/** The words of an article. Line ends in heads are `\n`. */
export interface CleanArticle {
  readonly kind: 'article';
  readonly kicker: string | undefined;
  readonly headline: string | undefined;
  readonly deck: string | undefined;
  readonly paragraphs: readonly Paragraph[];
}

/** Articles under a standing head. */
export interface CleanGroup {
  readonly kind: 'group';
  readonly standingHead: string;
  readonly members: readonly CleanArticle[];
}

/** The words of a picture, and its name in the raw matter. */
export interface CleanPicture {
  readonly kind: 'picture';
  readonly picture: string | undefined;
  readonly caption: string;
  readonly credit: string;
}

/** The cells of a partner grid. */
export interface CleanPartnerGrid {
  readonly kind: 'partnerGrid';
  readonly columns: number;
  readonly cells: readonly CleanCell[];
}

/** The words of a cell; empty where the draft says nothing. */
export interface CleanCell {
  readonly kind: DraftCell['kind'];
  readonly name: string;
  readonly latinName: string;
  readonly slogan: string;
  readonly label: string;
  readonly number: string;
}

/** Words to the newsroom. */
export interface CleanNote {
  readonly kind: 'note';
  readonly text: string;
}

/** The repairs that wait for an editor's word; they are refused until then. */
export function refusedAtFirst({ repairs }: Draft): ReadonlySet<string> {
  return new Set(repairs.filter(({ isOffered }) => isOffered).map(({ id }) => id));
}

/**
 * The words of a draft with all repairs done but those refused by their ids: one, all of a kind, or
 * all.
 */
export function applyRepairs(draft: Draft, refused = refusedAtFirst(draft)): CleanCopy {
  const words = wordsOfDraft(draft, refused);
  return draft.pieces.map((piece) => cleanPiece(piece, words));
}

/** The words that stand for a stretch of the source. */
export type Words = (stretch: Stretch) => string;

/** What stands for any stretch of a draft when all repairs are done but those refused. */
export function wordsOfDraft(draft: Draft, refused: ReadonlySet<string>): Words {
  const done = withoutInner(draft.repairs.filter(({ id }) => !refused.has(id)));
  return (stretch) => repairedWords(draft.source, stretch, repairsWithin(done, stretch));
}

/** A paragraph that goes takes the repairs in it along. */
function withoutInner(repairs: readonly Repair[]): readonly Repair[] {
  let end = 0;
  return repairs.filter((repair) => {
    const isOutside = repair.start >= end;
    if (isOutside) end = repair.end;
    return isOutside;
  });
}

/** The repairs of a stretch, found by halving: drafts have thousands. */
function repairsWithin(repairs: readonly Repair[], { start, end }: Stretch): readonly Repair[] {
  let low = 0;
  let high = repairs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((repairs[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const within: Repair[] = [];
  for (let at = low; at < repairs.length; at += 1) {
    const repair = repairs[at];
    if (repair === undefined || repair.start >= end) break;
    within.push(repair);
  }
  return within;
}

function cleanPiece(piece: DraftPiece, words: Words): CleanPiece {
  switch (piece.kind) {
    case 'article':
      return cleanArticle(piece, words);
    case 'group':
      return {
        kind: 'group',
        standingHead: headWords(piece.standingHead, words),
        members: piece.members.map((member) => cleanArticle(member, words)),
      };
    case 'picture':
      return cleanPicture(piece, words);
    case 'partnerGrid':
      return {
        kind: 'partnerGrid',
        columns: piece.columns,
        cells: piece.cells.map((cell) => cleanCell(cell, words)),
      };
    case 'note':
      return { kind: 'note', text: words(piece).trim() };
  }
}

function cleanArticle({ kicker, headline, deck, story }: DraftArticle, words: Words): CleanArticle {
  return {
    kind: 'article',
    kicker: kicker && headWords(kicker, words),
    headline: headline && headWords(headline, words),
    deck: deck && headWords(deck, words),
    paragraphs: story.flatMap((paragraph) => cleanParagraphs(paragraph, words)),
  };
}

function headWords(stretch: Stretch, words: Words): string {
  return withHeadLines(words(stretch)).trim();
}

/** Lines of a heading, each in its place of the text: blanks beside a line end do not show. */
export function withHeadLines(words: string): string {
  return words.replace(/\s*[\n\v]\s*/g, '\n');
}

/** The paragraphs that a draft paragraph becomes: more than one where joining was refused. */
export function cleanParagraphs(paragraph: DraftParagraph, words: Words): readonly Paragraph[] {
  const runs = runsOf(paragraph, words);
  const paragraphs: TextRun[][] = [[]];
  for (const { text, role } of runs) {
    for (const [index, part] of text.split(/[\n\v]+/u).entries()) {
      if (index > 0) paragraphs.push([]);
      if (part !== '') paragraphs.at(-1)?.push({ text: part, role });
    }
  }
  return paragraphs
    .filter((one) => one.some(({ text }) => text.trim() !== ''))
    .map((one) => ({ kind: paragraph.kind, runs: one, looseness: 0 }));
}

function runsOf({ start, end, roles }: DraftParagraph, words: Words): readonly TextRun[] {
  const runs: TextRun[] = [];
  let at = start;
  for (const role of roles) {
    runs.push({ text: words({ start: at, end: role.start }), role: 'plain' });
    runs.push({ text: words(role), role: role.role });
    at = role.end;
  }
  runs.push({ text: words({ start: at, end }), role: 'plain' });
  return runs.filter(({ text }) => text !== '');
}

function cleanPicture(piece: DraftPicture, words: Words): CleanPicture {
  const { caption, credit, fromFile } = piece;
  return {
    kind: 'picture',
    picture: piece.picture,
    caption: caption ? words(caption).trim() : (fromFile?.caption ?? ''),
    credit: credit ? words(credit).trim() : (fromFile?.credit ?? ''),
  };
}

function cleanCell(cell: DraftCell, words: Words): CleanCell {
  const field = (stretch: Stretch | undefined) => (stretch ? words(stretch).trim() : '');
  return {
    kind: cell.kind,
    name: field(cell.name),
    latinName: field(cell.latinName),
    slogan: field(cell.slogan),
    label: field(cell.label).replace(/[：:]$/u, ''),
    number: field(cell.number),
  };
}

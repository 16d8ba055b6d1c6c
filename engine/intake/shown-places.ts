import { cleanParagraphs, type Words, withHeadLines, wordsOfDraft } from './apply-repairs.ts';
import type { Draft, DraftArticle, DraftPiece, Stretch } from './draft.ts';

/** Where something of the source stands in the clean copy of a draft. */
export interface ShownPlace {
  /** Index of the piece. */
  readonly piece: number;
  /** Index of the article in a group; undefined elsewhere. */
  readonly member: number | undefined;
  readonly part: ShownPart;
  /** Index of the paragraph of a story or of the cell of a grid; 0 elsewhere. */
  readonly paragraph: number;
  /** First character in the words of that part. */
  readonly offset: number;
  /** Number of characters that stand there now. */
  readonly length: number;
}

/** The part of a piece in which words stand. */
export type ShownPart =
  | 'standingHead'
  | 'kicker'
  | 'headline'
  | 'deck'
  | 'story'
  | 'caption'
  | 'credit'
  | 'cell'
  | 'note';

interface PartStretch extends Stretch, Omit<ShownPlace, 'offset' | 'length'> {}

/**
 * Finds where a stretch of the source, such as that of a repair, a date or a finding, stands in the
 * words that `applyRepairs` gives for the same refusals; undefined for what stands nowhere, such as
 * the mark of a picture. In a cell the place is that of the cell, from its beginning.
 */
export function shownPlaces(
  draft: Draft,
  refused: ReadonlySet<string>,
): (stretch: Stretch) => ShownPlace | undefined {
  const words = wordsOfDraft(draft, refused);
  const parts = draft.pieces
    .flatMap((piece, index) => partsOfPiece(piece, index, words))
    .toSorted((a, b) => a.start - b.start);
  return (stretch) => {
    const part = parts.findLast(({ start }) => start <= stretch.start);
    return part && stretch.end <= part.end ? placeIn(part, stretch, words) : undefined;
  };
}

function placeIn(part: PartStretch, stretch: Stretch, words: Words): ShownPlace {
  const { start, end: _, ...place } = part;
  const before = words({ start, end: stretch.start });
  const { length } = words(stretch);
  if (part.part === 'story') {
    const lines = before.split(/[\n\v]+/u);
    const above = lines.slice(0, -1).filter((line) => line.trim() !== '').length;
    const offset = lines.at(-1)?.length ?? 0;
    return { ...place, paragraph: part.paragraph + above, offset, length };
  }
  return { ...place, offset: withHeadLines(before).trimStart().length, length };
}

function partsOfPiece(piece: DraftPiece, index: number, words: Words): readonly PartStretch[] {
  const part = (
    name: ShownPart,
    stretch: Stretch | undefined,
    paragraph = 0,
  ): readonly PartStretch[] => {
    if (stretch === undefined) return [];
    const { start, end } = stretch;
    return [{ start, end, piece: index, member: undefined, part: name, paragraph }];
  };
  switch (piece.kind) {
    case 'article':
      return partsOfArticle(piece, words, { piece: index, member: undefined });
    case 'group':
      return [
        ...part('standingHead', piece.standingHead),
        ...piece.members.flatMap((article, member) =>
          partsOfArticle(article, words, { piece: index, member }),
        ),
      ];
    case 'picture':
      return [...part('caption', piece.caption), ...part('credit', piece.credit)];
    case 'partnerGrid':
      return piece.cells.flatMap((cell, at) => part('cell', cell, at));
    case 'note':
      return part('note', piece);
  }
}

function partsOfArticle(
  { kicker, headline, deck, story }: DraftArticle,
  words: Words,
  at: Pick<ShownPlace, 'piece' | 'member'>,
): readonly PartStretch[] {
  const parts: PartStretch[] = [];
  const add = (part: ShownPart, stretch: Stretch | undefined, paragraph: number) => {
    if (stretch) parts.push({ ...at, part, paragraph, start: stretch.start, end: stretch.end });
  };
  add('kicker', kicker, 0);
  add('headline', headline, 0);
  add('deck', deck, 0);
  let paragraph = 0;
  for (const one of story) {
    add('story', one, paragraph);
    paragraph += cleanParagraphs(one, words).length;
  }
  return parts;
}

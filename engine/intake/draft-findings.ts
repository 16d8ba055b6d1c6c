import type { Finding } from '#engine/units/finding.ts';
import type { Draft, DraftPiece, Stretch } from './draft.ts';
import type { Repair } from './repair.ts';
import type { DraftLine } from './worked-lines.ts';

/** What findings are made of. */
export interface Understood {
  readonly source: string;
  readonly pieces: readonly DraftPiece[];
  readonly twice: readonly Repair[];
  readonly unknown: readonly DraftLine[];
  readonly rows: readonly Stretch[];
}

/**
 * What the editor has to look at in a draft. `where.text` is the piece, such as `piece:2`; start
 * and end are places in the source.
 */
export function draftFindings(draft: Understood): Draft['findings'] {
  const { source, pieces, twice, unknown, rows } = draft;
  const pieceAt = piecesByPlace(pieces);
  const at = (stretch: Stretch): Finding['where'] => {
    return { ...pieceAt(stretch), start: stretch.start, end: stretch.end };
  };
  const words = ({ start, end }: Stretch) => source.slice(start, end).trim().slice(0, 20);
  return [
    ...pieces.flatMap((piece, index) => pieceFindings(piece, `piece:${index}`)),
    ...twice.map((repair): Finding => {
      const values = { words: words(repair) };
      return { code: 'draft-paragraph-twice', severity: 'warns', where: at(repair), values };
    }),
    ...unknown.map(({ copy }): Finding => {
      const values = { words: copy.text };
      return { code: 'draft-line-unknown', severity: 'informs', where: at(copy), values };
    }),
    ...rows.slice(0, 1).map((row): Finding => {
      const values = { rows: rows.length };
      return { code: 'draft-table-as-text', severity: 'informs', where: at(row), values };
    }),
  ];
}

/** Names the piece that holds a place of the source. */
function piecesByPlace(pieces: readonly DraftPiece[]): (stretch: Stretch) => { text?: string } {
  const places = pieces
    .flatMap((piece, index) => stretchesOf(piece).map(({ start, end }) => ({ start, end, index })))
    .toSorted((a, b) => a.start - b.start);
  return ({ start, end }) => {
    let low = 0;
    let high = places.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((places[middle]?.start ?? 0) <= start) low = middle;
      else high = middle - 1;
    }
    const place = places[low];
    return place && place.start <= start && end <= place.end
      ? { text: `piece:${place.index}` }
      : {};
  };
}

function pieceFindings(piece: DraftPiece, text: string): readonly Finding[] {
  const note = (code: string, severity: Finding['severity'] = 'warns'): Finding => {
    return { code, severity, where: { text }, values: {} };
  };
  switch (piece.kind) {
    case 'article': {
      const found: Finding[] = [];
      if (piece.headline === undefined) found.push(note('draft-headline-missing'));
      if (piece.story.length === 0) found.push(note('draft-story-missing'));
      else if (piece.bylines.length === 0) found.push(note('draft-byline-missing', 'informs'));
      return found;
    }
    case 'group':
      return piece.members.flatMap((member, index) =>
        pieceFindings(member, `${text}/member:${index}`),
      );
    case 'picture':
      if (piece.picture === undefined) return [note('draft-caption-without-picture', 'informs')];
      return piece.caption !== undefined || piece.fromFile !== undefined
        ? []
        : [note('draft-picture-without-caption', 'informs')];
    default:
      return [];
  }
}

/** The stretches of the source that a piece holds; together those of all pieces hold all words. */
export function stretchesOf(piece: DraftPiece): readonly Stretch[] {
  switch (piece.kind) {
    case 'article': {
      const heads = [piece.kicker, piece.headline, piece.deck];
      return [...heads.filter((head) => head !== undefined), ...piece.story];
    }
    case 'group':
      return [piece.standingHead, ...piece.members.flatMap(stretchesOf)];
    case 'picture':
      return [piece.mark, piece.caption, piece.credit].filter((one) => one !== undefined);
    case 'partnerGrid':
      return piece.header === undefined ? piece.cells : [piece.header, ...piece.cells];
    case 'note':
      return [piece];
  }
}
